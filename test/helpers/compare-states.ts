import { traitKeys } from "../../sim/parameters/trait-names.ts";
import type { Person, State } from "./reference-state.ts";

/**
 * The differences between two states, as texts; empty if they agree. Whole numbers, ties, promises and held items must be
 * equal; other numbers may differ by `tolerance`.
 */
export function differences(ours: State, theirs: State, tolerance: number): string[] {
  const found: string[] = [];
  const compare = (where: string, a: unknown, b: unknown) => {
    const near = typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= tolerance;
    if (!Object.is(a, b) && !near) found.push(`${where}: ${a} and ${b}`);
  };
  compare("tick", ours.tick, theirs.tick);
  compare("items born", ours.nextItem, theirs.nextItem);
  compare("promises", ours.promises.map(asText).join(), theirs.promises.map(asText).join());
  compare("news", newsText(ours), newsText(theirs));
  compare("agents", ours.people.length, theirs.people.length);
  ours.people.forEach((person, i) => {
    const twin = theirs.people[i];
    compare(`presence of ${i}`, person.present, twin.present);
    for (const key of numbersOf) compare(`${key} of ${i}`, person[key], twin[key]);
    compare(`given traits of ${i}`, [...person.given].join(), [...twin.given].join());
    compare(`contacts of ${i}`, contactsText(person), contactsText(twin));
    for (const [j, tie] of person.ties) {
      const twinTie = twin.ties.get(j);
      if (twinTie === undefined) continue;
      compare(`strength of ${i}, ${j}`, tie.w, twinTie.w);
      compare(`last encounter of ${i}, ${j}`, String(tie.t0), String(twinTie.t0));
      for (const belief of ["C", "R", "I", "S", "e"] as const)
        compare(`${belief} of ${i} about ${j}`, tie.views.get(i)?.[belief], twinTie.views.get(i)?.[belief]);
    }
  });
  return found;
}

const numbersOf = [...traitKeys, "since", "domain", "x", "z", "circle", "sociality", "reach", "payoff", "kept", "broken"] as const;

const asText = (promise: object) => Object.values(promise).join(" ");

function newsText({ news }: State): string {
  const items = [...news].filter(([, holders]) => holders.size > 0).sort(([a], [b]) => a - b);
  return items.map(([item, holders]) => `${item}: ${[...holders].sort((a, b) => a - b)}`).join("; ");
}

function contactsText({ ties }: Person): string {
  return [...ties.keys()].sort((a, b) => a - b).join();
}
