import { batch, computed, signal } from "@preact/signals";
import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import { isScenario, type ScenarioName } from "../../sim/parameters/scenarios.ts";
import { createEngineClient, type EngineClient } from "../../workers/engine-client.ts";
import type { Frame, Snapshot, Start, Started } from "../../workers/messages.ts";
import type { FromFile } from "./from-file.ts";
import { createSeries } from "./series.ts";
import { defaults, definitionOf, isSameTable, scenarioStart, type Table, valuesInForce } from "./settings.ts";

/** What is selected, or hovered over. */
export type Selection = { readonly agent: number } | { readonly lower: number; readonly upper: number };

/** Something to be told in place: a fault, or that something was done. */
export interface Notice {
  readonly kind: "fault" | "done";
  /** one line a fault */
  readonly lines: readonly string[];
}

/** Ticks a second that can be chosen; the last is as fast as it goes. */
export const speeds = [1, 2, 5, 10, 30, Number.POSITIVE_INFINITY] as const;

/** Milliseconds after which a frame has come for certain. */
const LATEST_FRAME = 300;

/**
 * The page's one state: signals that views read, and the actions that change them. What a view shows comes from frames of
 * the engine; what a person does goes to the engine as commands. Nothing here is ever read by the model.
 */
export function createWorld() {
  const scenario = signal<ScenarioName>("default");
  const seed = signal("");
  /** by name, what differs from the scenario at the next start */
  const chosen = signal<Table>({});
  const fromFile = signal<FromFile | undefined>(undefined);

  const tick = signal(0);
  const playing = signal(false);
  const speed = signal<number>(10);
  /** every parameter at the start of the run in hand */
  const atStart = signal<Table>(defaults);
  const interventions = signal<readonly Readonly<Record<string, unknown>>[]>([]);
  const names = signal<readonly string[]>([]);
  const circleNames = signal<readonly string[]>([]);
  const begun = signal(0);
  const hash = signal("");

  const selection = signal<Selection | undefined>(undefined);
  const hovered = signal<Selection | undefined>(undefined);
  const notice = signal<Notice | undefined>(undefined);
  const dead = signal<string | undefined>(undefined);

  const series = createSeries();
  /** the state that is shown; replaced with each frame, so to be read at once and not kept */
  let snapshot: Snapshot | undefined;
  /** counts frames: views that draw the snapshot follow this */
  const frames = signal(0);

  /** by name, what a hand has set and no frame has brought back yet: a slider stays where it was put */
  const underway = signal<Table>({});
  let valuesBefore: Table = defaults;
  /** values in force, by name: what sliders show. The same table for as long as nothing in it changes. */
  const values = computed(() => {
    const now = { ...valuesInForce(atStart.value, interventions.value, tick.value), ...underway.value };
    if (!isSameTable(valuesBefore, now)) valuesBefore = now;
    return valuesBefore;
  });
  /** by name, what the next start will differ in from what is in force */
  const waiting = computed(() =>
    Object.fromEntries(
      Object.entries(chosen.value).filter(([name, value]) => !definitionOf(name).live && value !== atStart.value[name]),
    ),
  );

  const engine: EngineClient = createEngineClient(show, (reason) => {
    dead.value = reason;
    playing.value = false;
  });

  function show(frame: Frame): void {
    const before = snapshot;
    snapshot = frame.snapshot;
    batch(() => {
      if (frame.begins !== undefined) welcome(frame.begins);
      series.add(frame.rows);
      if (tick.value !== frame.snapshot.tick) hash.value = "";
      tick.value = frame.snapshot.tick;
      playing.value = frame.playing;
      if (frame.interventions !== undefined) interventions.value = frame.interventions;
      frames.value++;
    });
    if (before !== undefined) engine.giveBack(before);
  }

  /** A live parameter, at once; shown as set until the engine says so too, or that it cannot be. */
  async function setLive(name: string, value: PlainValue): Promise<void> {
    const mine: Table = { [name]: value };
    underway.value = { ...underway.value, ...mine };
    await command(engine.commands.intervene({ set: mine }));
    // The frame that tells of it is sent before the answer, or else as soon as the view has given a snapshot back.
    setTimeout(() => {
      if (underway.value[name] !== value) return;
      const { [name]: _, ...others } = underway.value;
      underway.value = others;
    }, LATEST_FRAME);
  }

  /** Another run takes the place of the one before. */
  function welcome(run: Started): void {
    atStart.value = run.parameters;
    names.value = run.names;
    circleNames.value = run.circleNames;
    series.clear(run.measures);
    underway.value = {};
    selection.value = undefined;
    hovered.value = undefined;
    hash.value = "";
    begun.value++;
  }

  /** Says what went wrong, in place; the running world is untouched. */
  function tell(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    notice.value = { kind: "fault", lines: text.split("\n") };
  }

  async function command<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
      return await engine.call(answer);
    } catch (error) {
      if (dead.value === undefined) tell(error);
      return undefined;
    }
  }

  function startOf(file: FromFile | undefined): Start {
    return {
      seed: seed.value,
      scenario: scenario.value,
      parameters: chosen.value,
      interventions: scenarioStart(scenario.value).interventions,
      people: file?.people,
      imported: file?.imported,
      files: file?.files,
    };
  }

  /** what files are read with at the next start */
  function readWith(): { seed: string; domains: number } {
    const { domains } = { ...defaults, ...scenarioStart(scenario.value).parameters, ...chosen.value };
    return { seed: seed.value, domains: Number(domains) };
  }

  /** counts what was wished for: of two that overlap the later one is begun */
  let wishes = 0;

  /** Begins anew with what is chosen, and goes on playing if it was; where that cannot be the run in hand goes on. */
  async function begin(read = fromFile.value?.again): Promise<void> {
    const wish = ++wishes;
    try {
      const file = await read?.(readWith());
      if (wish !== wishes) return;
      const wasPlaying = playing.value;
      const notes = await engine.call(engine.commands.start(startOf(file)));
      fromFile.value = file;
      const lines = [...(file?.note === undefined ? [] : [file.note]), ...notes];
      notice.value = lines.length === 0 ? undefined : { kind: "done", lines };
      if (wasPlaying) play();
    } catch (error) {
      if (dead.value === undefined && wish === wishes) tell(error);
    }
  }

  function play(): void {
    command(engine.commands.play(speed.value));
  }

  return {
    scenario,
    seed,
    chosen,
    fromFile,
    tick,
    playing,
    speed,
    atStart,
    values,
    waiting,
    interventions,
    names,
    circleNames,
    begun,
    hash,
    selection,
    hovered,
    notice,
    dead,
    series,
    frames,
    engine,
    snapshot: () => snapshot,
    begin: () => begin(),
    /** Begins with the people of files, once these are read. */
    open: (read: FromFile["again"]) => begin(read),
    play,
    tell,
    command,
    pause: () => void command(engine.commands.pause()),
    step: (ticks = 1) => void command(engine.commands.step(ticks)),
    setSpeed(next: number): void {
      speed.value = next;
      if (playing.value) play();
    },
    /** Sets a parameter: at once where it is live, else from the next start. */
    set(name: string, value: PlainValue): void {
      if (definitionOf(name).live) setLive(name, value);
      else chosen.value = { ...chosen.value, [name]: value };
    },
    /** Another scenario, with its own seed and nothing else chosen. */
    choose(name: string): Promise<void> {
      if (!isScenario(name)) return Promise.resolve();
      batch(() => {
        scenario.value = name;
        seed.value = scenarioStart(name).seed;
        chosen.value = {};
        fromFile.value = undefined;
      });
      return begin();
    },
    /** The hash over the state that is now, which a pause makes still. */
    async readHash(): Promise<void> {
      hash.value = (await command(engine.commands.stateHash())) ?? "";
    },
  };
}

export type World = ReturnType<typeof createWorld>;
