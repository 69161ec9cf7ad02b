import { findActiveTie } from "../metrics/active-ties.ts";
import { agentMeasureColumns, measureAgents } from "../metrics/agent-measures.ts";
import { measureTies } from "../metrics/measure-workspace.ts";
import { networkMeasures } from "../metrics/network-measures.ts";
import { isLocalBridge } from "../metrics/tie/local-bridge.ts";
import { P } from "../parameters/effective-values.ts";
import { TRAITS, traitNames } from "../parameters/trait-names.ts";
import { clearEvents, eventKinds, MOVES, NOBODY } from "../population/event-log.ts";
import { BELIEFS, CREDIBILITY, INTIMACY, RELIABILITY, SELF_ORIENTATION } from "../population/tie-store.ts";
import { type Cell, csvLine } from "../results/csv.ts";
import { escapeForSpreadsheet } from "../results/spreadsheet-escape.ts";
import { evidenceNow } from "../trust/evidence.ts";
import { fadedStrength } from "../trust/tie-strength.ts";
import { trustScore } from "../trust/trust-equation.ts";
import type { Collector } from "./collect.ts";
import { type Run, tickOf } from "./run.ts";

/** Approximate length of a piece of text, in characters. */
const PIECE = 1 << 16;

export const seriesColumns: readonly string[] = networkMeasures.map(({ name }) => name);

// biome-ignore format: a table
export const agentTableColumns: readonly string[] = [
  "agent", "name", "circle", "domain", "expertise", "status", "sociality", "since", ...traitNames, ...agentMeasureColumns.map(({ name }) => name),
];

// biome-ignore format: a table
export const tieTableColumns = [
  "tick", "from", "to", "credibility", "reliability", "intimacy", "self_orientation", "evidence", "trust_score", "trust_share", "strength",
  "last_encounter", "from_circle", "to_circle", "overlap", "local_bridge",
] as const;

// biome-ignore format: a table
export const eventColumns = [
  "tick", "kind", "from", "to", "about", "value",
  "from_trust_before", "from_trust_after", "to_trust_before", "to_trust_after", "strength_before", "strength_after",
] as const;

/** Formats a row of the collector as a line of series.csv. */
export function seriesLine(row: Float64Array): string {
  return csvLine(Array.from(row));
}

/** One row of a table. Text is as it is: only CSV is escaped. */
export type Row = readonly Cell[];

/** agents.csv: the header and the lines of `agentRows`. */
export function* agentTable(run: Run, collector: Collector): Generator<string> {
  yield csvLine(agentTableColumns);
  yield* linesInPieces(agentRows(run, collector));
}

/** A row for each agent that is present. What was done and got is that of the collector's window, at most a year. */
export function* agentRows(run: Run, collector: Collector): Generator<Row> {
  const { population } = run;
  const { agents, circles } = population;
  const measures = measureAgents(population, collector.workspace, collector.window());
  for (const agent of circles.present) {
    const own = agent * TRAITS;
    const cells: Cell[] = [
      agent,
      run.names[agent] ?? "",
      circleCell(run, agents.circle[agent]),
      agents.domain[agent],
      agents.expertise[agent],
      agents.status[agent],
      agents.sociality[agent],
      agents.since[agent] - run.settled,
    ];
    for (let trait = 0; trait < TRAITS; trait++) cells.push(agents.traits[own + trait]);
    for (const { name } of agentMeasureColumns) cells.push(measures[name][agent]);
    yield cells;
  }
}

/** The lines of `tieRows`, without the header. */
export function tieLines(run: Run, collector: Collector): Generator<string> {
  return linesInPieces(tieRows(run, collector));
}

/** A row for each direction of each tie that is known at this tick. */
export function* tieRows(run: Run, collector: Collector): Generator<Row> {
  const { population } = run;
  measureTies(population, collector.workspace);
  const { start, length } = population.ties.blocks;
  for (const agent of population.circles.present)
    for (let row = start[agent]; row < start[agent] + length[agent]; row++) yield tieRow(run, collector, agent, row);
}

function tieRow(run: Run, { workspace }: Collector, agent: number, row: number): Row {
  const { agents, ties, values } = run.population;
  const tick = tickOf(run);
  const contact = ties.blocks.ids[row];
  const at = row * BELIEFS;
  const c = ties.beliefs[at + CREDIBILITY];
  const r = ties.beliefs[at + RELIABILITY];
  const i = ties.beliefs[at + INTIMACY];
  const s = ties.beliefs[at + SELF_ORIENTATION];
  const lastEncounter = ties.lastEncounter[row] - run.settled;
  // Only active ties have an overlap.
  const tie = findActiveTie(workspace.active, agent, contact);
  return [
    tick,
    agent,
    contact,
    c,
    r,
    i,
    s,
    evidenceNow(ties, values, row, run.population.tick),
    trustScore(c, r, i, s),
    ties.trust[row],
    fadedStrength(ties.strength[row], tick - lastEncounter, values[P.fadingRate], values[P.fadingProtection]),
    lastEncounter,
    circleCell(run, agents.circle[agent]),
    circleCell(run, agents.circle[contact]),
    tie < 0 ? undefined : workspace.overlap[tie],
    tie < 0 ? undefined : isLocalBridge(workspace.shared[tie]),
  ];
}

/** Starts storing events one by one, for `eventLines`, or stops. */
export function listen(run: Run, isListening = true): void {
  run.population.events.listening = +isListening;
}

/** The lines of `eventRows`, without the header. */
export function eventLines(run: Run): Generator<string> {
  return linesInPieces(eventRows(run));
}

/** A row for each event since the last call, within one tick. The log is cleared. */
export function* eventRows(run: Run): Generator<Row> {
  const { events } = run.population;
  const tick = tickOf(run);
  const { kept, kind, from, to, about, value, moved } = events;
  clearEvents(events);
  for (let at = 0; at < kept; at++) {
    const third = about[at] === NOBODY ? undefined : about[at];
    const row: Cell[] = [tick, eventKinds[kind[at]], from[at], to[at], third, value[at]];
    for (let k = at * MOVES; k < (at + 1) * MOVES; k++) row.push(roundMoved(moved[k]));
    yield row;
  }
}

/** Rounds what an event has moved to four decimals, because events are many and most digits would only fill the disk. */
function roundMoved(value: number): number {
  return Math.floor(value * 10_000 + 0.5) / 10_000;
}

/** Returns the name of a circle if a file gave one, else its number. */
function circleCell({ circleNames }: Run, circle: number): Cell {
  return circle < circleNames.length ? circleNames[circle] : circle;
}

/** Rows as lines of CSV whose text no spreadsheet runs, in pieces of whole lines. */
export function* linesInPieces(rows: Iterable<Row>): Generator<string> {
  let piece = "";
  for (const row of rows) {
    piece += csvLine(row.map((cell) => (typeof cell === "string" ? escapeForSpreadsheet(cell) : cell)));
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
