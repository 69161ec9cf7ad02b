// Makes the settled worlds of scenarios, for the page to start from.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const kept = join(root, "dist/settled");
const model = join(root, "dist/sim");
const compiler = join(root, "node_modules/typescript/bin/tsc");

/** The tag of index.html in which the page finds its worlds. */
export const TAG = "settled-worlds";

/**
 * Writes the settled worlds of scenarios to the page, compressed, and lists them in its index.html. This list replaces an earlier one.
 * Worlds that have been made before by the same code are taken from dist/settled.
 *
 * @param {string} page the folder of the built page
 * @param {readonly import("../dist/sim/index.js").ScenarioName[]} [names] of the scenarios; those whose `settled` says so, if not given
 * @returns {Promise<number>} how many there are; 0 if the model cannot be built
 */
export async function addSettledWorlds(page, names) {
  // The page is bundled from the sources, so its worlds must not come from an older build of the model.
  if (!existsSync(compiler)) return 0;
  if (spawnSync(process.execPath, [compiler, "-b", "sim"], { cwd: root, stdio: "inherit" }).status !== 0) return 0;
  const sim = await import("../dist/sim/index.js");
  const chosen = names ?? sim.scenarioNames.filter((name) => sim.settleTicksOf(name) > 0);
  const code = hashOfCode();
  const files = [];
  mkdirSync(join(page, "settled"), { recursive: true });
  for (const name of chosen) {
    const { key, bytes } = keepWorld(sim, name, code);
    const file = `settled/${name}-${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}.bin`;
    writeFileSync(join(page, file), bytes);
    files.push(`${key} ${file}`);
  }
  if (files.length === 0) rmSync(join(page, "settled"), { recursive: true });
  else listWorlds(join(page, "index.html"), files);
  return files.length;
}

/**
 * @param {string} index the path of index.html
 * @param {readonly string[]} files each with its key
 */
function listWorlds(index, files) {
  const earlier = new RegExp(` *<(meta name="${TAG}"|link rel="preload" as="fetch")[^>]*>\n`, "g");
  const html = readFileSync(index, "utf8").replace(earlier, "");
  const tags = [`<meta name="${TAG}" content="${files.join(", ")}">`];
  // The page opens with this one: the browser fetches it together with the script, not after it.
  const opening = files.map((entry) => entry.split(" ")[1]).find((file) => file.startsWith("settled/default-"));
  if (opening !== undefined) tags.push(`<link rel="preload" as="fetch" href="${opening}" crossorigin>`);
  writeFileSync(index, html.replace("</head>", `${tags.map((tag) => `  ${tag}\n  `).join("")}</head>`));
}

/**
 * The settled world of a scenario: the key under which the engine of the page knows it, and its bytes after gzip.
 *
 * @param {typeof import("../dist/sim/index.js")} sim
 * @param {import("../dist/sim/index.js").ScenarioName} name
 * @param {string} code
 */
function keepWorld(sim, name, code) {
  const { seed, parameters: given } = sim.scenarios[name];
  const { parameters } = sim.mergeParameters([{ place: name, values: given }]);
  const settled = sim.settleTicksOf(name) || sim.SETTLE_TICKS;
  // The page measures every tick of worlds of this size.
  const isMeasured = (/** @type {number} */ tick) => tick >= 0;
  const key = sim.worldKey(sim.burnInHash(parameters, settled, isMeasured), seed);
  const path = join(kept, `${key}-${code}.bin`);
  const known = readSound(sim, path, key);
  if (known !== undefined) return { key, bytes: known };
  const run = sim.createRun({ parameters, seed, settled });
  const collector = sim.createCollector(run.population, isMeasured, { settled });
  sim.settle(run, collector);
  const bytes = gzipSync(sim.packWorld(run, collector, key), { level: 9 });
  mkdirSync(kept, { recursive: true });
  // Worlds of earlier code are of no use.
  for (const file of readdirSync(kept)) if (!file.includes(code)) rmSync(join(kept, file));
  writeFileSync(`${path}.new-${process.pid}`, bytes);
  renameSync(`${path}.new-${process.pid}`, path);
  return { key, bytes };
}

/**
 * @param {typeof import("../dist/sim/index.js")} sim
 * @param {string} path
 * @param {string} key
 * @returns {Buffer | undefined} undefined if the file is missing or damaged
 */
function readSound(sim, path, key) {
  try {
    const bytes = readFileSync(path);
    sim.unpackWorld(gunzipSync(bytes), key, () => false);
    return bytes;
  } catch {
    return undefined;
  }
}

/** A hash of the built model, because the same version of it changes during development. */
function hashOfCode() {
  const hash = createHash("sha256");
  const files = readdirSync(model, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(model, file)));
  return hash.digest("hex").slice(0, 16);
}
