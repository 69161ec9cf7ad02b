import { isLocalBridge } from "../metrics/tie/local-bridge.ts";
import { sharedContacts, type TieLists } from "../metrics/tie/shared-contacts.ts";
import type { Snapshot } from "./snapshot.ts";

/** The columns of a snapshot that say who has a tie to whom. */
export type TieColumns = Pick<Snapshot, "agents" | "lower" | "upper" | "strength">;

/**
 * Marks the local bridges of a snapshot: the ties that the measure `local_bridges` counts.
 *
 * @param columns ties sorted by lower, then by upper agent
 * @param ties how many ties are in use
 * @param activeFrom strength from which a tie is active
 * @returns by tie: 1 if it is active and a local bridge, else 0
 */
export function markLocalBridges(columns: TieColumns, ties: number, activeFrom: number): Uint8Array {
  const { agents, strength } = columns;
  const active = listActiveTies(columns, ties, activeFrom);
  const shared = new Uint32Array(active.count + 1);
  sharedContacts(active, new Int32Array(agents), shared);
  const marks = new Uint8Array(ties);
  let at = 0;
  for (let tie = 0; tie < ties; tie++) if (strength[tie] >= activeFrom) marks[tie] = +isLocalBridge(shared[at++]);
  return marks;
}

function listActiveTies({ agents, lower, upper, strength }: TieColumns, ties: number, activeFrom: number): TieLists {
  const start = new Uint32Array(agents + 1);
  const contacts = new Uint32Array(ties);
  let count = 0;
  for (let tie = 0; tie < ties; tie++) {
    if (!(strength[tie] >= activeFrom)) continue;
    start[lower[tie] + 1]++;
    contacts[count++] = upper[tie];
  }
  for (let agent = 0; agent < agents; agent++) start[agent + 1] += start[agent];
  return { agents, count, start, contacts };
}
