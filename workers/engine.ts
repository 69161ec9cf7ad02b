import {
  intervene,
  type MeasureWindow,
  measureWays,
  networkMeasures,
  plainParameters,
  type Run,
  stateHash,
  tickOf,
} from "../sim/index.ts";
import { beginRun } from "./begin-run.ts";
import { createBrokenPromises } from "./broken-promises.ts";
import { createForkPoint } from "./fork-point.ts";
import { createFrameSender, type FramePort } from "./frame-sender.ts";
import type { EngineCommands, Started } from "./messages.ts";
import { type Clock, createPace } from "./pace.ts";
import { continueFork, createSettler, type Running } from "./settler.ts";
import { viewAgentOf, viewTieOf } from "./views.ts";

/** The commands of an engine in this thread. The engine never waits for the page. */
export function createEngine(clock: Clock): EngineCommands {
  let running: Running | undefined;
  /** what agents did in the last year, at the last measured tick */
  let lastYear: MeasureWindow | undefined;
  /** the tick at which the run stops of its own accord */
  let end = Number.POSITIVE_INFINITY;
  const forkPoint = createForkPoint();
  const settler = createSettler(clock, begin);
  const pace = createPace(clock, tick, () => frames.send());
  const broken = createBrokenPromises();
  const frames = createFrameSender(() => pace.speed > 0, broken.take);

  function tick(): void {
    if (running === undefined) return;
    const fork = forkPoint.beforeTick();
    if (fork !== undefined) frames.addFork(fork);
    broken.advance(running.run, pace.speed);
    measure(running);
    if (tickOf(running.run) >= end) pace.set(0);
  }

  function measure({ run, collector }: Running): void {
    const row = collector.collect();
    if (row !== undefined) {
      lastYear = collector.window();
      const trustReceived = collector.workspace.incoming.share.slice(0, run.population.agents.count);
      frames.addRow(row.slice(), { tick: run.population.tick, trustReceived, reach: lastYear.reach });
    }
    frames.markChanged();
  }

  /** Shows a run from its tick 0 on. */
  function begin(next: Running): void {
    pace.set(0);
    end = Number.POSITIVE_INFINITY;
    running = next;
    broken.take();
    lastYear = undefined;
    forkPoint.begin(next);
    frames.begin(next.run, startedOf(next.run));
    measure(next);
    frames.send();
  }

  function setSpeed(speed: number): void {
    end = Number.POSITIVE_INFINITY;
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
      const { notes, ...begun } = beginRun(start);
      settler.start({ ...begun, start });
      return notes;
    },
    settling: settler.settling,
    takeWorld: settler.takeWorld,
    settle: settler.settle,
    stopSettling: settler.stop,
    play: setSpeed,
    pause: () => setSpeed(0),
    playTo(tick, isGentle) {
      end = tick;
      pace.set(tickOf(currentRun().run) < tick ? Number.POSITIVE_INFINITY : 0, isGentle);
    },
    step(ticks) {
      for (let k = 0; k < ticks; k++) tick();
      frames.send();
    },
    intervene(intervention) {
      intervene(currentRun().run, intervention);
      forkPoint.lookAgain();
      frames.markInterventions();
      frames.send();
    },
    agent: (agent) => running && viewAgentOf(running.run, agent, lastYear),
    tie: (one, other) => running && viewTieOf(running.run, one, other),
    ways: () => running && lastYear && measureWays(running.run.population, lastYear),
    continueFork(state) {
      settler.stop();
      begin(continueFork(state));
    },
    stateHash: () => stateHash(currentRun().run),
    record: () => recordOf(currentRun()),
  };
}

function startedOf({ parameters, names, circleNames, settled }: Run): Started {
  return { parameters: plainParameters(parameters), names, circleNames: [...circleNames], settled, measures: networkMeasures };
}

function recordOf({ run, start }: Running): ReturnType<EngineCommands["record"]> {
  const { planned = start.interventions } = start;
  return { start: { ...start, interventions: run.interventions, planned }, ticks: tickOf(run) };
}
