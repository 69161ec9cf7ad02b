import { defineConfig } from "vitest/config";

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
          exclude: ["test/browser/**", "test/r-and-python/**", "test/slow/**", "test/slurm/**"],
          globalSetup: "test/helpers/build-first.ts",
          // Milliseconds. Time is not tested: a machine that also does other work is slow, not wrong.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 60_000 } },
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
