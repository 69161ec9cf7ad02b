import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { BLOCK } from "../sim/population/encounter-block.ts";

test("ARCHITECTURE states the size of the blocks of encounters", () => {
  const text = readFileSync(new URL("../ARCHITECTURE.md", import.meta.url), "utf8");
  const sizes = [...text.matchAll(/in blocks of (\d+)/g)].map(([, size]) => Number(size));
  expect(sizes).toEqual([BLOCK]);
});
