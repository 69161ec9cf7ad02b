// Bundles the library into dist/lib: one file for each entry of the exports of package.json, and the parts they share. It contains the
// packages that it needs except those of "dependencies", and neither d3, Plot nor a DOM.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { shareStepCode } from "./share-step-code.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Rooms whose modules only define things, so that the bundler can leave out what no entry uses. */
const rooms = ["sim", "study", "formats", "library"].map((room) => join(root, room, "/"));

const entries = ["index", "study", "formats", "measures"];

await build({
  configFile: false,
  root,
  logLevel: "warn",
  publicDir: false,
  ssr: { noExternal: true, external: ["seedrandom"] },
  plugins: [shareStepCode(root)],
  resolve: { alias: { yaml: join(root, "node_modules/yaml/browser/dist/index.js") } },
  build: {
    ssr: true,
    target: "es2023",
    outDir: "dist/lib",
    license: { fileName: "licenses.md" },
    rolldownOptions: {
      input: entries.map((name) => join(root, "library", `${name}.ts`)),
      external: [/^seedrandom\//],
      treeshake: { moduleSideEffects: (id) => !rooms.some((room) => id.startsWith(room)) },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-part.js",
        // Node prints the line of an error that nobody catches, so lines must stay short.
        minify: { compress: true, mangle: false, codegen: false },
        comments: false,
      },
    },
  },
});

copyTypes();

/** Copies the declarations that the entries need, and no others, from the output of the compiler. */
function copyTypes() {
  const built = join(root, "dist");
  const types = join(built, "lib/types");
  // Grows while it is read: a set visits what is added to it.
  const reached = new Set(entries.map((name) => join(built, "library", `${name}.d.ts`)));
  for (const path of reached) {
    const text = readFileSync(path, "utf8");
    for (const [, imported] of text.matchAll(/(?:from|import\() ?"(\.[^"]+)"/g))
      reached.add(join(dirname(path), (imported ?? "").replace(/\.(ts|js)$/, ".d.ts")));
    const copy = join(types, relative(built, path));
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, text);
  }
}
