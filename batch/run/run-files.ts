/** What a run's folder may hold. */
export const resultFiles: readonly string[] = ["run.json", "series.csv", "agents.csv", "ties.csv", "events.csv"];
