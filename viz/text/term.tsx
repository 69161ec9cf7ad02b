import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { findTerms } from "./find-terms.ts";
import { type GlossaryWord, glossaryWords } from "./glossary-words.ts";
import { placePopover } from "./place-popover.ts";
import "./term.css";

/** A glossary word with its definition, which opens on hover, focus or tap and closes with Escape or a tap elsewhere. */
export function Term({ word, children = word }: { word: GlossaryWord; children?: ComponentChildren }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLSpanElement>(null);

  function show(): void {
    if (note.current === null || button.current === null) return;
    note.current.togglePopover(true);
    placePopover(note.current, button.current);
    addEventListener("scroll", hide, { capture: true, once: true }); // scrolling moves the word but not its definition
  }

  function hide(): void {
    note.current?.togglePopover(false);
  }

  return (
    // The definition lies inside, so that the pointer can move onto it.
    <span
      class="explained"
      onPointerEnter={({ pointerType }) => pointerType === "mouse" && show()}
      onPointerLeave={({ pointerType }) => pointerType === "mouse" && hide()}
    >
      <button type="button" ref={button} aria-describedby={id} onFocus={show} onBlur={hide} onClick={show}>
        {children}
      </button>
      <span ref={note} id={id} role="tooltip" popover="auto">
        {glossaryWords[word]}
      </span>
    </span>
  );
}

/**
 * A text in which each glossary word can be opened, once per word.
 *
 * @param besides a text next to this one; its words can be opened there
 */
export function WithTerms({ text, besides = "" }: { text: string; besides?: string }) {
  return (
    <>{findTerms(text, besides).map(({ text: piece, word }) => (word === undefined ? piece : <Term word={word}>{piece}</Term>))}</>
  );
}
