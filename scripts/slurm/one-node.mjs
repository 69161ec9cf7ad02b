// Runs a Slurm of one node for tests and for trying things out: node scripts/slurm/one-node.mjs. Once the node is idle, it prints a
// line SLURM_CONF=…; with this variable in their environment, sbatch, squeue and scancel use the node. It ends on Ctrl-C, or when its
// standard input closes, which also happens if the program that started it dies. It then cancels its jobs and cleans up.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endDaemon, freePorts, goesOn, lastWords, startDaemon, until } from "./daemon.mjs";
import { findSlurm, provideSlurm } from "./find-slurm.mjs";
import { slurmConf } from "./slurm-conf.mjs";

/** Cores of the node, and so the number of tasks that run at the same time. */
const CPUS = 4;
/** The most seconds that each step of starting and ending can take. */
const PATIENCE = 60;

const why = provideSlurm();
if (why !== undefined) {
  console.error(`Slurm cannot be started: ${why}`);
  process.exit(1);
}

process.stdout.on("error", () => {}); // the reader has left
const asked = new Promise((resolve) => {
  process.stdin.on("end", resolve).on("error", resolve).resume();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, resolve);
});

// munge needs a folder that everyone can enter and only its owner can write to.
const folder = mkdtempSync(join(tmpdir(), "weakties-slurm-"));
chmodSync(folder, 0o755);
const env = { ...process.env, SLURM_CONF: join(folder, "slurm.conf") };
/** @type {import("./daemon.mjs").Daemon[]} the daemon that was started last comes first */
const daemons = [];

try {
  await start();
  console.log(`SLURM_CONF=${env.SLURM_CONF}`);
  await asked;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  for (const daemon of daemons) console.error(lastWords(daemon));
  process.exitCode = 1;
} finally {
  await stop();
}
process.stdin.destroy();

async function start() {
  const [controllerPort, nodePort] = await freePorts(2);
  for (const name of ["state", "spool"]) mkdirSync(join(folder, name), { mode: 0o755 });
  writeFileSync(join(folder, "munge.key"), randomBytes(128), { mode: 0o400 });
  writeFileSync(env.SLURM_CONF, slurmConf({ folder, controllerPort, nodePort, cpus: CPUS }));
  const places = { key: "munge.key", socket: "munge.socket", pid: "munge.pid", log: "munge.log", seed: "munge.seed" };
  const flags = Object.entries(places).map(([what, name]) => `--${what}${what === "socket" ? "" : "-file"}=${join(folder, name)}`);
  add("munged", ["--foreground", ...flags]);
  await untilUp("munged takes calls", () => existsSync(join(folder, places.socket)));
  add("slurmctld", ["-D", "-f", env.SLURM_CONF]);
  add("slurmd", ["-D", "-f", env.SLURM_CONF]);
  await untilUp("the node is idle", () => ask("sinfo", "--noheader", "--format=%T") === "idle");
}

/** Cancels all jobs, because jobs would outlive slurmd, and ends the daemons. Reports a daemon that does not end. */
async function stop() {
  try {
    if (daemons.length === 3 && daemons.every(goesOn)) {
      ask("scancel", "--user=root");
      await until("all jobs have left the queue", PATIENCE, () => ask("squeue", "--noheader") === "");
    }
    for (const daemon of daemons) await endDaemon(daemon, PATIENCE);
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}; see ${folder}`);
    process.exitCode = 1;
  }
}

/**
 * @param {"munged" | "slurmctld" | "slurmd"} name
 * @param {string[]} args
 */
function add(name, args) {
  daemons.unshift(startDaemon(findSlurm()?.[name] ?? name, args, join(folder, `${name}.out`), env));
}

/**
 * @param {string} what
 * @param {() => boolean} holds
 */
async function untilUp(what, holds) {
  await until(what, PATIENCE, () => {
    const dead = daemons.find((daemon) => !goesOn(daemon));
    if (dead !== undefined) throw new Error(`${dead.name} did not start`);
    return holds();
  });
}

/**
 * The output of one of Slurm's programs; undefined if the program fails.
 *
 * @param {string} program
 * @param {string[]} args
 */
function ask(program, ...args) {
  const { status, stdout } = spawnSync(program, args, { env, encoding: "utf8", timeout: 1000 * PATIENCE });
  return status === 0 ? stdout.trim() : undefined;
}
