import { formatNumber, formatValue, type People, strangers } from "../sim/index.ts";
import type { AgentRows } from "./agents.ts";
import { Faults } from "./faults.ts";
import { fillIn } from "./fill-in-people.ts";
import { MOST_AGENTS } from "./network/listing.ts";
import type { ReadNetwork } from "./network/network-of-file.ts";
import { circlesOfRun } from "./network/read-tie-table.ts";

/**
 * Joins the ties.csv and the agents.csv of one run. Agents are matched by number and keep it, so that the same is drawn for them. A
 * number without a row is an agent who has left.
 *
 * @param file the agents file's name in messages
 * @throws InputError with every fault
 */
export function joinRunTables(network: ReadNetwork, rows: AgentRows, file: string): Omit<ReadNetwork, "circleLabels" | "listing"> {
  const numbers = readNumbers(rows, file);
  const count = Math.max(network.people.names.length, ...maximum(numbers));
  const present = new Uint8Array(count);
  for (const number of numbers) present[number] = 1;
  checkTies(network, present, file);
  const names = new Array<string>(count).fill("");
  const labels = new Array<string | undefined>(count).fill(undefined);
  const since = new Int32Array(count);
  for (const [row, number] of numbers.entries()) {
    since[number] = rows.since[row] ?? 0;
    names[number] = rows.names[row] ?? "";
    labels[number] = rows.circles[row];
  }
  const { circle, circleNames } = circlesOfRun(labels);
  const people: People = { ...fillIn(strangers(names), rows, numbers), circle, circleNames, since, present };
  const { summary, ties } = network;
  const linked = new Set([...ties.lower, ...ties.upper]);
  return {
    people,
    ties,
    summary: {
      ...summary,
      agents: numbers.length,
      isolated: numbers.filter((number) => !linked.has(number)).length,
      circles: new Set(rows.circles).size,
      circlesFrom: "the agents file",
    },
  };
}

function maximum(numbers: readonly number[]): number[] {
  let most = -1;
  for (const number of numbers) most = Math.max(most, number);
  return [most + 1];
}

/** The agent of each row. */
function readNumbers({ keys, lines }: AgentRows, file: string): number[] {
  const faults: Faults = new Faults(file);
  const known = new Map<number, number>();
  const numbers = keys.map((key, row) => {
    const line = lines[row] ?? 0;
    const number = /^\d{1,6}$/.test(key) ? Number(key) : -1;
    const other = known.get(number);
    if (number < 0)
      faults.add(line, `agent must be a whole number from 0 to ${formatNumber(MOST_AGENTS - 1)}, got ${formatValue(key)}`);
    else if (other !== undefined)
      faults.add(line, `repeats agent ${formatNumber(number)} of line ${other}; delete one of the two lines`);
    else known.set(number, line);
    return number;
  });
  faults.throwIfAny();
  return numbers;
}

function checkTies({ ties }: ReadNetwork, present: Uint8Array, file: string): void {
  const faults: Faults = new Faults(file);
  const missing = new Set([...ties.lower, ...ties.upper].filter((agent) => present[agent] !== 1));
  for (const agent of [...missing].sort((a, b) => a - b))
    faults.add(0, `agent ${formatNumber(agent)} is missing, but has ties; use the ties.csv and agents.csv of one run`);
  faults.throwIfAny();
}
