import type { Snapshot } from "../../../workers/messages.ts";
import { watchLife } from "../../../workers/sign-of-life.ts";
import type { Filter, FromLayout, Graph, ShownTies, ToLayout } from "./layout-messages.ts";

/** What the layout needs to know beside the snapshot. */
export interface Cuts {
  readonly activeFrom: number;
  readonly strongFrom: number;
  readonly avoidBelow: number;
}

/** What the layout tells. */
export interface LayoutEvents {
  /** Whether these positions are kept, which are then valid until others are; else they go back at once. */
  moved(run: number, agents: number, positions: Float32Array): boolean;
  shown(ties: ShownTies): void;
  /** it is done with what it was given, and may be given more */
  settled(): void;
  died(reason: string): void;
}

/** The layout's worker as the view has it. */
export interface LayoutClient {
  /** lays out what the snapshot shows; the snapshot is copied */
  take(snapshot: Snapshot, run: number, cuts: Cuts): void;
  /** whether it is still at work on what it was given last */
  isBusy(): boolean;
  show(filter: Filter, agent: number): void;
  hold(agent: number, x: number, y: number): void;
  still(still: boolean): void;
  end(): void;
}

export function createLayoutClient({ moved, shown, settled, died }: LayoutEvents): LayoutClient {
  const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  let positions: Float32Array | undefined;
  let busy = false;
  let ended = false;

  function die(reason: string): void {
    if (!ended) died(reason);
    ended = true;
  }

  worker.onerror = (event) => die(event.message || "the layout could not be loaded");
  watchLife(worker, () => die("the layout is no more"));
  worker.onmessage = ({ data }: MessageEvent<FromLayout>) => {
    if (data.kind === "ties") shown(data.ties);
    else if (data.kind === "settled") {
      busy = false;
      settled();
    } else if (data.kind === "positions") {
      const before = positions;
      const isKept = moved(data.run, data.agents, data.positions);
      if (isKept) positions = data.positions;
      const free = isKept ? before : data.positions;
      // to be filled again
      if (free !== undefined) post({ kind: "back", positions: free }, [free.buffer as ArrayBuffer]);
    }
  };

  function post(message: ToLayout, transfer: Transferable[] = []): void {
    worker.postMessage(message, transfer);
  }

  return {
    isBusy: () => busy,
    take(snapshot, run, cuts) {
      busy = true;
      const { tick, agents, ties } = snapshot;
      const graph: Graph = {
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
      const { present, circle, lower, upper, strength, trustOfLower, trustOfUpper } = graph;
      const columns = [present, circle, lower, upper, strength, trustOfLower, trustOfUpper];
      post(
        { kind: "graph", graph },
        columns.map((column) => column.buffer as ArrayBuffer),
      );
    },
    show: (filter, agent) => post({ kind: "show", filter, agent }),
    hold: (agent, x, y) => post({ kind: "hold", agent, x, y }),
    still: (still) => post({ kind: "still", still }),
    end() {
      ended = true;
      worker.terminate();
    },
  };
}
