import { didYouMean, InputError, type People, shown, strangers, TRAITS } from "../sim/index.ts";
import type { AgentRows } from "./agents.ts";
import { circlesFromLabels } from "./network/assign-circles.ts";
import { MOST_AGENTS } from "./network/listing.ts";
import { communityName, type ReadNetwork } from "./network/read-network.ts";

/** Names of the agents file that the network does not have are told up to so many. */
const TOLD = 3;

/**
 * People of an agents file and no network: their ties are made by the model. Circles are theirs where any has one, else the
 * model's.
 *
 * @param file the agents file's name, for the messages
 * @throws InputError where they are fewer than 2
 */
export function peopleOf(rows: AgentRows, { file, seed }: { readonly file: string; readonly seed: string }): People {
  if (rows.names.length < 2) throw new InputError([`${file}: must have at least 2 agents, got ${rows.names.length}`]);
  const people = fillIn(strangers(rows.names), rows, [...rows.names.keys()]);
  if (rows.circles.every((circle) => circle === undefined)) return people;
  const none = new Uint32Array(0);
  const { circle, circleNames } = circlesFromLabels(rows.circles, { lower: none, upper: none }, seed);
  return { ...people, circle, circleNames };
}

/**
 * A network and an agents file together. The network's agents keep their numbers, so that nothing drawn for them shifts; those
 * whom only the agents file names follow as agents without ties. Where the agents file gives a circle it stands over the
 * network's.
 *
 * The agents.csv and ties.csv of one run fit each other: where no name of the network is one of the agents file's and all of
 * them are numbers of its column `agent`, agents are found by these, and get their names.
 */
export function joinPeople(
  network: ReadNetwork,
  rows: AgentRows,
  { file, seed }: { readonly file: string; readonly seed: string },
): Omit<ReadNetwork, "circleLabels"> {
  const names = [...network.people.names];
  const indices = new Map(names.map((name, agent) => [name, agent]));
  const byNumber = !rows.names.some((name) => indices.has(name)) && isSubset(names, rows.numbers);
  const agents = rows.names.map((name, row) => {
    const known = indices.get(byNumber ? rows.numbers[row] : name);
    if (known === undefined) return names.push(name) - 1;
    names[known] = name;
    return known;
  });
  const found = network.people.names.length;
  const added = names.length - found;
  if (names.length > MOST_AGENTS)
    throw new InputError([`${file}: must have at most ${MOST_AGENTS} agents together with the network, got ${names.length}`]);
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
    .slice(found, found + TOLD)
    .map((name) => `not in the network: ${shown(name)}${didYouMean(name, network.people.names)}`);
  const circlesFrom =
    given === names.length ? "the agents file" : given > 0 ? `${summary.circlesFrom} and the agents file` : summary.circlesFrom;
  return {
    people: { ...fillIn(strangers(names), rows, agents), circle, circleNames },
    ties: network.ties,
    summary: {
      ...summary,
      agents: names.length,
      islands: summary.islands + added,
      added,
      circles: circleNames.length,
      circlesFrom,
      withoutCircle: filled,
      notes: [...summary.notes, ...notes],
    },
  };
}

/** Labels of the network's circles by agent, and those of agents that are added: as islands, communities of their own. */
function networkLabels({ people, summary, circleLabels }: ReadNetwork, added: number): (string | undefined)[] {
  const labelled = circleLabels.some((label) => label !== undefined);
  const labels = labelled ? [...circleLabels] : Array.from(people.circle, (number) => people.circleNames[number]);
  for (let k = 0; k < added; k++) labels.push(labelled ? undefined : communityName(summary.circles + k));
  return labels;
}

/** The same people with what the rows give; `agents` holds the agent of each row. */
function fillIn(people: People, rows: AgentRows, agents: readonly number[]): People {
  for (const [row, agent] of agents.entries()) {
    people.domain[agent] = rows.domain[row];
    people.expertise[agent] = rows.expertise[row];
    people.status[agent] = rows.status[row];
    for (let trait = 0; trait < TRAITS; trait++) people.traits[agent * TRAITS + trait] = rows.traits[row * TRAITS + trait];
  }
  return people;
}

function isSubset(some: readonly string[], all: readonly string[]): boolean {
  const known = new Set(all);
  return some.every((one) => known.has(one));
}
