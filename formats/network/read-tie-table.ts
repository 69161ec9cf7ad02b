import {
  BOTH,
  formatNumber,
  formatValue,
  type ImportedRatings,
  type ImportedState,
  strangers,
  tieTableColumns,
} from "../../sim/index.ts";
import { type Faults, ignoreFaults } from "../faults.ts";
import { formatCount } from "../format-number.ts";
import { findLookAlikes } from "../names.ts";
import { findTable, type Table } from "../table/find-table.ts";
import { readNumber } from "../table/read-number.ts";
import { readRows } from "../table/read-rows.ts";
import { addRecord, createListing, type Listing, MOST_AGENTS } from "./listing.ts";
import type { ReadNetwork } from "./network-of-file.ts";

type Column = (typeof tieTableColumns)[number];

/** Largest tick and most evidence. */
const LARGEST = 1_000_000_000;

const beliefs = ["credibility", "reliability", "intimacy", "self_orientation"] as const;

/** One direction of a tie. */
interface Direction {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly beliefs: readonly number[];
  readonly evidence: number;
  readonly strength: number;
  readonly lastEncounter: number;
}

/** The table if a text is the ties.csv of a run, recognized by its header; else undefined. */
export function findTieTable(text: string): Table | undefined {
  const table = findTable(text, ["\t", ";", ","]);
  if (table === undefined) return undefined;
  let isOwn = false;
  const check = (cells: string[]): false => {
    isOwn = cells.length === tieTableColumns.length && tieTableColumns.every((title, at) => cells[at] === title);
    return false;
  };
  readRows(text, table.delimiter, ignoreFaults(), check, table.start);
  return isOwn ? table : undefined;
}

/**
 * Reads the ties.csv of a run: the state of every tie at its last tick. Agents are numbers, from 0 to the largest; one that has no
 * tie is there, too, unless the agents.csv of the run says otherwise.
 *
 * @throws InputError with every fault and its line
 */
export function readTieTable(text: string, { delimiter, start }: Table, faults: Faults): ReadNetwork {
  const last = findLastTick(text, { delimiter, start });
  const reader = new TieReader(last, faults);
  let isHeader = true;
  const take = (cells: string[], line: number): void => {
    if (!isHeader) reader.readRow(cells, line);
    isHeader = false;
  };
  readRows(text, delimiter, faults, take, start);
  return reader.finish();
}

function findLastTick(text: string, { delimiter, start }: Table): number {
  let last = 0;
  const take = (cells: string[]): void => {
    last = Math.max(last, readNumber(cells[0] ?? "") ?? 0);
  };
  readRows(text, delimiter, ignoreFaults(), take, start);
  return last;
}

class TieReader {
  readonly #tick: number;
  readonly #faults: Faults;
  readonly #directions: Direction[] = [];
  readonly #circles: (string | undefined)[] = [];
  #agents = 0;
  #earlier = 0;

  constructor(tick: number, faults: Faults) {
    this.#tick = tick;
    this.#faults = faults;
  }

  readRow(cells: readonly string[], line: number): void {
    if (cells.length !== tieTableColumns.length) {
      this.#faults.add(line, `has ${formatCount(cells.length, "cell")}, but the header has ${tieTableColumns.length}`);
      return;
    }
    const tick = this.#whole(cells, "tick", line, LARGEST);
    if (tick !== this.#tick) {
      this.#earlier++;
      return;
    }
    const from = this.#whole(cells, "from", line, MOST_AGENTS - 1);
    const to = this.#whole(cells, "to", line, MOST_AGENTS - 1);
    if (from === to && from >= 0)
      this.#faults.add(line, `an agent cannot have a tie with itself, got ${from} twice; delete the line`);
    const read = {
      line,
      from,
      to,
      beliefs: beliefs.map((belief) => this.#number(cells, belief, line, 1)),
      evidence: this.#number(cells, "evidence", line, LARGEST),
      strength: this.#number(cells, "strength", line, 1),
      lastEncounter: this.#pastTick(cells, line),
    };
    if (from < 0 || to < 0) return;
    this.#agents = Math.max(this.#agents, from + 1, to + 1);
    this.#circles[from] ??= cellOf(cells, "from_circle");
    this.#circles[to] ??= cellOf(cells, "to_circle");
    this.#directions.push(read);
  }

  finish(): ReadNetwork {
    this.#faults.throwIfAny();
    const pairs = this.#pairs();
    this.#faults.throwIfAny();
    if (this.#agents < 2) this.#faults.stop(0, `a run needs at least 2 agents, got ${this.#agents}`);
    return assemble(pairs, this.#agents, this.#tick, this.#circles, this.#earlier);
  }

  /** The two directions of each tie, the lower agent's first, by lower and then upper agent. */
  #pairs(): (readonly [Direction, Direction])[] {
    const byEnds = new Map<number, Direction>();
    for (const direction of this.#directions) {
      const ends = direction.from * MOST_AGENTS + direction.to;
      const other = byEnds.get(ends);
      if (other === undefined) byEnds.set(ends, direction);
      else
        this.#faults.add(
          direction.line,
          `repeats the tie from ${direction.from} to ${direction.to} of line ${other.line}; delete one of the two lines`,
        );
    }
    const pairs: (readonly [Direction, Direction])[] = [];
    for (const up of this.#directions) {
      const down = byEnds.get(up.to * MOST_AGENTS + up.from);
      if (down === undefined)
        this.#faults.add(
          up.line,
          `has the tie from ${up.from} to ${up.to}, but no line has the one from ${up.to} to ${up.from}; a run writes both, so copy the missing line from the original file`,
        );
      else if (up.from < up.to) pairs.push(this.#checkPair(up, down));
    }
    return pairs.sort(([a], [b]) => a.from - b.from || a.to - b.to);
  }

  #checkPair(up: Direction, down: Direction): readonly [Direction, Direction] {
    for (const [column, one, other] of [
      ["strength", up.strength, down.strength],
      ["last_encounter", up.lastEncounter, down.lastEncounter],
    ] as const)
      if (one !== other)
        this.#faults.add(
          Math.max(up.line, down.line),
          `${column} must be the same in both lines of a tie, got ${other} here and ${one} in line ${Math.min(up.line, down.line)}; copy the lines from the original file`,
        );
    return [up, down];
  }

  #whole(cells: readonly string[], column: Column, line: number, max: number): number {
    const cell = cellOf(cells, column);
    const value = readNumber(cell);
    if (value !== undefined && Number.isInteger(value) && value >= 0 && value <= max) return value;
    this.#faults.add(line, `${column} must be a whole number, from 0 to ${formatNumber(max)}, got ${formatValue(cell)}`);
    return -1;
  }

  /** The tick of the last encounter. It is negative if that was in the burn-in of a settled run. */
  #pastTick(cells: readonly string[], line: number): number {
    const cell = cellOf(cells, "last_encounter");
    const value = readNumber(cell);
    if (value !== undefined && Number.isInteger(value) && value >= -LARGEST && value <= this.#tick) return value;
    const rule = `must be a whole number, at most the tick, ${formatNumber(this.#tick)}`;
    this.#faults.add(line, `last_encounter ${rule}, got ${formatValue(cell)}`);
    return -1;
  }

  /** A number from 0 to `most`. */
  #number(cells: readonly string[], column: Column, line: number, most: number): number {
    const cell = cellOf(cells, column);
    const value = readNumber(cell);
    if (value !== undefined && value >= 0 && value <= most) return value + 0;
    this.#faults.add(line, `${column} must be a number from 0 to ${formatNumber(most)}, got ${formatValue(cell)}`);
    return 0;
  }
}

function cellOf(cells: readonly string[], column: Column): string {
  return cells[tieTableColumns.indexOf(column)] ?? "";
}

function assemble(
  pairs: readonly (readonly [Direction, Direction])[],
  agents: number,
  tick: number,
  labels: readonly (string | undefined)[],
  earlier: number,
): ReadNetwork {
  const names = Array.from({ length: agents }, (_, agent) => String(agent));
  const sides = pairs.flat();
  const ratings: ImportedRatings = {
    trust: new Float64Array(sides.length).fill(Number.NaN),
    beliefs: Float64Array.from(sides.flatMap((side) => side.beliefs)),
    evidence: Float64Array.from(sides, (side) => side.evidence),
  };
  const state: ImportedState = {
    tick,
    strength: Float64Array.from(pairs, ([up]) => up.strength),
    lastEncounter: Int32Array.from(pairs, ([up]) => up.lastEncounter),
  };
  const circleLabels = Array.from(names, (_, agent) => labels[agent]);
  const listing: Listing = { ...createListing(), names: [...names], circles: [...circleLabels], isOwn: true };
  for (const { from, to, strength } of sides) addRecord(listing, from, to, strength, true);
  const { circle, circleNames } = circlesOfRun(circleLabels);
  const linked = new Set(sides.map(({ from }) => from));
  return {
    people: { ...strangers(names), circle, circleNames },
    ties: {
      lower: Uint32Array.from(pairs, ([up]) => up.from),
      upper: Uint32Array.from(pairs, ([up]) => up.to),
      weightRank: new Float64Array(pairs.length).fill(Number.NaN),
      named: new Uint8Array(pairs.length).fill(BOTH),
      ratings,
      state,
    },
    summary: {
      agents,
      ties: pairs.length,
      oneWay: 0,
      weighted: pairs.length,
      repeated: 0,
      selfLoops: 0,
      zeroWeights: 0,
      isolated: agents - linked.size,
      added: 0,
      circles: circleNames.length,
      circlesFrom: "the file",
      withoutCircle: 0,
      notes: [
        `the state of a run at tick ${formatNumber(tick)}, where the new run begins`,
        ...(earlier > 0 ? [`${formatCount(earlier, "line")} of earlier ticks left out`] : []),
      ],
      warnings: findLookAlikes(circleNames, "circles "),
    },
    circleLabels,
    listing,
  };
}

/** Circles as a run writes them. Numbers stay numbers, so that each circle keeps its own. */
export function circlesOfRun(labels: readonly (string | undefined)[]): { circle: Int32Array; circleNames: string[] } {
  const isNumbered = labels.every((label) => label === undefined || (/^\d{1,6}$/.test(label) && String(Number(label)) === label));
  const given = [...new Set(labels.filter((label) => label !== undefined))];
  const circleNames = isNumbered
    ? Array.from({ length: given.reduce((most, label) => Math.max(most, Number(label)), 0) + 1 }, (_, k) => String(k))
    : given;
  const numbers = new Map(circleNames.map((name, at) => [name, at]));
  return { circle: Int32Array.from(labels, (label) => numbers.get(label ?? "") ?? 0), circleNames };
}
