import type { Snapshot } from "../../../workers/messages.ts";
import { watchLife } from "../../../workers/sign-of-life.ts";
import type { DrawnTies } from "../ties/drawn-ties.ts";
import type { Filter } from "../ties/filters.ts";
import type { FromLayout, Graph, Point, ToLayout } from "./layout-messages.ts";

/** Strengths and trust shares that part kinds of ties, as they are in force, and whether the network is a ring. */
export type Cuts = Pick<Graph, "activeFrom" | "strongFrom" | "avoidBelow" | "isRing" | "isJump">;

/** What the layout calls back. */
export interface LayoutEvents {
  /**
   * Called with the positions of all agents.
   *
   * @returns whether they are kept. If so, they are valid until the next ones are kept; if not, they go back at once.
   */
  onMove(run: number, agents: number, positions: Float32Array, spacing: number): boolean;
  onTies(ties: DrawnTies): void;
  /** called when the layout can take the next graph */
  onReady(): void;
  /** called at most once */
  onDeath(reason: string): void;
}

/** The layout's worker, as the page sees it. */
export interface LayoutClient {
  /** copies a snapshot and sends it to be laid out */
  sendGraph(snapshot: Snapshot, run: number, cuts: Cuts): void;
  /** whether the layout is still at work on the last graph */
  isBusy(): boolean;
  /** chooses the ties to draw; `agent` is the selected one, −1 for none */
  filter(filter: Filter, agent: number): void;
  /** holds an agent at a place, or lets it go */
  hold(agent: number, place: Point | undefined): void;
  freeze(isFrozen: boolean): void;
  end(): void;
}

export function createLayoutClient({ onMove, onTies, onReady, onDeath }: LayoutEvents): LayoutClient {
  const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  let kept: Float32Array | undefined;
  let isBusy = false;
  let hasEnded = false;

  function die(reason: string): void {
    if (!hasEnded) onDeath(reason);
    hasEnded = true;
  }

  function post(message: ToLayout, transfer: Transferable[] = []): void {
    worker.postMessage(message, transfer);
  }

  function receivePositions(run: number, agents: number, positions: Float32Array, spacing: number): void {
    let unused: Float32Array | undefined = positions;
    if (onMove(run, agents, positions, spacing)) [unused, kept] = [kept, positions];
    if (unused !== undefined) post({ kind: "buffer", positions: unused }, [unused.buffer as ArrayBuffer]);
  }

  worker.onerror = ({ message }) => die(message || "its worker could not be loaded");
  watchLife(worker, () => die("its worker died, perhaps out of memory"));
  worker.onmessage = ({ data }: MessageEvent<FromLayout>) => {
    if (data.kind === "positions") receivePositions(data.run, data.agents, data.positions, data.spacing);
    else if (data.kind === "ties") onTies(data.ties);
    else if (data.kind === "ready") {
      isBusy = false;
      onReady();
    }
  };

  return {
    isBusy: () => isBusy,
    sendGraph(snapshot, run, cuts) {
      isBusy = true;
      const graph = copyGraph(snapshot, run, cuts);
      const { present, circle, lower, upper, strength, trustOfLower, trustOfUpper } = graph;
      const columns = [present, circle, lower, upper, strength, trustOfLower, trustOfUpper];
      post(
        { kind: "graph", graph },
        columns.map(({ buffer }) => buffer as ArrayBuffer),
      );
    },
    filter: (filter, agent) => post({ kind: "filter", filter, agent }),
    hold: (agent, place) => post({ kind: "hold", agent, place }),
    freeze: (isFrozen) => post({ kind: "freeze", isFrozen }),
    end() {
      hasEnded = true;
      worker.terminate();
    },
  };
}

/** The columns that the layout needs, cut to what is in use: the snapshot itself goes back to the engine. */
export function copyGraph(snapshot: Snapshot, run: number, cuts: Cuts): Graph {
  const { tick, agents, ties } = snapshot;
  return {
    tick,
    run,
    agents,
    present: snapshot.present.slice(0, agents),
    circle: snapshot.circle.slice(0, agents),
    lower: snapshot.lower.slice(0, ties),
    upper: snapshot.upper.slice(0, ties),
    strength: snapshot.strength.slice(0, ties),
    trustOfLower: snapshot.trustOfLower.slice(0, ties),
    trustOfUpper: snapshot.trustOfUpper.slice(0, ties),
    ...cuts,
  };
}
