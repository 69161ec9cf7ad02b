import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { useCompiledStep } from "../../sim/compiled/compiled-step.ts";
import { stepCode } from "../../sim/compiled/step-code.ts";
import { advance } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { makeRun } from "../helpers/make-run.ts";

afterEach(() => vi.unstubAllGlobals());

/** Columns of a compiled run are parts of one buffer. */
function isInWebAssembly({ population: { ties, agents } }: ReturnType<typeof makeRun>): boolean {
  return ties.trust.buffer === agents.traits.buffer;
}

test("a run for which the system has no more memory continues as JavaScript, and so do later ones", () => {
  const make = () => makeRun({ parameters: { agents: 120 } });
  const plain = make();
  for (let t = 0; t < 6; t++) advance(plain);
  expect(useCompiledStep(stepCode)).toBe(true);
  let asked = 0;
  vi.stubGlobal("WebAssembly", {
    Module: WebAssembly.Module,
    // What V8 does under `ulimit -v`.
    Instance: class {
      constructor() {
        asked++;
        throw new RangeError("WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory for new instance");
      }
    },
  });
  for (const run of [make(), make()]) {
    for (let t = 0; t < 6; t++) advance(run);
    expect(isInWebAssembly(run)).toBe(false);
    expect(stateHash(run)).toBe(stateHash(plain));
  }
  expect(asked).toBe(1);
});

test("a run whose columns don't fit into its memory continues as JavaScript", () => {
  const make = () => makeRun({ parameters: { agents: 120 } });
  const plain = make();
  for (let t = 0; t < 6; t++) advance(plain);
  expect(useCompiledStep(stepCode)).toBe(true);
  const { Instance } = WebAssembly;
  let left = 5;
  vi.stubGlobal("WebAssembly", {
    Module: WebAssembly.Module,
    // Memory for five columns.
    Instance: class {
      exports;
      constructor(...given: ConstructorParameters<typeof Instance>) {
        const { alloc, ...others } = new Instance(...given).exports as { alloc: (length: number, shift: number) => number };
        this.exports = {
          ...others,
          alloc(length: number, shift: number) {
            if (left-- === 0) throw new RangeError("Array buffer allocation failed");
            return alloc(length, shift);
          },
        };
      }
    },
  });
  const run = make();
  for (let t = 0; t < 6; t++) advance(run);
  expect(left).toBeLessThan(0);
  expect(isInWebAssembly(run)).toBe(false);
  expect(stateHash(run)).toBe(stateHash(plain));
});

test("the command runs where Node has no WebAssembly, with the same state hash", () => {
  const folder = mkdtempSync(join(tmpdir(), "weakties-jitless-"));
  const hashes = [[], ["--jitless"]].map((options, k) => {
    const out = join(folder, String(k));
    const given = ["dist/cli/main.js", "run", "--ticks", "2", "--out", out, "--quiet"];
    const { status, stderr } = spawnSync(process.execPath, [...options, ...given], { encoding: "utf8" });
    expect(status, stderr).toBe(0);
    return JSON.parse(readFileSync(join(out, "run.json"), "utf8")).state_hash;
  });
  rmSync(folder, { recursive: true });
  expect(hashes[1]).toBe(hashes[0]);
});
