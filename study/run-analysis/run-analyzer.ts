import {
  clearEvents,
  contactThirds,
  copyActiveTies,
  createTieLives,
  followTies,
  lifeMeasures,
  listen,
  type PastTies,
  type Run,
  recordLives,
  strengthBetween,
  type TieLives,
  tickOf,
} from "../../sim/index.ts";
import { itemAt } from "../item-at.ts";
import type { AnalysisRow } from "./analysis-row.ts";
import { type ClosurePoint, closureCurves } from "./dynamic/closure.ts";
import { addContact, type Contact, contactByAgent, createContact } from "./dynamic/contact.ts";
import { dynamicMeasures } from "./dynamic/dynamic-measures.ts";
import { addNews, createNewsLog, type NewsLog } from "./dynamic/news.ts";
import type { Period } from "./dynamic/period.ts";
import { type Signature, type SignatureDistances, signatureDistances, signatureOf } from "./dynamic/signatures.ts";
import { type Network, type TieKind, tieKinds } from "./network.ts";
import { readNetwork } from "./read-network.ts";
import { analyzeNetwork, type RemovalPoint } from "./static/analyze-network.ts";

/** What an analysis finds at one wave. */
export interface WaveAnalysis {
  readonly rows: readonly AnalysisRow[];
  readonly removal: readonly RemovalPoint[];
  /** empty at the first wave */
  readonly closure: readonly ClosurePoint[];
}

/** Analyzes a run as it is replayed, without changing it. */
export interface RunAnalyzer {
  /** Call at tick 0 and after each further tick. Returns the analysis of a wave at the ticks of waves. */
  observe(): WaveAnalysis | undefined;
}

export interface AnalysisOptions {
  /** ticks of the waves, ascending */
  readonly ticks: readonly number[];
  /** shuffles of each kind, 0 or more */
  readonly shuffles: number;
  /** text from which shuffles are drawn */
  readonly seed: string;
}

/** By kind of ties and agent. */
type Signatures = Readonly<Record<TieKind, readonly Signature[]>>;

/** What is remembered of the wave before. */
interface LastWave {
  readonly network: Network;
  readonly past: PastTies;
  readonly signatures?: Signatures;
}

/** @param run at tick 0 or, with a burn-in, at the end of it */
export function createRunAnalyzer(run: Run, { ticks, shuffles, seed }: AnalysisOptions): RunAnalyzer {
  const { population } = run;
  const waves = new Set(ticks);
  const lives = createTieLives(population.tick);
  let last: LastWave | undefined;
  let contact: Contact = createContact();
  let news: NewsLog = createNewsLog();
  let isFirst = true;
  const areStrong = (one: number, other: number) => isStrong(run, one, other);
  const areAcross = (one: number, other: number) => isAcross(run, one, other);
  listen(run);
  return {
    observe() {
      const tick = tickOf(run);
      if (!isFirst) {
        recordLives(lives, population.workspace.contacts, population.tick);
        addContact(contact, population);
        addNews(news, population.events, areStrong, areAcross);
      }
      clearEvents(population.events);
      isFirst = false;
      if (!waves.has(tick)) return undefined;
      const { network, active } = readNetwork(run);
      const { rows, removal } = analyzeNetwork(network, shuffles, seed);
      const found: AnalysisRow[] = [...rows];
      let closure: readonly ClosurePoint[] = [];
      let signatures: Signatures | undefined;
      if (last !== undefined) {
        const stayed = createStayed(run, last.network.tick);
        const byAgent = contactOfKinds(contact, network);
        signatures = signaturesOfKinds(byAgent);
        closure = closureCurves(last.network, network, stayed);
        const followed = followTies(population, active, last.past, network.strongFrom);
        const period: Period = {
          before: last.network,
          now: network,
          stayed,
          contact: byAgent,
          signatures: distancesOfKinds(last.signatures, signatures, stayed),
          news,
          closure,
          followed,
        };
        found.push(...measurePeriod(period), ...lifeRows(lives, population, tick));
      }
      last = { network, past: copyActiveTies(population, active), ...(signatures && { signatures }) };
      contact = createContact();
      news = createNewsLog();
      return { rows: found, removal, closure };
    },
  };
}

function isStrong({ population }: Run, one: number, other: number): boolean {
  return strengthBetween(population, one, other) >= population.parameters.strongFrom;
}

function isAcross({ population }: Run, one: number, other: number): boolean {
  return population.agents.circle[one] !== population.agents.circle[other];
}

/** Whether an agent has been there since a tick. A newcomer takes the number of someone who left. */
function createStayed({ population, settled }: Run, tick: number): (agent: number) => boolean {
  const { agents } = population;
  return (agent) => agents.present[agent] === 1 && (agents.since[agent] ?? Number.NaN) <= tick + settled;
}

function contactOfKinds(contact: Contact, { circle, ties }: Network): Period["contact"] {
  const list = (counts: (one: number, other: number) => boolean) => contactByAgent(contact, ties.agents, counts);
  return {
    all: list(() => true),
    within: list((one, other) => circle[one] === circle[other]),
    across: list((one, other) => circle[one] !== circle[other]),
  };
}

function signaturesOfKinds({ all, within, across }: Period["contact"]): Signatures {
  return { all: all.map(signatureOf), within: within.map(signatureOf), across: across.map(signatureOf) };
}

/** @param before undefined in the first period */
function distancesOfKinds(
  before: Signatures | undefined,
  now: Signatures,
  stayed: (agent: number) => boolean,
): Period["signatures"] {
  const distances = (kind: TieKind): SignatureDistances =>
    before === undefined ? { self: Number.NaN, others: Number.NaN } : signatureDistances(before[kind], now[kind], stayed);
  return { all: distances("all"), within: distances("within"), across: distances("across") };
}

function measurePeriod(period: Period): AnalysisRow[] {
  const { tick } = period.now;
  return dynamicMeasures.flatMap(({ name, measure }) =>
    tieKinds.map((ties): AnalysisRow => ({ tick, measure: name, ties, value: measure(period, ties) })),
  );
}

/** How contact is spread over the life of ties, which is known for all ties together. */
function lifeRows(lives: TieLives, population: Run["population"], tick: number): AnalysisRow[] {
  const ties: TieKind = "all";
  const thirds = new Float64Array(lifeMeasures.length);
  contactThirds(lives, population, thirds);
  return lifeMeasures.map(({ name }, third) => ({ tick, measure: name, ties, value: itemAt(thirds, third) }));
}
