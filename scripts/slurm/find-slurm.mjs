import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

const packages = ["slurm-wlm", "munge"];
const names = /** @type {const} */ (["munged", "slurmctld", "slurmd", "sbatch"]);
/** Where to look for daemons besides PATH. */
const ofDaemons = ["/usr/sbin", "/sbin", "/usr/local/sbin"];

/**
 * The programs of Slurm, and munge, which authenticates its parts to each other.
 *
 * @returns {Record<typeof names[number], string> | undefined} paths, or undefined if one is missing
 */
export function findSlurm() {
  const folders = [...(process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== ""), ...ofDaemons];
  const found = names.map((name) => [name, folders.map((folder) => join(folder, name)).find(isProgram)]);
  return found.every(([, path]) => path !== undefined) ? Object.fromEntries(found) : undefined;
}

/**
 * Installs Slurm from Debian's packages unless it is there. Only root can start it in the way that these tests need.
 *
 * @returns {string | undefined} why Slurm is not available here, in one line; undefined if it is
 */
export function provideSlurm() {
  if (process.getuid?.() !== 0) return "only root can start a Slurm of its own";
  if (findSlurm() !== undefined) return undefined;
  if (spawnSync("apt-get", ["--version"]).status !== 0)
    return `${packages.join(" and ")} are not installed, and there is no apt-get to install them`;
  console.log(`No Slurm here: installing Debian's packages (apt-get install ${packages.join(" ")}).`);
  return aptGet("update") ?? aptGet("install", "-y", "--no-install-recommends", ...packages) ?? afterInstalling();
}

function afterInstalling() {
  return findSlurm() === undefined
    ? `${packages.join(" and ")} were installed, but ${names.join(", ")} are not to be found`
    : undefined;
}

/**
 * @param {string[]} args
 * @returns {string | undefined} what went wrong, in one line
 */
function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, error, stderr } = spawnSync("apt-get", args, { env, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] });
  if (status === 0) return undefined;
  const said = (stderr ?? "").trim().split("\n").at(-1);
  return `apt-get ${args.join(" ")} failed: ${error?.message ?? said ?? `exit code ${status}`}`;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
