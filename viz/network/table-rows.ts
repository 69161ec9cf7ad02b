import type { Snapshot } from "../../workers/messages.ts";

/** The most rows in the table. */
export const MOST_ROWS = 200;

/** A person in the table. */
export interface TableRow {
  readonly agent: number;
  readonly circle: number;
  /** trust received, 0 to 1; NaN if nobody has enough evidence */
  readonly trust: number;
  readonly strong: number;
  readonly weak: number;
  /** items of news in the last year */
  readonly reach: number;
}

/** The people who are there, most trusted first; those whom nobody can judge come last. */
export function tableRows(snapshot: Snapshot, activeFrom: number, strongFrom: number): TableRow[] {
  const { agents, present, circle, trustReceived, reach } = snapshot;
  const { strong, weak } = countTies(snapshot, activeFrom, strongFrom);
  const rows: TableRow[] = [];
  for (let agent = 0; agent < agents; agent++)
    if (present[agent] === 1)
      rows.push({
        agent,
        circle: circle[agent] as number,
        trust: trustReceived[agent] as number,
        strong: strong[agent] as number,
        weak: weak[agent] as number,
        reach: reach[agent] as number,
      });
  const rank = ({ trust }: TableRow) => (Number.isNaN(trust) ? -1 : trust);
  return rows.sort((a, b) => rank(b) - rank(a) || a.agent - b.agent).slice(0, MOST_ROWS);
}

/** By agent: its strong ties, and its weak ones. */
export function countTies(
  { agents, ties, lower, upper, strength }: Snapshot,
  activeFrom: number,
  strongFrom: number,
): { strong: Uint32Array; weak: Uint32Array } {
  const counts = { strong: new Uint32Array(agents), weak: new Uint32Array(agents) };
  for (let tie = 0; tie < ties; tie++) {
    const now = strength[tie] as number;
    if (!(now >= activeFrom)) continue;
    const column = now >= strongFrom ? counts.strong : counts.weak;
    for (const agent of [lower[tie] as number, upper[tie] as number]) column[agent] = (column[agent] as number) + 1;
  }
  return counts;
}
