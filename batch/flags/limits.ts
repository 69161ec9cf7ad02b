/** Runs at the same time. */
export const MOST_JOBS = 1024;

/** Parts of an experiment. An array of Slurm has at most 1000 tasks by default, but a site can allow more. */
export const MOST_SHARDS = 100_000;
