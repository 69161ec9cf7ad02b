import { formatNumber, formatValue, InputError, type People, strangers } from "../sim/index.ts";
import type { AgentRows } from "./agents.ts";
import { fillIn } from "./fill-in-people.ts";
import { MOST_AGENTS } from "./network/listing.ts";
import type { ReadNetwork } from "./network/network-of-file.ts";
import { circlesOfRun } from "./network/read-tie-table.ts";

/** Most faults that are printed. */
const MOST_PRINTED = 20;

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
  const problems: string[] = [];
  const known = new Map<number, number>();
  const numbers = keys.map((key, row) => {
    const line = lines[row] ?? 0;
    const number = /^\d{1,6}$/.test(key) ? Number(key) : -1;
    if (number < 0) {
      problems.push(
        `${file}, line ${line}: agent must be a whole number from 0 to ${formatNumber(MOST_AGENTS - 1)}, got ${formatValue(key)}`,
      );
      return number;
    }
    const other = known.get(number);
    if (other !== undefined)
      problems.push(`${file}, line ${line}: repeats agent ${number} of line ${other}; delete one of the two lines`);
    known.set(number, line);
    return number;
  });
  throwProblems(problems, file);
  return numbers;
}

function checkTies({ ties, listing }: ReadNetwork, present: Uint8Array, file: string): void {
  const missing = new Set([...ties.lower, ...ties.upper].filter((agent) => present[agent] !== 1));
  const problems = [...missing]
    .sort((a, b) => a - b)
    .map((agent) => `${file}: agent ${listing.names[agent]} is missing, but has ties; use the ties.csv and agents.csv of one run`);
  throwProblems(problems, file);
}

function throwProblems(problems: readonly string[], file: string): void {
  if (problems.length === 0) return;
  const rest = problems.length - MOST_PRINTED;
  throw new InputError([...problems.slice(0, MOST_PRINTED), ...(rest > 0 ? [`${file}: and ${rest} more`] : [])]);
}
