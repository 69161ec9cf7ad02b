import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import type { EngineClient } from "../../workers/engine-client.ts";
import type { AgentView, Fork, Frame, Snapshot, Started, TieView, WayResults } from "../../workers/messages.ts";
import { createRequests, type EngineRequests } from "./engine-requests.ts";
import { createLiveSettings, type LiveSettings } from "./live-settings.ts";
import { createSeries, type Series } from "./series.ts";
import { defaults, type Table, traitSetForAll, valuesInForce } from "./settings.ts";

/** Ticks a second that a reader can choose; Infinity is as fast as possible. */
export const speeds = [1, 2, 5, 10, 30, Number.POSITIVE_INFINITY] as const;

/** A run in an engine, as its last frame shows it. */
export interface RunState {
  /** counts the runs that this engine has started; 0 before the first frame */
  readonly runCount: ReadonlySignal<number>;
  /** the tick on show */
  readonly tick: ReadonlySignal<number>;
  /** counts how often the run has been changed from an earlier tick on */
  readonly cuts: ReadonlySignal<number>;
  /** the last tick of the run */
  readonly present: ReadonlySignal<number>;
  /** whether an earlier tick than the last one is on show */
  readonly isPast: ReadonlySignal<boolean>;
  readonly playing: ReadonlySignal<boolean>;
  readonly speed: ReadonlySignal<number>;
  /** every parameter by name, as the run started */
  readonly atStart: ReadonlySignal<Table>;
  /** every parameter by name, as it is in force now */
  readonly values: ReadonlySignal<Table>;
  readonly interventions: ReadonlySignal<readonly Readonly<Record<string, unknown>>[]>;
  /** by agent; empty without a file that names people */
  readonly names: ReadonlySignal<readonly string[]>;
  readonly circleNames: ReadonlySignal<readonly string[]>;
  /** ticks of the burn-in before tick 0; 0 if there was none */
  readonly settled: ReadonlySignal<number>;
  /** the run before it differed from what was planned; undefined if it doesn't */
  readonly fork: ReadonlySignal<Fork | undefined>;
  /** the state hash at this tick, once `readHash` has read it; else empty */
  readonly hash: ReadonlySignal<string>;
  /** why the engine died, once it has */
  readonly deathReason: ReadonlySignal<string | undefined>;
  readonly series: Series;
  /** counts frames: what draws the snapshot follows this signal */
  readonly frames: ReadonlySignal<number>;
  /** the promises broken since the frame before, as pairs; empty in a run that is too fast to show them */
  broken(): Uint32Array;
  /** the state on show. The next frame replaces it, so read it at once and don't keep it. */
  snapshot(): Snapshot | undefined;
}

/** A run in an engine, and what can be asked of it. */
export interface LiveRun extends RunState, EngineRequests {
  play(): void;
  pause(): void;
  /** notes that the run is paused by what is sent next */
  forgetToPlay(): void;
  /** whether the last command was to play; `playing` follows with a later frame */
  wantsToPlay(): boolean;
  step(ticks?: number): void;
  setSpeed(ticksPerSecond: number): void;
  /** sets a live parameter from the next tick on; a trait that has been set for everyone is set for everyone again */
  setLive(name: string, value: PlainValue): void;
  readHash(): Promise<void>;
  /** @returns undefined if there is no such agent */
  viewAgent(agent: number): Promise<AgentView | undefined>;
  /** @returns undefined if there is no such tie */
  viewTie(one: number, other: number): Promise<TieView | undefined>;
  /** what came of the five ways; undefined if the engine has died or measured nothing yet */
  viewWays(): Promise<WayResults | undefined>;
}

/** Starts an engine. */
export type ConnectEngine = (onFrame: (frame: Frame) => void, onDeath: (reason: string) => void) => EngineClient;

/** What a live run calls. */
export interface RunCallbacks {
  /** called while the first frame of a new run is taken in */
  readonly onStart: () => void;
  /** called with the error of a command that failed; not called once the engine is dead */
  readonly onError: (error: unknown) => void;
  /** called before a change by hand. @returns whether to make it, if that isn't known at once */
  readonly beforeChange?: () => Promise<boolean> | undefined;
}

const nobody = new Uint32Array(0);

/** Connects an engine and follows its frames. Several can run side by side, each with its own engine. */
export function createLiveRun(connect: ConnectEngine, { onStart, onError, beforeChange }: RunCallbacks): LiveRun {
  const signals = createRunSignals();
  const { runCount, tick, present, playing, speed, atStart, interventions, fork } = signals;
  const { hash, deathReason, frames } = signals;
  const series = createSeries();
  let last: Frame | undefined;
  let wantsToPlay = false;

  const engine = connect(receiveFrame, (reason) => {
    deathReason.value = reason;
    playing.value = false;
  });
  const { commands } = engine;
  const settings = createLiveSettings(
    () => valuesInForce(atStart.value, interventions.value, tick.value),
    async (name, value) => {
      const isAllowed = beforeChange?.();
      if (isAllowed !== undefined && !(await isAllowed)) return;
      await command(commands.intervene(settingOf(name, value, traitSetForAll(name, interventions.value, tick.value))));
    },
  );

  function receiveFrame(frame: Frame): void {
    const before = last?.snapshot;
    last = frame;
    batch(() => {
      if (frame.begins !== undefined) receiveStart(frame.begins);
      if (frame.cut !== undefined) dropAfter(frame.cut, signals, series, settings);
      series.add(frame.rows);
      if (tick.value !== frame.snapshot.tick) hash.value = "";
      tick.value = frame.snapshot.tick;
      present.value = frame.present;
      playing.value = frame.playing;
      if (frame.interventions !== undefined) interventions.value = frame.interventions;
      if (frame.fork !== undefined) fork.value = frame.fork;
      frames.value++;
    });
    if (before !== undefined) engine.giveBack(before);
  }

  function receiveStart(run: Started): void {
    takeStart(run, signals);
    series.clear(run.measures);
    settings.clear();
    hash.value = "";
    runCount.value++;
    onStart();
  }

  async function command<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
      return await engine.call(answer);
    } catch (error) {
      if (deathReason.value === undefined) onError(error);
      return undefined;
    }
  }

  function play(): void {
    wantsToPlay = true;
    void command(commands.play(speed.value));
  }

  return {
    ...signals,
    ...createRequests(engine),
    values: settings.values,
    series,
    snapshot: () => last?.snapshot,
    broken: () => last?.broken ?? nobody,
    play,
    pause() {
      wantsToPlay = false;
      void command(commands.pause());
    },
    wantsToPlay: () => wantsToPlay,
    forgetToPlay() {
      wantsToPlay = false;
    },
    step: (ticks = 1) => void command(commands.step(ticks)),
    setSpeed(ticksPerSecond) {
      speed.value = ticksPerSecond;
      if (wantsToPlay) play();
    },
    setLive: (name, value) => void settings.set(name, value),
    async readHash() {
      hash.value = (await command(commands.stateHash())) ?? "";
    },
    viewAgent: (agent) => command(commands.agent(agent)),
    viewTie: (one, other) => command(commands.tie(one, other)),
    viewWays: () => command(commands.ways()),
  };
}

function takeStart(run: Started, { atStart, names, circleNames, settled, fork }: ReturnType<typeof createRunSignals>): void {
  atStart.value = run.parameters;
  names.value = run.names;
  circleNames.value = run.circleNames;
  settled.value = run.settled;
  fork.value = undefined;
}

/** Forgets what no longer holds after a tick, because the run has been changed from there. */
function dropAfter(
  tick: number,
  { hash, fork, cuts }: ReturnType<typeof createRunSignals>,
  series: Series,
  settings: LiveSettings,
): void {
  settings.clear();
  cuts.value++;
  series.cutAfter(tick);
  hash.value = "";
  if (fork.value !== undefined && fork.value.tick >= tick) fork.value = undefined;
}

/**
 * The intervention that sets a live parameter.
 *
 * @param trait the trait that the parameter no longer moves, because it has been set for everyone
 */
function settingOf(name: string, value: PlainValue, trait: string | undefined): Readonly<Record<string, unknown>> {
  return trait === undefined ? { set: { [name]: value } } : { set_traits: { [trait]: value }, agents: "all" };
}

function createRunSignals() {
  const [tick, present] = [signal(0), signal(0)];
  return {
    runCount: signal(0),
    tick,
    present,
    cuts: signal(0),
    isPast: computed(() => tick.value < present.value),
    playing: signal(false),
    speed: signal<number>(10),
    atStart: signal<Table>(defaults),
    interventions: signal<readonly Readonly<Record<string, unknown>>[]>([]),
    names: signal<readonly string[]>([]),
    circleNames: signal<readonly string[]>([]),
    settled: signal(0),
    fork: signal<Fork | undefined>(undefined),
    hash: signal(""),
    deathReason: signal<string | undefined>(undefined),
    frames: signal(0),
  };
}
