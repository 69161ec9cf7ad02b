import { spawnSync } from "node:child_process";

/** Packages of R that the examples need. */
const rPackages = ["igraph", "network", "sna"];

const packages = [
  "r-base-core",
  ...rPackages.map((name) => `r-cran-${name}`),
  "python3-pandas",
  "python3-matplotlib",
  "python3-networkx",
];

/**
 * R's program for scripts.
 *
 * @returns {string | undefined} its name or path, or undefined if it isn't installed
 */
export function findR() {
  return works("Rscript", ["--version"]) ? "Rscript" : undefined;
}

/**
 * A Python that has pandas. The system's own comes second: PATH may name another one, without Debian's packages.
 *
 * @returns {string | undefined} its name or path, or undefined if none has pandas
 */
export function findPandas() {
  return ["python3", "/usr/bin/python3"].find((program) => works(program, ["-c", "import pandas"]));
}

/**
 * A Python that has networkx.
 *
 * @returns {string | undefined} its name or path, or undefined if none has networkx
 */
export function findNetworkx() {
  return ["python3", "/usr/bin/python3"].find((program) => works(program, ["-c", "import networkx"]));
}

/**
 * A Python that has pandas and matplotlib.
 *
 * @returns {string | undefined} its name or path, or undefined if none has both
 */
export function findMatplotlib() {
  return ["python3", "/usr/bin/python3"].find((program) => works(program, ["-c", "import pandas, matplotlib"]));
}

/**
 * Installs R, pandas and the packages for networks from Debian's packages unless they are there.
 *
 * @returns {string | undefined} why they aren't available here, in one line; undefined if they are
 */
export function provideRAndPython() {
  if (isComplete()) return undefined;
  if (process.getuid?.() !== 0 || !works("apt-get", ["--version"])) return `${packages.join(" or ")} is not installed`;
  console.log(`Installing Debian's packages: apt-get install ${packages.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", ...packages]]) {
    const { status, stderr } = spawnSync("apt-get", args, { env, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] });
    if (status !== 0) return `apt-get ${args.join(" ")} failed: ${(stderr ?? "").trim().split("\n").at(-1)}`;
  }
  return isComplete()
    ? undefined
    : `${packages.join(" and ")} were installed, but R, pandas or the packages for networks can't be found`;
}

function isComplete() {
  return findR() !== undefined && hasRPackages() && findMatplotlib() !== undefined && findNetworkx() !== undefined;
}

function hasRPackages() {
  return works("Rscript", ["-e", rPackages.map((name) => `loadNamespace("${name}")`).join("; ")]);
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function works(program, args) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
