import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { CHECKPOINTS, clearIncomplete, countStates, hasState } from "../folder/state-files.ts";

/** The most bytes that the checkpoints of an experiment take. Runs that finish later keep none. */
export const MOST_CHECKPOINT_BYTES = 1_000_000_000;

/** The checkpoints of finished runs, from which they continue if the experiment gets more ticks. */
export class Checkpoints {
  readonly folder: string;
  readonly #isOn: boolean;
  /** bytes on the disk, as far as this process knows */
  #bytes: number;

  /**
   * @param results the folder of the experiment
   * @param isOn whether runs that finish keep one
   */
  constructor(results: string, isOn: boolean) {
    this.folder = join(results, CHECKPOINTS);
    this.#isOn = isOn;
    clearIncomplete(this.folder);
    this.#bytes = countStates(this.folder).bytes;
  }

  /** Whether a run has one. */
  has(id: string): boolean {
    return hasState(this.folder, id);
  }

  /** whether a run that starts now keeps one */
  get keeps(): boolean {
    return this.#isOn && this.#bytes < MOST_CHECKPOINT_BYTES;
  }

  /** Notes the size of a new one. */
  add(bytes: number): void {
    this.#bytes += bytes;
  }
}

/** A kept run as it is on the disk. */
export function packCheckpoint(kept: Uint8Array): Uint8Array {
  return gzipSync(kept, { level: 1 });
}
