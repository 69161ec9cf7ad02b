import { type Snapshot, snapshotAgentColumns, snapshotTieColumns } from "../sim/index.ts";

/** The buffers of a snapshot, to be transferred between threads instead of copied. */
export function snapshotBuffers(snapshot: Snapshot): ArrayBuffer[] {
  return [...snapshotAgentColumns, ...snapshotTieColumns].map((column) => snapshot[column].buffer as ArrayBuffer);
}
