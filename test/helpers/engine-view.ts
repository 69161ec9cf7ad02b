import type { Snapshot } from "../../sim/index.ts";
import type { FramePort } from "../../workers/frame-sender.ts";
import type { EngineCommands, Frame } from "../../workers/messages.ts";
import { snapshotBuffers } from "../../workers/snapshot-buffers.ts";

/** The view's end of an engine's port. What crosses is cloned and transferred as between threads, but at once. */
export interface View {
  /** all that came, in order */
  readonly frames: readonly Frame[];
  /** gives a snapshot back, which is empty here afterwards */
  giveBack(snapshot: Snapshot): void;
}

/** Connects a view to an engine. */
export function createView(engine: EngineCommands): View {
  const frames: Frame[] = [];
  const port: FramePort = {
    onmessage: null,
    postMessage(message, transfer) {
      frames.push(structuredClone(message, { transfer: transfer as ArrayBuffer[] }));
    },
  };
  engine.connect(port as unknown as MessagePort);
  return {
    frames,
    giveBack(snapshot) {
      const data = structuredClone(snapshot, { transfer: snapshotBuffers(snapshot) });
      port.onmessage?.({ data } as MessageEvent<Snapshot>);
    },
  };
}
