import { defineConfig } from "vite";

/** The page: built to dist/page, to be served from any folder of any static host. */
export default defineConfig({
  base: "./",
  build: { outDir: "dist/page", emptyOutDir: true, target: "es2023", chunkSizeWarningLimit: 400 },
  worker: { format: "es" },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
