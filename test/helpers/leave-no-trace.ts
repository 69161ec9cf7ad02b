import { afterAll, expect } from "vitest";
import { advance } from "../../sim/index.ts";
import { makeRun } from "./make-run.ts";

// Files of one project share a process and its modules. A file that changes them for those after it belongs into the project "alone".

const folder = process.cwd();

afterAll(() => {
  expect(process.cwd(), "the folder that this file leaves").toBe(folder);
  const run = makeRun({ parameters: { agents: 100, circle_size: 20 } });
  advance(run);
  const { ties, agents } = run.population;
  // Columns of a compiled run are parts of one buffer.
  expect(ties.trust.buffer === agents.traits.buffer, "this file leaves compiled rules in use").toBe(false);
});
