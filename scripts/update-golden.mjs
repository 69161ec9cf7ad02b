// Recomputes the golden hashes and lists those that changed: npm run golden. A changed hash means that results of old runs change.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const file = join(root, "test/golden/hashes.json");

const { status } = spawnSync(process.execPath, [join(root, "scripts/build.mjs")], { stdio: "inherit" });
if (status !== 0) process.exit(1);
// Imported after the build, which creates it.
const sim = await import("../dist/sim/index.js");

const golden = JSON.parse(readFileSync(file, "utf8"));
let changed = 0;
for (const [name, hashes] of Object.entries(golden.hashes)) {
  /** @type {import("../dist/sim/index.js").Scenario} */
  const scenario = sim.scenarios[/** @type {import("../dist/sim/index.js").ScenarioName} */ (name)];
  const { parameters } = sim.checkParameters(scenario.parameters);
  const known = { parameters, names: [], circleNames: [] };
  const { interventions } = sim.checkInterventions(scenario.interventions ?? [], known);
  const run = sim.createRun({ parameters, seed: scenario.seed, interventions });
  for (const tick of Object.keys(hashes)) {
    while (run.population.tick < Number(tick)) sim.advance(run);
    const hash = sim.stateHash(run);
    if (hash === hashes[tick]) continue;
    console.log(`${name}, tick ${tick}: ${hashes[tick]} is now ${hash}`);
    hashes[tick] = hash;
    changed++;
  }
}
writeFileSync(file, `${JSON.stringify(golden, null, 2)}\n`);
console.log(
  changed === 0 ? "No golden hash changed." : "Results of old runs change: the entry in CHANGELOG.md must say so first, and why.",
);
