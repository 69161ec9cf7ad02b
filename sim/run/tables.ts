import { findActiveTie } from "../metrics/active-ties.ts";
import { agentMeasureColumns, measureAgents } from "../metrics/agent-measures.ts";
import { measureTies } from "../metrics/measure-workspace.ts";
import { networkMeasures } from "../metrics/network-measures.ts";
import { isLocalBridge } from "../metrics/tie/local-bridge.ts";
import { P } from "../parameters/effective-values.ts";
import { TRAITS, traitNames } from "../parameters/trait-names.ts";
import { eventKinds, NOBODY } from "../population/event-log.ts";
import { BELIEFS, CREDIBILITY, INTIMACY, RELIABILITY, SELF_ORIENTATION } from "../population/tie-store.ts";
import { type Cell, csvLine } from "../results/csv.ts";
import { escapeForSpreadsheet } from "../results/spreadsheet-escape.ts";
import { fadedStrength } from "../trust/tie-strength.ts";
import { trustScore } from "../trust/trust-equation.ts";
import type { Collector } from "./collect.ts";
import type { Run } from "./run.ts";

/** Approximate length of a piece of text, in characters. */
const PIECE = 1 << 16;

export const seriesColumns: readonly string[] = networkMeasures.map(({ name }) => name);

// biome-ignore format: a table
export const agentTableColumns: readonly string[] = [
  "agent", "name", "circle", "domain", "expertise", "status", ...traitNames, ...agentMeasureColumns.map(({ name }) => name),
];

// biome-ignore format: a table
export const tieTableColumns = [
  "tick", "from", "to", "credibility", "reliability", "intimacy", "self_orientation", "evidence", "trust_score", "trust_share", "strength",
  "last_encounter", "from_circle", "to_circle", "overlap", "local_bridge",
] as const;

export const eventColumns = ["tick", "kind", "from", "to", "about", "value"] as const;

/** Formats a row of the collector as a line of series.csv. */
export function seriesLine(row: Float64Array): string {
  return csvLine(Array.from(row));
}

/** Generates agents.csv: one row per agent present. Reach, payoff and promises cover the collector's window, at most a year. */
export function* agentTable(run: Run, collector: Collector): Generator<string> {
  const { population } = run;
  const { agents, circles } = population;
  const measures = measureAgents(population, collector.workspace, collector.window());
  yield csvLine(agentTableColumns);
  yield* inPieces(circles.present, (agent) => {
    const own = agent * TRAITS;
    const cells: Cell[] = [
      agent,
      escapeForSpreadsheet(run.names[agent] ?? ""),
      circleCell(run, agents.circle[agent]),
      agents.domain[agent],
      agents.expertise[agent],
      agents.status[agent],
    ];
    for (let trait = 0; trait < TRAITS; trait++) cells.push(agents.traits[own + trait]);
    for (const { name } of agentMeasureColumns) cells.push(measures[name][agent]);
    return csvLine(cells);
  });
}

/** Generates the rows of ties.csv at this tick, without the header: one row for each direction of each known tie. */
export function* tieLines(run: Run, collector: Collector): Generator<string> {
  const { population } = run;
  measureTies(population, collector.workspace);
  yield* inPieces(population.circles.present, (agent) => {
    const { start, length } = population.ties.blocks;
    let lines = "";
    for (let row = start[agent]; row < start[agent] + length[agent]; row++) lines += tieLine(run, collector, agent, row);
    return lines;
  });
}

function tieLine(run: Run, { workspace }: Collector, agent: number, row: number): string {
  const { agents, ties, values, tick } = run.population;
  const contact = ties.blocks.ids[row];
  const at = row * BELIEFS;
  const c = ties.beliefs[at + CREDIBILITY];
  const r = ties.beliefs[at + RELIABILITY];
  const i = ties.beliefs[at + INTIMACY];
  const s = ties.beliefs[at + SELF_ORIENTATION];
  const silent = tick - ties.lastEncounter[row];
  // Only active ties have an overlap.
  const tie = findActiveTie(workspace.active, agent, contact);
  return csvLine([
    tick,
    agent,
    contact,
    c,
    r,
    i,
    s,
    ties.evidence[row],
    trustScore(c, r, i, s),
    ties.trust[row],
    fadedStrength(ties.strength[row], silent, values[P.fadingRate], values[P.fadingProtection]),
    ties.lastEncounter[row],
    circleCell(run, agents.circle[agent]),
    circleCell(run, agents.circle[contact]),
    tie < 0 ? undefined : workspace.overlap[tie],
    tie < 0 ? undefined : isLocalBridge(workspace.shared[tie]),
  ]);
}

/** Starts storing events one by one, for `eventLines`. */
export function listen(run: Run): void {
  run.population.events.listening = 1;
}

/** Generates the rows of events.csv since the last call, which must be in the same tick, and clears the log. */
export function* eventLines({ population }: Run): Generator<string> {
  const { events, tick } = population;
  const { kept, kind, from, to, about, value } = events;
  events.kept = 0;
  let piece = "";
  for (let at = 0; at < kept; at++) {
    const third = about[at] === NOBODY ? undefined : about[at];
    piece += csvLine([tick, eventKinds[kind[at]], from[at], to[at], third, value[at]]);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/** Returns the name of a circle if a file gave one, else its number. */
function circleCell({ circleNames }: Run, circle: number): Cell {
  return circle < circleNames.length ? escapeForSpreadsheet(circleNames[circle]) : circle;
}

function* inPieces(agents: Uint32Array, lines: (agent: number) => string): Generator<string> {
  let piece = "";
  for (const agent of agents) {
    piece += lines(agent);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
