import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { findTerms } from "./find-terms.ts";
import { type GlossaryWord, glossaryWords } from "./glossary-words.ts";
import { placePopover } from "./place-popover.ts";
import "./term.css";

/**
 * A word of the glossary with what it means: under the pointer, when it has the focus, and when it is tapped. Escape, or a tap
 * elsewhere, closes it.
 */
export function Term({ word, children = word }: { word: GlossaryWord; children?: ComponentChildren }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLSpanElement>(null);

  function show(): void {
    if (note.current === null || button.current === null) return;
    note.current.togglePopover(true);
    placePopover(note.current, button.current);
    addEventListener("scroll", hide, { capture: true, once: true }); // it would stay while its word goes
  }

  function hide(): void {
    note.current?.togglePopover(false);
  }

  return (
    // What it means is within, so that the pointer may go there and stay.
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
 * A text whose words of the glossary can be asked what they mean, each once.
 *
 * @param besides a text beside it, whose words can be asked there
 */
export function WithTerms({ text, besides }: { text: string; besides?: string }) {
  return (
    <>{findTerms(text, besides).map(({ text: piece, word }) => (word === undefined ? piece : <Term word={word}>{piece}</Term>))}</>
  );
}
