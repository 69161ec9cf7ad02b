import { readBlockMatrix } from "./block-matrix.ts";
import { readDegrees } from "./degrees.ts";

/** A text in the spelling in which the program keeps it, or what is wrong with it. */
export type TextReading = { readonly value: string } | { readonly rule: string };

/** How the texts of parameters are read, by key. Each gives one spelling, so that equal values are equal texts. */
export const textReaders = {
  degrees: (text) => spelling(readDegrees(text)),
  blockMatrix: (text) => spelling(readBlockMatrix(text)),
} as const satisfies Record<string, (text: string) => TextReading>;

export type TextKey = keyof typeof textReaders;

function spelling(read: { readonly text: string } | { readonly rule: string }): TextReading {
  return "rule" in read ? read : { value: read.text };
}
