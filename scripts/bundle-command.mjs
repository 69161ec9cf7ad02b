// Bundles the command line into dist/cli: few files, so that a command starts quickly, and each command loads only its own. A file
// that runs in a thread is an entry of its own. Names are kept and source maps written, so that stack traces stay readable.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Rooms whose modules only define things: one that a command does not use can be left out. */
const rooms = ["sim", "study", "formats", "report", "batch"].map((room) => join(root, room, "/"));

const workers = readdirSync(join(root, "batch"), { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".worker.ts"),
);

await build({
  configFile: false,
  root,
  logLevel: "warn",
  publicDir: false,
  // Piscina starts threads from a file of its own, which a bundle would not have.
  ssr: { noExternal: true, external: ["piscina"] },
  // The same code as modules instead of CommonJS, which is parsed in half the time.
  resolve: { alias: { yaml: join(root, "node_modules/yaml/browser/dist/index.js") } },
  build: {
    ssr: true,
    target: "node20.19",
    outDir: "dist/cli",
    sourcemap: true,
    license: { fileName: "licenses.md" },
    rolldownOptions: {
      input: ["main.ts", ...workers].map((path) => join(root, "batch", path)),
      treeshake: { moduleSideEffects: (id) => !rooms.some((room) => id.startsWith(room)) },
      // All in one folder, so that a thread's file is beside the chunk that starts it.
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        minify: { compress: true, mangle: { keepNames: true }, codegen: true },
        comments: false,
      },
    },
  },
});
