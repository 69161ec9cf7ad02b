// Bundles the command line into dist/cli. There are few files and each command loads only those that it needs, so commands start
// quickly. A file that runs in a thread has its own entry. Kept names and source maps make stack traces readable.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { hashSources } from "./hash-sources.mjs";
import { shareStepCode } from "./share-step-code.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Rooms and packages whose modules only define things, so that the bundler can leave out those that a command does not use. */
const pure = [
  ...["sim", "study", "formats", "report", "batch"].map((room) => join(root, room, "/")),
  ...["d3-", "@observablehq/plot/src/", "htmlparser2/", "domutils/"].map((name) => join(root, "node_modules", name)),
];
/** What Plot's first module does when it loads: it gives marks a method. */
const impure = join(root, "node_modules/@observablehq/plot/src/index.js");

const workers = readdirSync(join(root, "batch"), { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".worker.ts"),
);

/**
 * Modules that load together. Each part is one file, because Node takes a millisecond or two for each file. A part has what its
 * entry imports, directly or not, from the folders and files in `within`, except modules of an earlier part. Rolldown divides the
 * rest into small files.
 */
const parts = [
  { name: "version", entry: "sim/version.ts", within: ["sim/version.ts"] },
  {
    name: "start",
    entry: "batch/run-command-line.ts",
    within: [
      "batch",
      ...["sim/errors.ts", "sim/plain-data.ts", "sim/parameters", "sim/networks/circle-sizes.ts"],
      "node_modules/commander",
    ],
  },
  { name: "run-parts", entry: "batch/commands/run.ts", within: ["sim", "batch", "formats"] },
  { name: "experiment-parts", entry: "batch/commands/experiment.ts", within: ["batch/experiment"] },
];

/** @type {Map<string, string> | undefined} the part of each module, by id */
let partOf;

const bundled = await build({
  configFile: false,
  root,
  logLevel: "warn",
  publicDir: false,
  define: { __BUILD__: JSON.stringify(hashSources()) },
  // Piscina starts threads from one of its own files, which a bundle would not contain.
  ssr: { noExternal: true, external: ["piscina"] },
  resolve: {
    alias: {
      // The ES module build has the same code as the CommonJS one and is parsed in half the time.
      yaml: join(root, "node_modules/yaml/browser/dist/index.js"),
      // The build for Node loads threads, which nobody here needs.
      fflate: join(root, "node_modules/fflate/esm/browser.js"),
    },
  },
  plugins: [withoutProcesses(), withoutStyleRules(), shareStepCode(root)],
  build: {
    ssr: true,
    target: "node20.19",
    outDir: "dist/cli",
    sourcemap: true,
    license: { fileName: "licenses.md" },
    rolldownOptions: {
      input: ["main.ts", ...workers].map((path) => join(root, "batch", path)),
      treeshake: { moduleSideEffects: (id) => id === impure || !pure.some((start) => id.startsWith(start)) },
      // One folder for all, so that a thread's file is next to the chunk that starts it.
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        minify: { compress: true, mangle: { keepNames: true }, codegen: true },
        comments: false,
        // Parts may import each other. In this mode, each module still runs before those that need it.
        strictExecutionOrder: true,
        codeSplitting: { groups: [{ name: nameChunk, debugName: "parts" }], includeDependenciesRecursively: false },
      },
    },
  },
});

checkParts(/** @type {import("vite").Rolldown.RolldownOutput} */ (bundled));

/**
 * Refuses parts that import each other: a module would run before those that it imports.
 *
 * @param {import("vite").Rolldown.RolldownOutput} bundled
 */
function checkParts({ output }) {
  const places = new Map(parts.map(({ name }, place) => [`${name}.js`, place]));
  for (const file of output) {
    const place = file.type === "chunk" ? places.get(file.fileName) : undefined;
    const later =
      file.type === "chunk" ? file.imports.find((name) => (places.get(name) ?? -1) > (place ?? parts.length)) : undefined;
    if (later !== undefined)
      throw new Error(`${file.fileName} imports the later ${later}: add the module that it needs to its \`within\``);
  }
}

/**
 * @param {string} id of a module
 * @param {import("vite").Rolldown.ChunkingContext} context
 * @returns {string | null} the name of its part, if it belongs to one
 */
function nameChunk(id, context) {
  partOf ??= divideModules(context);
  return partOf.get(id) ?? null;
}

/** @param {import("vite").Rolldown.ChunkingContext} context */
function divideModules(context) {
  /** @type {Map<string, string>} */
  const divided = new Map();
  for (const { name, entry, within } of parts) {
    const places = within.map((path) => join(root, path));
    // Grows while it is read: a set visits what is added to it.
    const reached = new Set([join(root, entry)]);
    for (const id of reached) {
      const isWithin = places.some((place) => id === place || id.startsWith(join(place, "/")));
      if (isWithin && !divided.has(id)) divided.set(id, name);
      for (const imported of context.getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
    }
  }
  return divided;
}

/**
 * Commander can start other programs, which Weak Ties doesn't need, and Node takes 10 ms to load what that needs.
 *
 * @returns {import("vite").Plugin}
 */
function withoutProcesses() {
  return {
    name: "without-processes",
    transform(code, id) {
      if (!id.endsWith("commander/lib/command.js")) return undefined;
      const required = "require('node:child_process')";
      if (!code.includes(required)) this.error(`commander no longer contains ${required}`);
      return { code: code.replace(required, "{}"), map: null };
    },
  };
}

/**
 * linkedom reads style sheets with a package that is half of its size. A figure has no style that anyone reads, so that package is left
 * out.
 *
 * @returns {import("vite").Plugin}
 */
function withoutStyleRules() {
  const none = "\0no-style-rules";
  return {
    name: "without-style-rules",
    enforce: "pre",
    resolveId: (id) => (id === "cssomnom/parse" ? none : undefined),
    load: (id) => (id === none ? "export const parse = () => ({ cssRules: [] });" : undefined),
  };
}
