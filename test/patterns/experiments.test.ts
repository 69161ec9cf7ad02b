import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { planExperiment } from "../../batch/experiment/plan/plan-experiment.ts";
import { patternList } from "../../patterns/list/pattern-list.ts";

const folder = "patterns/experiments";
const names = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ""));
const read = (name: string) => parse(readFileSync(`${folder}/${name}.yaml`, "utf8"));
const main = new Set(patternList.flatMap(({ experiments }) => experiments));
const controls = new Set(patternList.flatMap((pattern) => pattern.controls.flatMap(({ experiments }) => experiments)));

describe("the experiments of the patterns", () => {
  test("are each used by a pattern or a control", () => {
    expect(names.filter((name) => !main.has(name) && !controls.has(name))).toEqual([]);
    expect([...main, ...controls].filter((name) => !names.includes(name))).toEqual([]);
  });

  test.each(names)("%s is read without a fault, and every run of it is possible", (name) => {
    expect(planExperiment(`${folder}/${name}.yaml`).plan.runs).toBeGreaterThan(0);
  });

  test("share their seeds, so that arms of all files can be paired", () => {
    expect(names.filter((name) => read(name).seed !== "patterns")).toEqual([]);
  });

  test("have 20 replicates, controls 3", () => {
    expect([...main].filter((name) => read(name).replicates !== 20)).toEqual([]);
    expect([...controls].filter((name) => read(name).replicates !== 3)).toEqual([]);
  });

  test("have a control for every pattern", () => {
    expect(patternList.filter((pattern) => pattern.controls.length === 0)).toEqual([]);
  });

  test.each([...controls])("control %s differs from its pattern only by a mechanism", (name) => {
    const of = patternList.find((pattern) => pattern.controls.some(({ experiments }) => experiments.includes(name)));
    // A control may run for a shorter time, and measure and vary less.
    const { question, ticks, replicates, parameters = {}, settled, outcomes, series, vary = {}, ...same } = read(name);
    const own = read(of?.experiments.at(-1) ?? "");
    expect(own).toMatchObject({ ...same, outcomes });
    for (const [factor, levels] of Object.entries<unknown[]>(vary))
      expect(own.vary[factor]).toEqual(expect.arrayContaining(levels));
    expect(parameters).toMatchObject(own.parameters ?? {});
    const isChanged = Object.keys(parameters).length > Object.keys(own.parameters ?? {}).length || settled !== own.settled;
    expect(isChanged).toBe(true);
  });
});
