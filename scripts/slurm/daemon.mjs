import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { basename } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/**
 * A program in the background. It has its own session, so Ctrl-C in a terminal does not reach it.
 *
 * @typedef {{ name: string, log: string, process: import("node:child_process").ChildProcess }} Daemon
 */

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} log a file for its output
 * @param {NodeJS.ProcessEnv} env
 * @returns {Daemon}
 */
export function startDaemon(program, args, log, env) {
  const output = openSync(log, "a");
  const child = spawn(program, args, { env, detached: true, stdio: ["ignore", output, output] });
  closeSync(output);
  child.on("error", () => {}); // it then has no process id and counts as ended
  return { name: basename(program), log, process: child };
}

/** @param {Daemon} daemon */
export function goesOn({ process }) {
  return process.pid !== undefined && process.exitCode === null && process.signalCode === null;
}

/**
 * Asks a daemon to end and waits until it has ended. It is not killed, because slurmctld would then leave jobs behind.
 *
 * @param {Daemon} daemon
 * @param {number} patience in seconds
 * @throws Error if it does not end in time
 */
export async function endDaemon(daemon, patience) {
  if (goesOn(daemon)) daemon.process.kill("SIGTERM");
  await until(`${daemon.name} (process ${daemon.process.pid}) has ended`, patience, () => !goesOn(daemon));
}

/**
 * The last lines of a daemon's log.
 *
 * @param {Daemon} daemon
 */
export function lastWords({ name, log }) {
  return `${name}:\n${readFileSync(log, "utf8").trim().split("\n").slice(-10).join("\n")}`;
}

/**
 * Waits until a condition holds. Checks it every tenth of a second.
 *
 * @param {string} what the condition, for the message
 * @param {number} patience in seconds
 * @param {() => boolean} holds
 * @throws Error if the condition does not hold in time
 */
export async function until(what, patience, holds) {
  for (let tries = 10 * patience; !holds(); tries--) {
    if (tries <= 0) throw new Error(`waited ${patience} seconds, and still not: ${what}`);
    await delay(100);
  }
}

/**
 * Free ports of this machine.
 *
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map((server) => new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(portOf(server))))),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** @param {import("node:net").Server} server */
function portOf(server) {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
