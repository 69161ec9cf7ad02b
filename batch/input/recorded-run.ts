/** What a run.json says of the run that wrote it, beyond its configuration. */
export interface RecordedRun {
  readonly version: string;
  readonly stateHash: string;
}

/** @returns undefined where the text is no run.json of this program, such as a configuration written by hand */
export function readRecord(text: string): RecordedRun | undefined {
  try {
    const { program, version, state_hash: stateHash } = JSON.parse(text);
    return program === "weakties" ? { version: String(version), stateHash: String(stateHash) } : undefined;
  } catch {
    return undefined;
  }
}
