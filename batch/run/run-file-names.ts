/** The state of a run some ticks before its end, from which `weakties run --from` continues. */
export const CHECKPOINT_FILE = "checkpoint.bin";

/** The files that the folder of a run can contain, in the order in which a summary lists them. */
export const runFileNames: readonly string[] = ["run.json", "series.csv", "agents.csv", "ties.csv", "events.csv", CHECKPOINT_FILE];
