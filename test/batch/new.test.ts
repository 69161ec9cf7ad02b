import { mkdirSync, symlinkSync, unlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { experimentSchema } from "../../formats/experiment/experiment-schema.ts";
import { readExperiment } from "../../formats/experiment/read-experiment.ts";
import { Workplace } from "../helpers/command-line.ts";

const place = new Workplace();

describe("weakties new", () => {
  test("writes a valid experiment and prints the next step", async () => {
    const { stdout, stderr } = await place.succeed("new", "study.yaml");
    expect(stdout).toBe("Created study.yaml. Edit it as you like, then run: weakties experiment study.yaml\n");
    expect(stderr).toBe("");
    const text = place.read("study.yaml");
    expect(readExperiment(text, "study.yaml").outcomes.length).toBeGreaterThan(0);
    expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=experiment.schema.json");
    expect(text).toContain("weakties new --schema > experiment.schema.json");
  });

  test("leaves nothing else behind", async () => {
    mkdirSync(place.path("empty"));
    await place.succeed("new", "empty/a b's.yml");
    expect(place.listing().filter((path) => path.startsWith("empty/"))).toEqual([expect.stringMatching(/^empty\/a b's\.yml \d+$/)]);
  });

  test("a name that a shell would split is printed in quotes", async () => {
    expect((await place.succeed("new", "it's mine.yaml")).stdout).toContain("weakties experiment 'it'\\''s mine.yaml'\n");
  });

  test("--schema prints the schema, and writes nothing", async () => {
    const before = place.listing();
    expect(JSON.parse((await place.succeed("new", "--schema")).stdout)).toEqual(experimentSchema());
    expect(place.listing()).toEqual(before);
  });

  test("an existing file stays as it is", async () => {
    place.write("mine.yaml", "question: mine\n");
    const { code, stderr } = await place.weakties("new", "mine.yaml");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "weakties: 1 problem, nothing was written\n  mine.yaml already exists: choose another name or move it\n",
    });
    expect(place.read("mine.yaml")).toBe("question: mine\n");
  });

  test("so does a link, even a broken one", async () => {
    symlinkSync("nowhere", place.path("link.yaml"));
    expect((await place.weakties("new", "link.yaml")).stderr).toContain("link.yaml already exists");
    unlinkSync(place.path("link.yaml"));
  });

  test.each([
    ["no file", [], "new needs the name of the file to create, such as study.yaml"],
    ["an ending of another form", ["study.json"], "study.json must end in .yaml or .yml, because it will contain YAML"],
    ["no name before the ending", [".yaml"], ".yaml must end in .yaml or .yml"],
    ["an empty name", [""], "the file must end in .yaml or .yml"],
    [
      "a folder that is not there",
      ["no/where.yaml"],
      "no/where.yaml cannot be created, because no does not exist: create that folder first",
    ],
    ["a file where a folder should be", ["file/x.yaml"], "file/x.yaml"],
    ["a folder", ["folder.yaml"], "folder.yaml already exists and is a folder"],
    ["a schema and a file", ["--schema", "x.yaml"], "--schema cannot be combined with a file"],
    ["a second file", ["x.yaml", "y.yaml"], 'unknown argument "y.yaml"'],
    ["a flag that is none", ["x.yaml", "--shema"], 'unknown flag "--shema" (did you mean "--schema"?)'],
  ])("%s is refused, and nothing is written", async (_what, args, expected) => {
    if (!place.listing().some((path) => path.startsWith("folder.yaml"))) mkdirSync(place.path("folder.yaml"));
    place.write("file", "");
    const before = place.listing();
    const { code, stdout, stderr } = await place.weakties("new", ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.split("\n")[0]).toBe("weakties: 1 problem, nothing was written");
    expect(stderr).toContain(expected);
    expect(place.listing()).toEqual(before);
  });

  test("all problems are reported together", async () => {
    const { stderr } = await place.weakties("new", "a.json", "b", "--such", "c");
    expect(stderr).toMatch(
      /^weakties: 3 problems, nothing was written\n {2}unknown argument "b"\n {2}unknown flag "--such"\n {2}a\.json must/,
    );
  });

  test("a name that the system refuses is reported with the reason", async () => {
    const before = place.listing();
    const { code, stderr } = await place.weakties("new", `${"a".repeat(245)}.yaml`);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^weakties: nothing was written: .*: the name is too long\n$/),
    });
    expect((await place.weakties("new", `${"a".repeat(300)}.yaml`)).stderr).toMatch(
      /yaml cannot be written: the name is too long\n$/,
    );
    expect(place.listing()).toEqual(before);
  });

  test("its help lists its flags in lines that fit the width", async () => {
    const help = (await place.succeed("new", "--help")).stdout;
    expect(help).toMatch(/^Usage: weakties new \[options\] FILE\n/);
    expect(help).toContain("  --schema ");
    expect(help.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });
});
