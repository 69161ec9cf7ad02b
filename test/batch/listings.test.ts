import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { definitions, groups, parameterKeys, readParameter, scenarios, VERSION } from "../../sim/index.ts";
import { Workplace } from "../helpers/command-line.ts";
import { fitsSchema } from "../helpers/fits-schema.ts";

const place = new Workplace();
const all = Object.values(definitions);

describe("weakties parameters", async () => {
  const text = (await place.succeed("parameters")).stdout;

  test("lists every parameter in its group, with default, range, unit and when it acts", () => {
    const lines = text.split("\n");
    expect(lines.filter((line) => (Object.values(groups) as string[]).includes(line))).toEqual(Object.values(groups));
    for (const { name } of all)
      expect(
        lines.filter((line) => line.startsWith(`  ${name} `)),
        name,
      ).toHaveLength(1);
    expect(text).toMatch(/^ {2}agents +800 +start +2–1,000,000 +agents$/m);
    expect(text).toMatch(/^ {2}follow_up_interval +13 +live +1–520, never +ticks$/m);
    expect(text).toMatch(/^ {2}gossip +on +live +on, off$/m);
  });

  test("describes each parameter in lines that fit the width", () => {
    const plain = text.replace(/\s+/g, " ");
    for (const { help } of all) expect(plain).toContain(help);
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(text).not.toContain("\x1b");
  });

  test("--json has every definition by name", async () => {
    const listed = JSON.parse((await place.succeed("parameters", "--json")).stdout);
    expect(Object.keys(listed)).toEqual(all.map(({ name }) => name));
    for (const { name, ...definition } of all) expect(listed[name]).toEqual(JSON.parse(JSON.stringify(definition)));
  });
});

describe("the JSON Schema of weakties parameters --schema", async () => {
  const schema = JSON.parse((await place.succeed("parameters", "--schema")).stdout);
  const takes = (name: string, value: unknown) => fitsSchema(schema, { [name]: value });

  test("is one of draft 2020-12, with every parameter and its default", () => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(Object.keys(schema.properties)).toEqual(all.map(({ name }) => name));
    expect(fitsSchema(schema, Object.fromEntries(all.map((one) => [one.name, one.default])))).toBe(true);
    expect(fitsSchema(schema, {})).toBe(true);
    expect(takes("gosip", true)).toBe(false);
    expect(fitsSchema(schema, [])).toBe(false);
  });

  test("accepts and refuses the same values as the program", () => {
    const values = fc.oneof(
      fc.double({ min: -2, max: 200 }),
      fc.integer({ min: -2, max: 1_000_001 }),
      fc.double({ min: 0, max: 1 }),
      fc.constantFrom(
        "never",
        "on",
        "off",
        true,
        false,
        null,
        "circles",
        "random",
        "maybe",
        "",
        Number.NaN,
        Number.POSITIVE_INFINITY,
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...parameterKeys), values, (key, value) => {
        const { name, kind } = definitions[key];
        // The program also accepts 0 and 1 for a switch, because a person may type them. Infinity is not valid JSON.
        if ((kind === "switch" && typeof value === "number") || value === Number.POSITIVE_INFINITY) return;
        expect(takes(name, value), `${name}: ${value}`).toBe("value" in readParameter(key, value));
      }),
      { numRuns: 3000 },
    );
  });
});

describe("weakties scenarios", () => {
  test("lists every scenario with its story, length, seed and what it sets", async () => {
    const plain = (await place.succeed("scenarios")).stdout.replace(/\s+/g, " ");
    for (const [name, { title, story, ticks, seed, parameters }] of Object.entries(scenarios)) {
      expect(plain).toContain(`${name} ${title} ${story} ${ticks} ticks, seed ${seed}`);
      for (const parameter of Object.keys(parameters)) expect(plain).toContain(`${parameter}=`);
    }
    expect(plain).toContain("gossip=off");
  });

  test("--json has every scenario by name", async () => {
    expect(JSON.parse((await place.succeed("scenarios", "--json")).stdout)).toEqual(JSON.parse(JSON.stringify(scenarios)));
  });

  test("every scenario runs", async () => {
    for (const name of Object.keys(scenarios))
      await place.succeed("run", "--scenario", name, "--ticks", "1", "--out", `one/${name}`, "--quiet");
  });
});

describe("help and version", () => {
  test.each([["run"], ["parameters"], ["scenarios"]])("weakties %s has --help and --version", async (command) => {
    const help = (await place.succeed(command, "--help")).stdout;
    expect(help).toMatch(new RegExp(`^Usage: weakties ${command} `));
    expect((await place.succeed("help", command)).stdout).toBe(help);
    expect((await place.succeed(command, "--version")).stdout).toBe(`${VERSION}\n`);
  });

  test("weakties --help names every command, weakties --version the release of package.json", async () => {
    const help = (await place.succeed("--help")).stdout;
    for (const command of ["run", "parameters", "scenarios"]) expect(help).toMatch(new RegExp(`^ {2}${command} `, "m"));
    const {
      default: { version },
    } = await import("../../package.json", { with: { type: "json" } });
    expect((await place.succeed("--version")).stdout).toBe(`${version}\n`);
  });

  test("weakties run --help has every flag, with the sign of its value", async () => {
    const help = (await place.succeed("run", "--help")).stdout;
    const flags = ["--scenario <name>", "--config <file>", "--set <name=value>", "--seed <text>", "--ticks <n>", "--every <k>"];
    const others = [
      "--ties-every <k>",
      "--ties-at <ticks>",
      "--network <file>",
      "--agents <file>",
      "--interventions <file>",
      "--events",
      "--out <dir>",
      "--force",
      "--quiet",
    ];
    for (const flag of [...flags, ...others]) expect(help).toContain(`  ${flag} `);
    expect(help).not.toContain("preset");
    expect(help.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });
});
