import {
  advance,
  type Collector,
  createCollector,
  intervene,
  networkMeasures,
  plainParameters,
  type Run,
  SERIES_INTERVAL,
  stateHash,
  viewAgent,
  viewTie,
} from "../sim/index.ts";
import { beginRun } from "./begin-run.ts";
import { createFrameSender, type FramePort } from "./frame-sender.ts";
import type { EngineCommands, Start, Started } from "./messages.ts";
import { type Clock, createPace } from "./pace.ts";

/** Runs of up to this many agents are measured at every tick, larger ones once a quarter, as on the command line. */
const MEASURED_EVERY_TICK = 2000;
/** A run with what it was started from and what measures it. */
interface Running {
  readonly run: Run;
  readonly start: Start;
  readonly collector: Collector;
}

/** The commands of an engine in this thread. The engine never waits for the page. */
export function createEngine(clock: Clock): EngineCommands {
  let running: Running | undefined;
  const pace = createPace(clock, tick, () => frames.send());
  const frames = createFrameSender(() => pace.speed > 0);

  function tick(): void {
    if (running === undefined) return;
    advance(running.run);
    measure(running);
  }

  function measure({ collector }: Running): void {
    const row = collector.collect();
    if (row !== undefined) frames.addRow(row.slice());
    frames.markChanged();
  }

  function setSpeed(speed: number): void {
    pace.set(speed);
    frames.markChanged();
    frames.send();
  }

  function currentRun(): Running {
    if (running === undefined) throw new Error("no run has started");
    return running;
  }

  return {
    connect: (port) => frames.connect(port as unknown as FramePort),
    start(start) {
      const { run, notes } = beginRun(start);
      pace.set(0);
      running = { run, start, collector: collectorFor(run) };
      frames.begin(run, startedOf(run));
      measure(running);
      frames.send();
      return notes;
    },
    play: setSpeed,
    pause: () => setSpeed(0),
    step(ticks) {
      for (let k = 0; k < ticks; k++) tick();
      frames.send();
    },
    intervene(intervention) {
      intervene(currentRun().run, intervention);
      frames.markInterventions();
      frames.send();
    },
    agent: (agent) => running && viewAgent(running.run.population, agent),
    tie: (one, other) => running && viewTie(running.run.population, one, other),
    stateHash: () => stateHash(currentRun().run),
    record() {
      const { run, start } = currentRun();
      return { start: { ...start, interventions: run.interventions }, ticks: run.population.tick };
    },
  };
}

function collectorFor({ population }: Run): Collector {
  const everyTick = population.agents.count <= MEASURED_EVERY_TICK;
  return createCollector(population, (tick) => everyTick || tick % SERIES_INTERVAL === 0);
}

function startedOf({ parameters, names, circleNames }: Run): Started {
  return { parameters: plainParameters(parameters), names, circleNames: [...circleNames], measures: networkMeasures };
}
