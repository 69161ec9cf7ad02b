import { type ReadonlySignal, signal } from "@preact/signals";
import type { PlainValue } from "../../sim/parameters/check-parameters.ts";

/** Milliseconds without a key after which a value that keys have moved counts as chosen. */
const KEYS_REST = 400;

/** Moves a value by a slider: one drag, or one run of keys, is one change, however long it takes. */
export interface SliderGesture {
  /** where the thumb is while it moves; undefined if it doesn't */
  readonly draft: ReadonlySignal<PlainValue | undefined>;
  /** a pointer has taken the thumb */
  press(): void;
  /** the thumb has moved, by pointer or by key */
  move(value: PlainValue): void;
  /** the pointer has let go */
  release(): void;
  /** commits what has been moved so far */
  finish(): void;
}

/** @param commit takes the value at the end of a gesture */
export function createSliderGesture(commit: (value: PlainValue) => void): SliderGesture {
  const draft = signal<PlainValue | undefined>(undefined);
  let isPressed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function finish(): void {
    clearTimeout(timer);
    const value = draft.peek();
    if (value === undefined) return;
    commit(value);
    draft.value = undefined;
  }

  function finishIn(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(finish, milliseconds);
  }

  return {
    draft,
    press() {
      isPressed = true;
      clearTimeout(timer);
    },
    move(value) {
      draft.value = value;
      if (!isPressed) finishIn(KEYS_REST);
    },
    release() {
      isPressed = false;
      finishIn(0); // the last move may follow the release
    },
    finish,
  };
}
