import { intervene, measureWays, networkMeasures, plainParameters, type Run, stateHash, tickOf } from "../sim/index.ts";
import { beginRun } from "./begin-run.ts";
import { createBrokenPromises } from "./broken-promises.ts";
import { createFrameSender, type FramePort, type FrameSender } from "./frame-sender.ts";
import type { EngineCommands, RunIdentity, Started } from "./messages.ts";
import { type Clock, createPace } from "./pace.ts";
import { continueFork, createSettler, type Running } from "./settler.ts";
import { createTimeMachine, type TimeMachine } from "./time-machine.ts";
import { type Measured, measure } from "./travel.ts";
import { viewAgentOf, viewTieOf } from "./views.ts";

/** The commands of an engine in this thread. The engine never waits for the page. */
export function createEngine(clock: Clock): EngineCommands {
  /** the tick at which the run stops of its own accord */
  let end = Number.POSITIVE_INFINITY;
  const settler = createSettler(clock, begin);
  const pace = createPace(clock, tick, () => frames.send());
  const broken = createBrokenPromises();
  const frames = createFrameSender({
    isPlaying: () => pace.speed > 0,
    takeBroken: broken.take,
    present: () => tickOf(presentOf(time).run),
  });
  const time = createTimeMachine(clock, frames);

  function tick(): void {
    const shown = time.shown();
    if (shown === undefined) return;
    const fork = time.beforeTick();
    if (fork !== undefined) frames.addFork(fork);
    broken.advance(shown.run, pace.speed);
    take(shown);
    time.afterTick();
    if (tickOf(shown.run) >= end) pace.set(0);
  }

  /** Measures the run on show. Rows of the past are known. */
  function take(shown: Measured): void {
    const row = measure(shown);
    if (shown !== time.present()) frames.setMeasured(shown.measured);
    else if (row !== undefined && shown.measured !== undefined) frames.addRow(row.slice(), shown.measured);
    frames.markChanged();
  }

  /** Shows a run from its tick 0 on. */
  function begin(next: Running): void {
    pause();
    const begun = time.begin(next);
    broken.take();
    frames.begin(next.run, startedOf(next.run));
    take(begun);
    frames.send();
  }

  function pause(): void {
    pace.set(0);
    end = Number.POSITIVE_INFINITY;
  }

  function setSpeed(speed: number): void {
    end = Number.POSITIVE_INFINITY;
    pace.set(speed);
    frames.markChanged();
    frames.send();
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
      pace.set(tickOf(presentOf(time).run) < tick ? Number.POSITIVE_INFINITY : 0, isGentle);
    },
    step(ticks) {
      for (let k = 0; k < ticks; k++) tick();
      frames.send();
    },
    ...createTravelCommands(time, frames, pause),
    intervene(intervention) {
      intervene(presentOf(time).run, intervention);
      time.lookAgain();
      frames.markInterventions();
      frames.send();
    },
    ...createViewCommands(time),
    continueFork(state) {
      settler.stop();
      begin(continueFork(state));
    },
    stateHash: () => identify(time).stateHash,
    record: () => recordOf(presentOf(time)),
    identify: () => identify(time),
  };
}

/** @throws Error if no run has started */
function presentOf({ present }: TimeMachine): Measured {
  const running = present();
  if (running === undefined) throw new Error("no run has started");
  return running;
}

/** Goes to other ticks, or changes the run from there. */
function createTravelCommands(
  time: TimeMachine,
  { send, addFork }: FrameSender,
  pause: () => void,
): Pick<EngineCommands, "visit" | "replan" | "travel" | "stopTravel" | "forkHere"> {
  /** Whether what it does is done, told with a frame. */
  const begin = (isDone: () => boolean) => {
    pause();
    const done = isDone();
    send();
    return done;
  };
  return {
    visit: (tick) => begin(() => time.visit(tick)),
    replan: (interventions, tick) => begin(() => time.replan(interventions, tick)),
    travel(milliseconds) {
      const left = time.travel(milliseconds);
      send();
      return left;
    },
    stopTravel() {
      time.stop();
      send();
    },
    forkHere() {
      const fork = time.forkHere();
      if (fork !== undefined) addFork(fork);
      send();
      return fork !== undefined;
    },
  };
}

/** Views of what is on show. */
function createViewCommands({ shown }: TimeMachine): Pick<EngineCommands, "agent" | "tie" | "ways"> {
  const ask = <T>(read: (shown: Measured) => T) => {
    const running = shown();
    return running && read(running);
  };
  return {
    agent: (agent) => ask(({ run, lastYear }) => viewAgentOf(run, agent, lastYear)),
    tie: (one, other) => ask(({ run }) => viewTieOf(run, one, other)),
    ways: () => ask(({ run, lastYear }) => lastYear && measureWays(run.population, lastYear)),
  };
}

function identify(time: TimeMachine): RunIdentity {
  const { people: _people, imported: _imported, world: _world, ...start } = recordOf(presentOf(time)).start;
  const { run } = time.shown() ?? presentOf(time);
  return { start, tick: tickOf(run), stateHash: stateHash(run) };
}

function startedOf({ parameters, names, circleNames, settled }: Run): Started {
  return { parameters: plainParameters(parameters), names, circleNames: [...circleNames], settled, measures: networkMeasures };
}

function recordOf({ run, start }: Running): ReturnType<EngineCommands["record"]> {
  const { planned = start.interventions } = start;
  return { start: { ...start, interventions: run.interventions, planned }, ticks: tickOf(run) };
}
