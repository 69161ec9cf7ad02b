import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";

/** Entries that a click adds to a long list. */
const MORE = 50;

interface Props<T> {
  /** oldest first */
  readonly entries: readonly T[];
  /** how many of the newest are listed at first */
  readonly first: number;
  readonly label: string;
  /** shows one entry as a list item; `above` is the one listed above it */
  readonly children: (entry: T, key: number, above: T | undefined) => ComponentChildren;
}

/** A list, newest first, of which only the first entries are shown until the reader asks for more. */
export function LongList<T>({ entries, first, label, children }: Props<T>) {
  const shown = useSignal(first);
  const count = Math.min(shown.value, entries.length);
  const left = entries.length - count;
  return (
    <>
      <ol class="evidence-list" aria-label={label}>
        {Array.from({ length: count }, (_, k) => {
          const at = entries.length - 1 - k;
          return children(entries[at] as T, at, k === 0 ? undefined : entries[at + 1]);
        })}
      </ol>
      {left > 0 && (
        <button
          type="button"
          class="plain more"
          aria-label={`Show ${Math.min(MORE, left)} more: ${label}`}
          onClick={() => {
            shown.value = count + MORE;
          }}
        >
          Show {Math.min(MORE, left)} more of {left.toLocaleString("en-US")}
        </button>
      )}
      {shown.value > first && entries.length > first && (
        <button
          type="button"
          class="plain more"
          aria-label={`Show fewer: ${label}`}
          onClick={() => {
            shown.value = first;
          }}
        >
          Show fewer
        </button>
      )}
    </>
  );
}
