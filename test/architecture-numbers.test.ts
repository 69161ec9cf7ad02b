import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { BLOCK } from "../sim/population/encounter-block.ts";
import { BELIEFS, createTieStore } from "../sim/population/tie-store.ts";
import { phases } from "../sim/step/phases.ts";

const text = readFileSync(new URL("../ARCHITECTURE.md", import.meta.url), "utf8");

test("ARCHITECTURE states the size of the blocks of encounters", () => {
  const sizes = [...text.matchAll(/in blocks of (\d+)/g)].map(([, size]) => Number(size));
  expect(sizes).toEqual([BLOCK]);
});

test("ARCHITECTURE's picture of a tick numbers every phase", () => {
  const picture = /subgraph step .*?\n {2}end/s.exec(text)?.[0] ?? "";
  const numbers = [...picture.matchAll(/\["(\d) /g)].map(([, number]) => Number(number));
  expect(numbers).toEqual(phases.map((_, at) => at + 1));
});

test("ARCHITECTURE states the bytes of a row of ties", () => {
  const { blocks, beliefs, evidence, trust, strength, lastEncounter } = createTieStore(2, 2);
  const columns = [blocks.ids, evidence, trust, strength, lastEncounter];
  const bytes = columns.reduce((sum, { BYTES_PER_ELEMENT }) => sum + BYTES_PER_ELEMENT, beliefs.BYTES_PER_ELEMENT * BELIEFS);
  const stated = [...text.matchAll(/A row takes\s+(\d+)\s+bytes/g)].map(([, count]) => Number(count));
  expect(stated).toEqual([bytes]);
});
