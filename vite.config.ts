import { defineConfig, type Plugin } from "vite";
import { hashSources } from "./scripts/hash-sources.mjs";
import { parameterHelp } from "./viz/controls/parameter-help.ts";

/** A text in the code, in double quotes. */
const TEXT = String.raw`"(?:[^"\\]|\\.)*"`;

/**
 * Moves the help of all parameters from their definitions, which the page needs at once, to a file that it loads later. That saves
 * 3 KiB of the first load.
 */
function loadHelpLater(): Plugin {
  return {
    name: "load-help-later",
    transform: {
      filter: { id: [/\/sim\/parameters\/.*\.ts$/, /\/viz\/controls\/parameter-help\.ts$/] },
      handler: (code, id) =>
        id.endsWith("parameter-help.ts")
          ? `export const parameterHelp = ${JSON.stringify(parameterHelp)};`
          : withoutTexts(code, "help|source").replace(/^ {2}(\w+): "[^"]*\?[^"]*",$/gm, '$1: "",'),
    },
  };
}

/** Code with empty texts for some keys, and without the help of mechanisms. */
function withoutTexts(code: string, keys: string): string {
  return code
    .replace(new RegExp(String.raw`\b(${keys}):\s*${TEXT}`, "g"), '$1: ""')
    .replace(new RegExp(String.raw`(\bmechanism\(\s*"[^"]*",\s*"[^"]*",\s*)${TEXT}`, "g"), '$1""');
}

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
        withoutTexts(code, "help|label|description|source|story|question|low|high|result|why")
          .replace(/(\bmechanism\(\s*"[^"]*",\s*)"[^"]*"/g, '$1""')
          .replace(/^ {2}(\w+): "[^"]*",$/gm, '$1: "",'),
    },
  };
}

/** The page: built to dist/page, to be served from any folder of any static host. */
export default defineConfig({
  base: "./",
  define: { __BUILD__: JSON.stringify(hashSources()) },
  plugins: [loadHelpLater()],
  build: {
    outDir: "dist/page",
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 400,
    // All that the page needs at once is one file, also what later parts use as well: several files compress worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "page", test: /\/viz\/main\.tsx$/ }] } } },
  },
  worker: { format: "es", plugins: () => [leaveOutHelp()] },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
