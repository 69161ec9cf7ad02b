import { didYouMean, formatNumber, formatValue, InputError, type People, strangers } from "../sim/index.ts";
import type { AgentRows } from "./agents.ts";
import { fillIn } from "./fill-in-people.ts";
import { joinRunTables } from "./join-run-tables.ts";
import { circlesFromLabels } from "./network/assign-circles.ts";
import { MOST_AGENTS } from "./network/listing.ts";
import type { ReadNetwork } from "./network/network-of-file.ts";
import { communityName } from "./network/read-network.ts";

/** How many names that only the agents file has are printed. */
const NAMES_PRINTED = 3;

/**
 * The people of an agents file without a network. The model makes their ties, and their circles if the file has none.
 *
 * @param file the agents file's name in messages
 * @throws InputError if there are fewer than 2 people
 */
export function peopleOf(rows: AgentRows, { file, seed }: { readonly file: string; readonly seed: string }): People {
  if (rows.names.length < 2) throw new InputError([`${file}: a run needs at least 2 agents, got ${rows.names.length}`]);
  const people = fillIn(strangers(rows.names), rows, [...rows.names.keys()]);
  if (rows.circles.every((circle) => circle === undefined)) return people;
  const none = new Uint32Array(0);
  const { circle, circleNames } = circlesFromLabels(rows.circles, { lower: none, upper: none }, seed);
  return { ...people, circle, circleNames };
}

/**
 * Joins a network and an agents file. The network's agents keep their numbers, so that nothing drawn for them shifts. Agents that
 * only the agents file names follow, without ties. A circle in the agents file replaces that of the network.
 *
 * The ends of ties are names, or ids of the agents file, whichever matches more of them. In the ties.csv and agents.csv of a run they
 * are always numbers, even if names are numbers too.
 */
export function joinPeople(
  network: ReadNetwork,
  rows: AgentRows,
  { file, seed }: { readonly file: string; readonly seed: string },
): Omit<ReadNetwork, "circleLabels" | "listing"> {
  if (network.ties.state !== undefined && rows.isOwn) return joinRunTables(network, rows, file);
  const names = [...network.people.names];
  const indices = new Map(names.map((name, agent) => [name, agent]));
  const keys = keysOf(network, rows);
  const agents = rows.names.map((name, row) => {
    const known = indices.get(keys.by[row] ?? "");
    if (known === undefined) return names.push(name) - 1;
    names[known] = name;
    return known;
  });
  const found = network.people.names.length;
  const added = names.length - found;
  if (names.length > MOST_AGENTS)
    throw new InputError([
      `${file}: a run can have at most ${formatNumber(MOST_AGENTS)} agents, got ${formatNumber(names.length)} together with the network`,
    ]);
  if (new Set(names).size < names.length)
    throw new InputError([
      `${file}: a name of this file is also the name of another agent in the network, so it is not clear who is meant`,
    ]);
  const labels = networkLabels(network, added);
  let given = 0;
  for (const [row, agent] of agents.entries()) {
    if (rows.circles[row] === undefined) continue;
    labels[agent] = rows.circles[row];
    given++;
  }
  const { circle, circleNames, filled } = circlesFromLabels(labels, network.ties, seed);
  const { summary } = network;
  const notes = names
    .slice(found, found + NAMES_PRINTED)
    // If the ends of ties are ids or rows, a name resembles one of them only by chance.
    .map(
      (name) => `not in the network: ${formatValue(name)}${keys.by === rows.names ? didYouMean(name, network.people.names) : ""}`,
    );
  const circlesFrom =
    given === names.length ? "the agents file" : given > 0 ? `${summary.circlesFrom} and the agents file` : summary.circlesFrom;
  return {
    people: { ...fillIn(strangers(names), rows, agents), circle, circleNames },
    ties: network.ties,
    summary: {
      ...summary,
      agents: names.length,
      isolated: summary.isolated + added,
      added,
      circles: circleNames.length,
      circlesFrom,
      withoutCircle: filled,
      notes: [...summary.notes, ...keys.notes, ...notes],
    },
  };
}

/** The label of each agent's circle. An added agent has no ties, so among communities it is one of its own. */
function networkLabels({ people, summary, circleLabels }: ReadNetwork, added: number): (string | undefined)[] {
  const labelled = circleLabels.some((label) => label !== undefined);
  const labels = labelled ? [...circleLabels] : Array.from(people.circle, (number) => people.circleNames[number]);
  for (let k = 0; k < added; k++) labels.push(labelled ? undefined : communityName(summary.circles + k));
  return labels;
}

/** What identifies the agent of each row in the network, and a note on it. */
function keysOf({ people, listing }: ReadNetwork, agents: AgentRows): { by: readonly string[]; notes: string[] } {
  const { names, keys, isOwn, endsAreRows } = agents;
  if (listing.isOwn && isOwn) return { by: keys, notes: [] };
  // tidygraph writes the rows of its table of nodes, from 1, as the ends of ties.
  const rows = names.map((_, row) => String(row + 1));
  const byRow = { by: rows, notes: ["the ends of ties are rows of the agents file, from 1"] };
  const known = new Set(rows);
  const canBeRows = people.names.every((name) => known.has(name));
  if (endsAreRows && canBeRows) return byRow;
  const ends = new Set(people.names);
  const countIn = (list: readonly string[]): number => list.reduce((count, one) => count + (ends.has(one) ? 1 : 0), 0);
  const [byName, byKey] = [countIn(names), countIn(keys)];
  if (byKey > byName) return { by: keys, notes: [] };
  if (!canBeRows) return { by: names, notes: [] };
  if (byName === 0) return byRow;
  const notes = byName < ends.size ? ["WARNING: the ends of ties could be names or rows of the agents file; read as names"] : [];
  return { by: names, notes };
}
