import type { Row } from "../../../sim/index.ts";

/** Writes one table of a run to its file. */
export interface TableWriter {
  readonly name: string;
  /** written so far */
  readonly bytes: number;
  /** @param pause awaited often */
  write(rows: Iterable<Row>, pause: () => Promise<void>): Promise<void>;
  /** What another process needs to continue the file, besides its bytes, as data that can be cloned. These bytes are then on the disk. */
  state(): unknown;
  /** Returns when the file is complete and on the disk, as far as the system knows. */
  close(): void;
  /** Leaves the file as it is. The caller removes it. */
  abandon(): void;
}
