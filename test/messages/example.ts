import { InputError } from "../../sim/index.ts";

/** What a person gave, and what the program said about it. */
export interface Example {
  readonly input: string;
  readonly messages: readonly string[];
}

/** Examples that come from one part of the program. */
export interface Section {
  readonly title: string;
  /** a sentence for readers of the list */
  readonly about: string;
  readonly examples: readonly Example[];
}

/**
 * Runs a reader of input and keeps what it says.
 *
 * @param read returns notices, if there are any
 */
export function provoke(input: string, read: () => readonly string[] | undefined): Example {
  return { input, messages: messagesFrom(read) };
}

function messagesFrom(read: () => readonly string[] | undefined): readonly string[] {
  try {
    return read() ?? [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

/** A list of inputs, each a file of one or several lines. */
export function provokeAll(inputs: readonly string[], read: (text: string) => readonly string[] | undefined): Example[] {
  return inputs.map((input) => provoke(input, () => read(input)));
}
