import { defineConfig } from "vitest/config";

/**
 * Tests that each have a process of their own: they run commands, which set its folder, its arguments and what it does at a signal, let
 * all runs use compiled rules, or replace a module.
 */
const alone = [
  "test/batch/**/*.test.ts",
  "test/compiled/**/*.test.ts",
  "test/library/**/*.test.ts",
  "test/random/no-draw-twice.test.ts",
];

export default defineConfig({
  test: {
    // Vitest would leave one core free, which is half of a machine with two.
    maxWorkers: "100%",
    // What has been built runs as it is.
    server: { deps: { external: [/\/dist\//] } },
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", "test/r-and-python/**", "test/slow/**", "test/slurm/**", ...alone],
          globalSetup: "test/helpers/build-first.ts",
          // Files share a process, one after another, and so the modules that it has loaded and compiled.
          isolate: false,
          setupFiles: "test/helpers/leave-no-trace.ts",
          // Milliseconds. Time is not tested: a machine that also does other work is slow, not wrong.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: "alone",
          include: alone,
          globalSetup: "test/helpers/build-first.ts",
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "chromium",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/helpers/build-first.ts", "test/helpers/start-chromium.ts"],
          setupFiles: "test/helpers/close-pages.ts",
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: "slow",
          include: ["test/slow/**/*.test.ts"],
          globalSetup: "test/helpers/build-first.ts",
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: "r-and-python",
          include: ["test/r-and-python/**/*.test.ts"],
          globalSetup: "test/helpers/build-first.ts",
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: "slurm",
          include: ["test/slurm/**/*.test.ts"],
          globalSetup: "test/helpers/build-first.ts",
          // Each file starts its own Slurm, which needs both cores: one at a time, after all other tests.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
