import { type Snapshot, snapshotAgentColumns, snapshotTieColumns } from "../sim/index.ts";

/** The memory of a snapshot: what is transferred, so that nothing is copied. */
export function snapshotBuffers(snapshot: Snapshot): ArrayBuffer[] {
  return [...snapshotAgentColumns, ...snapshotTieColumns].map((column) => snapshot[column].buffer as ArrayBuffer);
}
