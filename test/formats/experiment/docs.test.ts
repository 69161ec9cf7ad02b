import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { exampleExperiment } from "../../../batch/experiment/example-experiment.ts";
import { columnMarkdown } from "../../../batch/parameters/column-markdown.ts";
import { completeExperiment } from "../../../formats/experiment/complete-experiment.ts";
import { experimentKeys } from "../../../formats/experiment/experiment-keys.ts";
import { experimentSchema } from "../../../formats/experiment/experiment-schema.ts";
import { designKinds } from "../../../formats/experiment/read-design.ts";
import { readExperiment } from "../../../formats/experiment/read-experiment.ts";
import { checkReadInterventions } from "../../../formats/interventions.ts";
import { defaultParameters } from "../../../sim/index.ts";
import { designSize } from "../../../study/designs/design-size.ts";
import type { Experiment } from "../../../study/experiment.ts";
import { fitsSchema } from "../../helpers/fits-schema.ts";

const text = readFileSync("docs/experiments.md", "utf8");
const examples = [...text.matchAll(/<!-- read as: experiment -->\n```yaml\n(.*?)```/gs)].map((match) => match[1]);

function read(example: string): Experiment {
  const file = readExperiment(example, "docs");
  const known = { parameters: defaultParameters, names: [], circleNames: [] };
  for (const { interventions } of file.arms) checkReadInterventions(interventions, known);
  return completeExperiment(file, { scenarioName: file.scenario ?? "default", config: { parameters: {} } }).experiment;
}

const runs = ({ factors, design, arms, replicates }: Experiment) => designSize(design, factors) * arms.length * replicates;

describe("docs/experiments.md", () => {
  test("every block of YAML is an example that is read", () => {
    expect([...text.matchAll(/^```yaml$/gm)]).toHaveLength(examples.length);
    expect(examples.length).toBeGreaterThanOrEqual(7);
  });

  test.each(examples.map((example) => [example.split("\n", 1)[0], example]))("%s", (_question, example) => {
    expect(read(example).outcomes.length).toBeGreaterThan(0);
    expect(fitsSchema(experimentSchema(), parse(example))).toBe(true);
  });

  test("the first one has the seventy runs that the text mentions", () => {
    expect(text).toContain("seven design points, ten replicates of each: seventy runs of 520 ticks");
    const first = read(examples[0]);
    expect([designSize(first.design, first.factors), first.replicates, runs(first), first.ticks]).toEqual([7, 10, 70, 520]);
  });

  test("every key and every design is in a table", () => {
    for (const key of experimentKeys) expect(text, key).toMatch(new RegExp(`^\\| .*\`${key}\`.* \\|`, "m"));
    for (const kind of Object.keys(designKinds)) expect(text, kind).toMatch(new RegExp(`^\\| \`({kind: )?${kind}`, "m"));
  });

  test("the example of every key has all keys that can be combined", () => {
    expect(Object.keys(parse(examples[1]))).toEqual(
      experimentKeys.filter((key) => !["config", "network", "agents", "seeds"].includes(key)),
    );
  });

  test("evenly spaced levels have the values that the text mentions", () => {
    const [, blowOff] = read(examples[1]).factors;
    expect(text).toContain("`{from: 0, to: 0.8, steps: 5}` is 0, 0.2, 0.4, 0.6, 0.8");
    expect(blowOff.values).toEqual({ levels: [0, 0.2, 0.4, 0.6, 0.8] });
  });

  test("the measures of groups are those that are measured: if not, run `npm run docs`", () => {
    const [, found] = /<!-- group-measures:begin -->\n(.*)<!-- group-measures:end -->/s.exec(text) ?? [];
    expect(found, "docs/experiments.md and the measures differ: run `npm run docs`").toBe(`\n${columnMarkdown("groups")}\n\n`);
  });
});

test("the example that comes with the program is sound, and has the 80 runs that it announces", () => {
  expect(exampleExperiment).toContain("with 80 short runs.");
  expect(runs(read(exampleExperiment))).toBe(80);
  expect(fitsSchema(experimentSchema(), parse(exampleExperiment))).toBe(true);
  expect(exampleExperiment.split("\n").filter((line) => line.length > 120)).toEqual([]);
});

test("its series, which are a comment, can be taken in", () => {
  expect(read(exampleExperiment.replace("# series:", "series:")).series?.every).toBe(13);
});
