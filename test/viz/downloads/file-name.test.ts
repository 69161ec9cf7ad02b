import { expect, test } from "vitest";
import { fileName } from "../../../viz/downloads/file-name.ts";

test("a file name has the scenario, the seed and the tick", () => {
  expect(fileName("no_gossip", "1973", 260, "series.csv")).toBe("weakties-no_gossip-1973-tick260-series.csv");
});

test("any seed and file name give a name that every system accepts", () => {
  const name = fileName("../karate <b>\u0000.csv", "né à Paris / 1973 🙂", 0, "run.json");
  expect(name).toMatch(/^[A-Za-z0-9._-]+$/);
  expect(name).toBe("weakties-.._karate_b_.csv-n_Paris_1973_-tick0-run.json");
});

test("a long seed is cut off, and an empty one is left out", () => {
  expect(fileName("default", "x".repeat(500), 1, "run.json").length).toBeLessThan(80);
  expect(fileName("default", "", 1, "run.json")).toBe("weakties-default-tick1-run.json");
});
