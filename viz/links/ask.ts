import { effect } from "@preact/signals";
import type { Notice, Notices } from "../state/notices.ts";

/**
 * Asks something in the message bar.
 *
 * @param label of the button
 * @param act called when it is pressed; gives the answer, at once or later
 * @returns undefined if the message is closed, or another one takes its place
 */
export function ask<T>(
  { notice }: Pick<Notices, "notice">,
  lines: readonly string[],
  label: string,
  act: (answer: (value: T) => void) => void,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    const question: Notice = { kind: "done", lines, actions: [{ label, act: () => act(finish) }] };
    notice.value = question;
    const stop = effect(() => {
      if (notice.value === question) return;
      resolve(undefined);
      stop();
    });
    function finish(value: T): void {
      resolve(value);
      stop();
      if (notice.value === question) notice.value = undefined;
    }
  });
}
