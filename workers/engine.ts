import {
  advance,
  type Collector,
  checkInterventions,
  createCollector,
  createRun,
  intervene,
  mergeParameters,
  networkMeasures,
  plainParameters,
  type Run,
  type Snapshot,
  scenarios,
  stateHash,
  takeSnapshot,
  throwIfAny,
  viewAgent,
  viewTie,
} from "../sim/index.ts";
import type { EngineCommands, Frame, Start, Started } from "./messages.ts";
import { type Clock, createPace } from "./pace.ts";
import { snapshotBuffers } from "./snapshot-buffers.ts";

/** Snapshots that go round between engine and view. Two: one is drawn while the next is filled. */
const POOL = 2;

/** Up to this many agents every tick is measured; larger ones once a quarter, as the command line does. */
const MEASURED_EVERY_TICK = 2000;
const QUARTER = 13;

/** Where frames go, and snapshots come back from: a message port, or a test's. */
export interface FramePort {
  postMessage(message: Frame, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<Snapshot>) => void) | null;
}

/** The commands of an engine that runs in this thread. It never waits for the view: what comes too late for a frame is not shown. */
export function createEngine(clock: Clock): EngineCommands {
  let run: Run | undefined;
  let collector: Collector | undefined;
  let start: Start | undefined;
  let port: FramePort | undefined;
  let rows: Float64Array[] = [];
  /** the run has not been shown yet */
  let begins: Started | undefined;
  /** its interventions have changed since they were shown */
  let touched = false;
  /** state that no frame has shown yet */
  let news = false;
  let pool: (Snapshot | undefined)[] = [];

  const pace = createPace(clock, tick, showNews);

  function measure(): void {
    const row = collector?.collect();
    if (row !== undefined) rows.push(row.slice());
    news = true;
  }

  function tick(): void {
    if (run === undefined) return;
    advance(run);
    measure();
  }

  /** Sends a frame if there is something new and a snapshot to fill. */
  function showNews(): void {
    if (!news || run === undefined || port === undefined || pool.length === 0) return;
    news = false;
    const snapshot = takeSnapshot(run.population, pool.pop());
    const measured = new Float64Array(rows.length * networkMeasures.length);
    for (let k = 0; k < rows.length; k++) measured.set(rows[k], k * networkMeasures.length);
    rows = [];
    const interventions = touched ? [...run.interventions] : undefined;
    const frame: Frame = { begins, snapshot, rows: measured, playing: pace.speed > 0, interventions };
    begins = undefined;
    touched = false;
    port.postMessage(frame, [...snapshotBuffers(snapshot), measured.buffer]);
  }

  function running(): Run {
    if (run === undefined) throw new Error("no run has begun");
    return run;
  }

  function changed(): void {
    news = true;
    showNews();
  }

  return {
    connect(frames) {
      port = frames as unknown as FramePort;
      pool = new Array(POOL).fill(undefined);
      port.onmessage = ({ data }) => {
        pool.push(data);
        showNews();
      };
    },
    start(given) {
      const { run: next, notes } = begin(given);
      pace.set(0);
      run = next;
      start = given;
      touched = true;
      rows = [];
      const { population, parameters } = next;
      const all = population.agents.count <= MEASURED_EVERY_TICK;
      collector = createCollector(population, (t) => all || t % QUARTER === 0);
      begins = {
        parameters: plainParameters(parameters),
        names: next.names,
        circleNames: [...next.circleNames],
        measures: networkMeasures,
      };
      measure();
      showNews();
      return notes;
    },
    play(speed) {
      pace.set(speed);
      changed();
    },
    pause() {
      pace.set(0);
      changed();
    },
    step(ticks) {
      for (let k = 0; k < ticks; k++) tick();
      showNews();
    },
    intervene(intervention) {
      intervene(running(), intervention);
      touched = true;
      changed();
    },
    agent: (agent) => (run === undefined ? undefined : viewAgent(run.population, agent)),
    tie: (one, other) => (run === undefined ? undefined : viewTie(run.population, one, other)),
    stateHash: () => stateHash(running()),
    record() {
      const { interventions, population } = running();
      return { start: { ...(start as Start), interventions }, ticks: population.tick };
    },
  };
}

/**
 * A run from plain data, checked again on this side of the thread, and what gave way in it.
 *
 * @throws InputError with every fault
 */
export function begin({ seed, scenario, parameters: given, interventions: wanted, people, imported }: Start): {
  run: Run;
  notes: readonly string[];
} {
  const below = scenario === undefined ? {} : scenarios[scenario].parameters;
  const layers = [
    { place: `scenario ${scenario}`, values: below },
    { place: "parameters", values: given },
  ];
  const ofFiles = people && { agents: people.names.length, ties: imported !== undefined };
  const { parameters, problems, notes } = mergeParameters(layers, ofFiles);
  const known = { parameters, names: people?.names ?? [], circleNames: people?.circleNames ?? [] };
  const checked = checkInterventions(wanted, known);
  throwIfAny([...problems, ...checked.problems]);
  return { run: createRun({ parameters, seed, people, imported, interventions: checked.interventions }), notes };
}
