import { type AgentsMeasured, networkMeasures, type Run, type Snapshot, takeSnapshot } from "../sim/index.ts";
import type { Fork, Frame, Started } from "./messages.ts";
import { snapshotBuffers } from "./snapshot-buffers.ts";

/** Snapshots shared by engine and page: the page draws one while the engine fills the other. */
const POOL = 2;

/** The column of a row that holds its tick. */
const TICK = networkMeasures.findIndex(({ name }) => name === "tick");

/** Where frames go and snapshots come back from: a message port, or a test double. */
export interface FramePort {
  postMessage(message: Frame, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<Snapshot>) => void) | null;
}

/** Sends a run to the page in frames. If the page is slow it misses snapshots, but no row of measures. */
export interface FrameSender {
  connect(port: FramePort): void;
  /** another run takes the place of the old one; what of the old one is unsent is dropped */
  begin(run: Run, started: Started): void;
  /** adds a row of network measures to the next frame, and measures of agents that its snapshot shows */
  addRow(row: Float64Array, measured: AgentsMeasured): void;
  /** notes that the next frame has something new to show */
  markChanged(): void;
  /** notes that the list of interventions has changed */
  markInterventions(): void;
  /** adds the fork of the run to the next frame */
  addFork(fork: Fork): void;
  /** shows the run at another tick: an earlier one, or the present */
  look(run: Run, measured: AgentsMeasured | undefined): void;
  /** shows what an earlier tick has measured of agents */
  setMeasured(measured: AgentsMeasured | undefined): void;
  /** notes that the run has been changed: what was sent of later ticks than this one no longer holds */
  cutAfter(tick: number): void;
  /** sends a frame if there is something new to show and a snapshot to fill */
  send(): void;
}

/** What is asked for each frame. */
export interface FrameSource {
  readonly isPlaying: () => boolean;
  /** takes the broken promises since the last frame, as pairs */
  readonly takeBroken: () => Uint32Array;
  /** the last tick of the run, which may be shown at an earlier one */
  readonly present: () => number;
}

export function createFrameSender({ isPlaying, takeBroken, present }: FrameSource): FrameSender {
  let port: FramePort | undefined;
  let pool: (Snapshot | undefined)[] = [];
  let run: Run | undefined;
  /** the run, until a frame has announced it */
  let begins: Started | undefined;
  let rows: Float64Array[] = [];
  let measured: AgentsMeasured | undefined;
  let isChanged = false;
  let hasNewInterventions = false;
  let fork: Fork | undefined;
  let cut: number | undefined;

  function send(): void {
    if (!isChanged || run === undefined || port === undefined || pool.length === 0) return;
    const snapshot = countFromStart(takeSnapshot(run.population, pool.pop(), measured), run.settled);
    const frame: Frame = {
      snapshot,
      rows: joinRows(rows),
      playing: isPlaying(),
      present: present(),
      broken: takeBroken(),
      ...(begins && { begins }),
      ...(hasNewInterventions && { interventions: [...run.interventions] }),
      ...(fork && { fork }),
      ...(cut !== undefined && { cut }),
    };
    rows = [];
    begins = undefined;
    isChanged = false;
    hasNewInterventions = false;
    const forked = fork?.state === undefined ? [] : [fork.state.buffer];
    fork = undefined;
    cut = undefined;
    port.postMessage(frame, [...snapshotBuffers(snapshot), frame.rows.buffer as ArrayBuffer, ...forked]);
  }

  return {
    connect(to) {
      port = to;
      pool = new Array(POOL).fill(undefined);
      port.onmessage = ({ data }) => {
        pool.push(data);
        send();
      };
    },
    begin(next, started) {
      run = next;
      begins = started;
      rows = [];
      measured = undefined;
      isChanged = true;
      hasNewInterventions = true;
      fork = undefined;
      cut = undefined;
    },
    addRow(row, ofAgents) {
      rows.push(row);
      measured = ofAgents;
    },
    markChanged() {
      isChanged = true;
    },
    markInterventions() {
      isChanged = true;
      hasNewInterventions = true;
    },
    addFork(next) {
      isChanged = true;
      fork = next;
    },
    look(next, ofAgents) {
      run = next;
      measured = ofAgents;
      isChanged = true;
    },
    setMeasured(ofAgents) {
      measured = ofAgents;
      isChanged = true;
    },
    cutAfter(tick) {
      rows = rows.filter((row) => (row[TICK] ?? 0) <= tick);
      fork = fork !== undefined && fork.tick < tick ? fork : undefined;
      cut = Math.min(cut ?? tick, tick);
      isChanged = true;
    },
    send,
  };
}

/** Counts the ticks of a snapshot from the end of the burn-in, as tables do. */
function countFromStart(snapshot: Snapshot, settled: number): Snapshot {
  if (settled === 0) return snapshot;
  snapshot.tick -= settled;
  snapshot.measuredTick -= settled;
  const { lastEncounter, ties, since, agents } = snapshot;
  for (const [tie, tick] of lastEncounter.subarray(0, ties).entries()) lastEncounter[tie] = tick - settled;
  for (const [agent, tick] of since.subarray(0, agents).entries()) since[agent] = tick - settled;
  return snapshot;
}

function joinRows(rows: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(rows.length * networkMeasures.length);
  for (const [k, row] of rows.entries()) joined.set(row, k * networkMeasures.length);
  return joined;
}
