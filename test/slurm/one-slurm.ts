import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll } from "vitest";

/** A Slurm of one node that runs during the tests of a file. */
export class OneSlurm {
  #program: ChildProcess | undefined;

  constructor() {
    beforeAll(() => this.#start());
    afterAll(() => this.#end());
  }

  async #start(): Promise<void> {
    const program = spawn(process.execPath, ["scripts/slurm/one-node.mjs"], { stdio: ["pipe", "pipe", "inherit"] });
    this.#program = program;
    for await (const line of createInterface(program.stdout)) {
      const [name, value] = line.split("=");
      if (name !== "SLURM_CONF") continue;
      process.env.SLURM_CONF = value;
      return;
    }
    throw new Error("Slurm did not start; what it says stands above");
  }

  /** Waits until all its processes have ended. */
  async #end(): Promise<void> {
    const program = this.#program;
    if (program === undefined || program.exitCode !== null) return;
    const ended = new Promise<number | null>((resolve) => program.once("exit", resolve));
    program.stdin?.end();
    const code = await ended;
    if (code !== 0) throw new Error(`Slurm did not end cleanly: exit code ${code}`);
  }

  /** The output of one of Slurm's programs; throws if the program fails. */
  ask(program: string, ...args: string[]): string {
    const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${error?.message ?? stderr}`);
    return stdout.trim();
  }

  /** Submits a script as a user would and returns the job's number. */
  sbatch(...args: string[]): string {
    return this.ask("sbatch", "--parsable", ...args);
  }

  /** Waits until no job is left in the queue. */
  async emptied(): Promise<void> {
    while (this.ask("squeue", "--noheader") !== "") await delay(100);
  }

  /** Waits until a job, or one task of an array (`12_3`), runs. */
  async running(job: string): Promise<void> {
    while (this.states(job)[0] === "PENDING") await delay(50);
  }

  /**
   * Kills the program that a task runs, at once, as a system does that is out of memory. (`scancel` asks first, even with the signal
   * KILL; and when it kills the shell alone, this Slurm without cgroups loses sight of what the shell has started.)
   */
  killProgram(task: string): void {
    const [, ...lines] = this.ask("scontrol", "listpids", this.details(task)[0].JobId).split("\n");
    const pids = lines.map((line) => Number(line.trim().split(/\s+/)[0]));
    const programs = pids.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").startsWith(process.execPath));
    if (programs.length !== 1) throw new Error(`task ${task} must run one program, and runs ${programs.length}`);
    process.kill(programs[0], "SIGKILL");
  }

  /** The state of a job, of one task, or of each task of an array in the order of their numbers. */
  states(job: string): string[] {
    return this.details(job).map((one) => one.JobState);
  }

  /** Everything that Slurm reports about the same jobs, by its own names. */
  details(job: string): Record<string, string>[] {
    const lines = this.ask("scontrol", "--oneliner", "show", "job", job).split(/\n(?=JobId=)/);
    const all = lines.map((line) => Object.fromEntries(line.split(" ").map((word) => word.split(/=(.*)/s, 2))));
    return all.sort((a, b) => Number(a.ArrayTaskId ?? 0) - Number(b.ArrayTaskId ?? 0));
  }
}

/** The job numbers that `weakties slurm --submit` prints: the array and the merge. */
export function jobsIn(stdout: string): { array: string; merge: string } {
  const match = /job (\d+), an array .* job (\d+), which merges/.exec(stdout);
  if (match === null) throw new Error(`no jobs in: ${stdout}`);
  return { array: match[1], merge: match[2] };
}
