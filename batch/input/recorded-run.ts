/** What a run.json says about the run that wrote it, in addition to its configuration. */
export interface RecordedRun {
  readonly version: string;
  readonly stateHash: string;
}

/** @returns undefined if the text is not a run.json of this program, but for example a configuration written by hand */
export function readRecordedRun(text: string): RecordedRun | undefined {
  try {
    const { program, version, state_hash: stateHash } = JSON.parse(text);
    return program === "weakties" ? { version: String(version), stateHash: String(stateHash) } : undefined;
  } catch {
    return undefined;
  }
}
