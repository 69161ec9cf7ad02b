import { defineConfig, type Plugin } from "vite";

/**
 * Leaves out what only the page shows: labels, help, sources, descriptions and stories. No worker uses them, and they are a
 * seventh of the size of the engine.
 */
function leaveOutHelp(): Plugin {
  return {
    name: "leave-out-help",
    transform: {
      filter: { id: /\/sim\/(parameters|metrics)\/.*\.ts$/ },
      handler: (code) =>
        code
          .replace(/\b(help|label|description|source|story|question|low|high|result|why):\s*"(?:[^"\\]|\\.)*"/g, '$1: ""')
          .replace(/(\bmechanism\(\s*"[^"]*",\s*"[^"]*",\s*)"(?:[^"\\]|\\.)*"/g, '$1""'),
    },
  };
}

/**
 * Marks the color scales of d3 as free of side effects, so that the bundler leaves out those that the page doesn't use: all but one.
 * The package has them in one file, each computed when it loads.
 */
function dropUnusedScales(): Plugin {
  return {
    name: "drop-unused-scales",
    transform: {
      filter: { id: /\/d3-scale-chromatic\// },
      handler: (code) =>
        code
          .replace(/= (colors|ramp|ramp\$1|interpolateCubehelixLong|cubehelix\$1)\(/g, "= /* @__PURE__ */ $1(")
          .replace(/= (new Array\(3\)\.concat\([^;]*\.map\(colors\));/g, "= /* @__PURE__ */ (() => $1)();"),
    },
  };
}

/** The page: built to dist/page, to be served from any folder of any static host. */
export default defineConfig({
  base: "./",
  plugins: [dropUnusedScales()],
  build: { outDir: "dist/page", emptyOutDir: true, target: "es2023", chunkSizeWarningLimit: 400 },
  worker: { format: "es", plugins: () => [leaveOutHelp()] },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
