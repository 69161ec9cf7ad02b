import { isListOfMakers, type Maker } from "../run/makers.ts";

/** What a run.json says about the run that wrote it, in addition to its configuration. */
export interface RecordedRun {
  readonly version: string;
  readonly stateHash: string;
  /** what made it; undefined in records of builds that didn't say, and of links */
  readonly maker?: Maker;
}

/** @returns undefined if the text is not a run.json of this program, but for example a configuration written by hand */
export function readRecordedRun(text: string): RecordedRun | undefined {
  try {
    const { program, version, state_hash: stateHash, made_by: maker } = JSON.parse(text);
    if (program !== "weakties") return undefined;
    return { version: String(version), stateHash: String(stateHash), ...(isListOfMakers([maker]) && { maker }) };
  } catch {
    return undefined;
  }
}
