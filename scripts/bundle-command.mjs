// Bundles the command line into dist/cli. There are few files and each command loads only those that it needs, so commands start
// quickly. A file that runs in a thread has its own entry. Kept names and source maps make stack traces readable.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Rooms whose modules only define things, so that the bundler can leave out those that a command does not use. */
const rooms = ["sim", "study", "formats", "report", "batch"].map((room) => join(root, room, "/"));

const workers = readdirSync(join(root, "batch"), { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".worker.ts"),
);

await build({
  configFile: false,
  root,
  logLevel: "warn",
  publicDir: false,
  // Piscina starts threads from one of its own files, which a bundle would not contain.
  ssr: { noExternal: true, external: ["piscina"] },
  // The ES module build has the same code as the CommonJS one and is parsed in half the time.
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
      // One folder for all, so that a thread's file is next to the chunk that starts it.
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        minify: { compress: true, mangle: { keepNames: true }, codegen: true },
        comments: false,
      },
    },
  },
});
