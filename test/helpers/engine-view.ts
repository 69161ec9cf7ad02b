import type { Snapshot } from "../../sim/index.ts";
import type { FramePort } from "../../workers/frame-sender.ts";
import type { EngineCommands, Frame } from "../../workers/messages.ts";
import { snapshotBuffers } from "../../workers/snapshot-buffers.ts";

/** The page's end of an engine's port. Messages are cloned and transferred as between threads, but arrive at once. */
export interface View {
  /** all frames in order */
  readonly frames: readonly Frame[];
  /** returns a snapshot to the engine; its arrays are empty afterwards */
  giveBack(snapshot: Snapshot): void;
}

/**
 * Connects a view to an engine.
 *
 * @param onFrame called with each frame, once it is in `frames`
 */
export function createView(engine: EngineCommands, onFrame: (frame: Frame) => void = () => undefined): View {
  const frames: Frame[] = [];
  const port: FramePort = {
    onmessage: null,
    postMessage(message, transfer) {
      const frame = structuredClone(message, { transfer: transfer as ArrayBuffer[] });
      frames.push(frame);
      onFrame(frame);
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
