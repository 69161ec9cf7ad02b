import { didYouMean, formatNumber, formatValue, InputError, type People, strangers, TRAITS } from "../sim/index.ts";
import type { AgentRows } from "./agents.ts";
import { circlesFromLabels } from "./network/assign-circles.ts";
import { MOST_AGENTS } from "./network/listing.ts";
import { communityName, type ReadNetwork } from "./network/read-network.ts";

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
 * The agents.csv and ties.csv of one run fit each other: if the network shares no name with the agents file and all its names are
 * numbers of the column `agent`, agents are matched by number and get their names.
 */
export function joinPeople(
  network: ReadNetwork,
  rows: AgentRows,
  { file, seed }: { readonly file: string; readonly seed: string },
): Omit<ReadNetwork, "circleLabels" | "listing"> {
  const names = [...network.people.names];
  const indices = new Map(names.map((name, agent) => [name, agent]));
  const byNumber = !rows.names.some((name) => indices.has(name)) && isSubset(names, rows.numbers);
  const agents = rows.names.map((name, row) => {
    const known = indices.get(byNumber ? (rows.numbers[row] ?? "") : name);
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
    .map((name) => `not in the network: ${formatValue(name)}${didYouMean(name, network.people.names)}`);
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
      notes: [...summary.notes, ...notes],
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

/** The same people with the values of the rows. `agents` holds the agent of each row. */
function fillIn(people: People, rows: AgentRows, agents: readonly number[]): People {
  for (const [row, agent] of agents.entries()) {
    people.domain[agent] = rows.domain[row] ?? -1;
    people.expertise[agent] = rows.expertise[row] ?? Number.NaN;
    people.status[agent] = rows.status[row] ?? Number.NaN;
    for (let trait = 0; trait < TRAITS; trait++)
      people.traits[agent * TRAITS + trait] = rows.traits[row * TRAITS + trait] ?? Number.NaN;
  }
  return people;
}

function isSubset(some: readonly string[], all: readonly string[]): boolean {
  const known = new Set(all);
  return some.every((one) => known.has(one));
}
