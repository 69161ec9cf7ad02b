/** Messages that no input of the catalogue provokes, as the sources have them, and why. */
export const withoutExample: readonly { readonly text: string; readonly reason: string }[] = [
  {
    text: "… holds runs by …, and this is …, also of version …. Their rules may differ. To keep them apart, use another --out, or continue with the build that made the first runs",
    reason: "names this build, Node and platform, which change",
  },
  {
    text: "the shards were made by …, all of version …. Their rules may differ. To be sure, make all shards again with one build",
    reason: "names builds, Node and platform, which change",
  },
  {
    text: "a build that didn't record itself",
    reason: "names this build, Node and platform, which change",
  },
  {
    text: "--out: the run in … was stopped and is saved at tick …: continue it with --resume, or start over with --force",
    reason: "needs a run that was stopped",
  },
  {
    text: "--resume: the stopped run in … differs: …; type the command that started it, or start over with --force and without --resume",
    reason: "needs a run that was stopped",
  },
  {
    text: "… recorded with fewer ticks: …",
    reason: "needs an experiment that got more ticks",
  },
  {
    text: "finishing the current runs; press Ctrl-C again to stop at once",
    reason: "needs a signal during an experiment",
  },
  {
    text: "…: wait until it is finished, or choose another folder with --out",
    reason: "needs a second process that works in the folder",
  },
  {
    text: "process … on … is working on it",
    reason: "needs a second process that works in the folder",
  },
  {
    text: "…: every recorded run is safe; fix this, then run the same command again to resume",
    reason: "needs a disk that fills up or fails while the program writes",
  },
  {
    text: "…; choose another folder with --out",
    reason: "needs a folder that the program may not write to",
  },
  {
    text: "log.jsonl: …",
    reason: "needs a disk that fills up or fails while the program writes",
  },
  {
    text: "nothing was written: …: …",
    reason: "needs a disk that fills up or fails while the program writes",
  },
  {
    text: "nothing was written: …",
    reason: "needs a disk that fills up or fails while the program writes",
  },
  {
    text: "standard output: …",
    reason: "needs a disk that fills up or fails while the program writes",
  },
  {
    text: "… cannot be written (…): the complete run is in … instead",
    reason: "needs a disk that fills up or fails while the program writes",
  },
  {
    text: "cannot be the root of a disk, because the run is written beside the folder first: choose a folder inside it",
    reason: "needs a mounted disk",
  },
  {
    text: "cannot be created, because … is not a folder",
    reason: "needs a device in place of a folder",
  },
  {
    text: "the array was submitted as job …, but the merge was not: …",
    reason: "needs a Slurm that refuses a job",
  },
  {
    text: "sbatch cannot be started: …",
    reason: "needs a Slurm that refuses a job",
  },
  {
    text: "sbatch … and printed: …",
    reason: "needs a Slurm that refuses a job",
  },
  {
    text: "… holds runs that are in none of the shards: choose another folder with --out",
    reason: "needs shards of two different experiments",
  },
  {
    text: "  and … more unfinished shards",
    reason: "needs dozens of shards",
  },
  {
    text: "the design … takes at most … factors, got …",
    reason: "the program has fewer parameters than a design takes factors",
  },
  {
    text: "…: a run can have at most … agents, got … together with the network",
    reason: "needs a million agents",
  },
  {
    text: "The network picture has stopped: …. Reload the page to bring it back.",
    reason: "needs a worker of a browser that dies",
  },
  {
    text: "… is in use by process … on …",
    reason: "needs a second process that works in the folder",
  },
  {
    text: "log.jsonl changed during reading, at byte …",
    reason: "needs a second process that works in the folder",
  },
  {
    text: "the run differs from its record: state hash …, recorded …",
    reason: "is written to runs.csv, not printed",
  },
  {
    text: "internal error: …",
    reason: "is written to runs.csv, not printed",
  },
  {
    text: "the run took longer than its limit of … s (run_limit)",
    reason: "is written to runs.csv, not printed",
  },
  {
    text: "the worker died … times: …",
    reason: "is written to runs.csv, not printed",
  },
  {
    text: "the replay wrote no …",
    reason: "guards against a mistake of the program",
  },
  {
    text: "no file was chosen",
    reason: "guards against a mistake of the program",
  },
  {
    text: "no run has started",
    reason: "guards against a mistake of the program",
  },
  {
    text: "its worker could not be loaded",
    reason: "needs a worker of a browser that dies",
  },
  {
    text: "its worker died, perhaps out of memory",
    reason: "needs a worker of a browser that dies",
  },
  {
    text: "the worker could not be loaded",
    reason: "needs a worker of a browser that dies",
  },
  {
    text: "the worker sent an unreadable message",
    reason: "needs a worker of a browser that dies",
  },
  {
    text: "the worker died, perhaps out of memory",
    reason: "needs a worker of a browser that dies",
  },
  {
    text: "the browser cannot draw on a canvas",
    reason: "needs a browser without canvas",
  },
  {
    text: "the browser could not write the PNG",
    reason: "needs a browser that runs out of memory",
  },
  {
    text: "the network has not been drawn yet",
    reason: "needs a click before the first drawing",
  },
  {
    text: "The world settles before the start: year … of … …",
    reason: "needs a run that settles in a browser",
  },
  {
    text: "… kept for the runs that are left: …",
    reason: "needs an experiment that is stopped",
  },
  {
    text: "its state hash is …, recorded …",
    reason: "guards against a mistake of the program",
  },
  {
    text: "a settled world needs a folder",
    reason: "guards against a mistake of the program",
  },
  {
    text: "Replaying the run to week …: … weeks to go …",
    reason: "needs a run that a browser repeats",
  },
  {
    text: "the settled world of … ticks is missing",
    reason: "guards against a mistake of the program",
  },
  {
    text: "Repeating the run: tick … of … …",
    reason: "needs a run that a browser repeats",
  },
  {
    text: "The run has been repeated with that outcome. Gray lines show the world as it was. Below the picture you can choose to see both side by side.",
    reason: "needs a run that a browser repeats",
  },
  {
    text: "a world runs twice with at most … agents, got …",
    reason: "needs a world of more than 20,000 agents",
  },
];
