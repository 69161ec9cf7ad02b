// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
/**
 * `npm run compile-rules`: compiles the main phases of a tick, as they are written in sim/, to WebAssembly, and writes the code to
 * sim/compiled/step-code.ts. With `--check` it writes nothing and fails if that file is out of date. Needs sim/ in dist/.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultParameters } from "../dist/sim/parameters/definitions.js";
import { createPopulation } from "../dist/sim/start/create-population.js";
import { mainPhases } from "../dist/sim/step/phases.js";
import { assemble } from "./compile-rules/assemble.mjs";
import { Compiler } from "./compile-rules/compiler.mjs";
import { describeMemory, MemoryLayout } from "./compile-rules/memory-layout.mjs";
import { Modules } from "./compile-rules/modules.mjs";
import { NotCompiled } from "./compile-rules/scopes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = join(root, "sim");
const file = join(sources, "compiled", "step-code.ts");

const modules = new Modules(sources, join(root, "dist", "sim"));
const phases = await modules.load(join(sources, "step", "phases.ts"));
const commit = await modules.load(join(sources, "step", "commit.ts"));
const formTies = await modules.load(join(sources, "step", "form-ties.ts"));
const types = await modules.load(join(sources, "population", "population.ts"));

const sample = createPopulation({ ...defaultParameters, agents: 50 }, "1");

const layout = new MemoryLayout(modules);
const population = layout.placePopulation(modules.find(types, "Population"), sample);
const compiler = new Compiler(modules, layout);
const roots = Object.keys(mainPhases).map((name) => [phases, name]);
// A replay for evidence takes encounters and proposals in parts, and looks at some of them.
const encounters = ["orderEncounters", "commitPart"].map((name) => [commit, name]);
const proposals = ["orderProposals", "formTiesPart"].map((name) => [formTies, name]);
const compiled = compileOrStop([...roots, ...encounters, ...proposals]);
const bytes = assemble(compiled, compiler.constArrays.values(), layout.next);
const map = describeMemory(population, layout, compiler.kinds);

const text = `// Written by \`npm run compile-rules\` from the rules in sim/. Don't edit it.
import type { StepCode } from "./compiled-step.ts";

export const stepCode: StepCode = {
  code: ${JSON.stringify(Buffer.from(bytes).toString("base64"))},
  map: ${JSON.stringify(map)},
};
`;

if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== text) {
    console.error("sim/compiled/step-code.ts is out of date: run `npm run compile-rules`");
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
  console.log(
    `wrote sim/compiled/step-code.ts: ${compiled.functions.length} functions, ${bytes.length.toLocaleString("en-US")} bytes`,
  );
}

/** Compiles the rules. If one of them can't be compiled, prints the place, without the stack of this program. */
function compileOrStop(roots) {
  try {
    return compiler.compile(roots);
  } catch (error) {
    if (!(error instanceof NotCompiled)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
