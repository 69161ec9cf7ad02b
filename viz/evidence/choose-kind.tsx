import type { Signal } from "@preact/signals";

interface Props<Kind extends string> {
  /** names the list */
  readonly label: string;
  readonly chosen: Signal<Kind>;
  readonly labels: Readonly<Record<Kind, string>>;
  readonly counts: Readonly<Record<Kind, number>>;
}

/** Lets the reader choose which kind of entry is listed, and says how many there are of each. */
export function ChooseKind<Kind extends string>({ label, chosen, labels, counts }: Props<Kind>) {
  return (
    <label class="choose-evidence small">
      {label}{" "}
      <select
        autocomplete="off"
        value={chosen.value}
        onChange={(event) => {
          chosen.value = event.currentTarget.value as Kind;
        }}
      >
        {(Object.keys(labels) as Kind[]).map((kind) => (
          <option key={kind} value={kind}>
            {labels[kind]} ({counts[kind].toLocaleString("en-US")})
          </option>
        ))}
      </select>
    </label>
  );
}

/** How many entries there are of each kind. */
export function countKinds<Kind extends string>(
  kinds: readonly Kind[],
  entries: Iterable<{ readonly kind: Kind }>,
): Record<Kind, number> {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  for (const { kind } of entries) counts[kind]++;
  return counts;
}
