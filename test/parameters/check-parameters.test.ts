import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkParameters,
  numberOf,
  type PlainValue,
  plainParameters,
  readParameter,
  withPlainValues,
} from "../../sim/parameters/check-parameters.ts";
import { defaultParameters, definitions, keyOfName, type ParameterKey, parameterKeys } from "../../sim/parameters/definitions.ts";
import { anyCases, anyParameters } from "../helpers/any-parameters.ts";

const problemsOf = (given: Record<string, PlainValue>, place?: string) => checkParameters(given, defaultParameters, place).problems;

describe("a value", () => {
  test.each<[string, PlainValue, number]>([
    ["gossip_rate", "0.25", 0.25],
    ["gossip_rate", " .25 ", 0.25],
    ["gossip_rate", "2.5e-1", 0.25],
    ["gossip_rate", "+1.", 1],
    ["agents", "1e3", 1000],
    ["follow_up_interval", "26", 26],
    ["follow_up_interval", "never", Number.POSITIVE_INFINITY],
    ["follow_up_interval", " never ", Number.POSITIVE_INFINITY],
    ["follow_up_interval", Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])("of %s can be %j", (name, given, value) => {
    expect(readParameter(keyOfName(name) as ParameterKey, given)).toEqual({ value });
  });

  test.each<[PlainValue, boolean]>([
    [true, true],
    ["on", true],
    ["true", true],
    [1, true],
    ["1", true],
    [" on ", true],
    [false, false],
    ["off", false],
    ["false", false],
    [0, false],
    ["0", false],
  ])("of a switch can be %j", (given, value) => {
    expect(readParameter("gossip", given)).toEqual({ value });
  });

  test.each<[PlainValue]>([["yes"], ["ON"], [""], [2], [Number.NaN], [null], [undefined], [{}], [[true]]])(
    "of a switch cannot be %j",
    (given) => {
      expect(readParameter("gossip", given)).toHaveProperty("problem", expect.stringMatching(/^gossip must be on or off, got /));
    },
  );

  test.each<[PlainValue]>([
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [Number.NEGATIVE_INFINITY],
    [1.0000001],
    [-0.0001],
    [null],
    [undefined],
    [true],
    [{}],
    [[0.5]],
    [""],
    [" "],
    ["0x10"],
    ["0b1"],
    ["1e"],
    ["1e999"],
    ["NaN"],
    ["Infinity"],
    ["never"],
    ["0,5"],
    ["0.5 share"],
    ["1_0"],
    ["--1"],
    ["."],
    ["٠"],
    ["-1"],
  ])("of a share cannot be %j", (given) => {
    const { problems } = checkParameters({ gossip_rate: given });
    expect(problems).toEqual([
      expect.stringMatching(/^parameters: gossip_rate must be a number from 0 to 1 \(per encounter\), got /),
    ]);
  });

  test("that is refused is quoted unchanged", () => {
    expect(problemsOf({ gossip_rate: "lots" }, "--set")).toEqual([
      '--set: gossip_rate must be a number from 0 to 1 (per encounter), got "lots"',
    ]);
    expect(problemsOf({ gossip_rate: Number.NaN })[0]).toMatch(/got NaN$/);
    expect(problemsOf({ gossip_rate: null })[0]).toMatch(/got an empty value$/);
    expect(problemsOf({ gossip_rate: [1, 2] })[0]).toMatch(/got a list of 2$/);
    expect(problemsOf({ gossip_rate: { a: 1 } })[0]).toMatch(/got a table$/);
    expect(problemsOf({ gossip_rate: "\u001b[31m" })[0]).toMatch(/got "\\u001b\[31m"$/);
    expect(problemsOf({ gossip_rate: "x".repeat(1000) })[0].split(", got ")[1].length).toBeLessThan(70);
  });

  test.each(["2.5", 2.5, Number.NaN, "never", 0, 53])("that must be whole cannot be %j", (given) => {
    expect(problemsOf({ longest_due: given })).toEqual([
      expect.stringMatching(/^parameters: longest_due must be a whole number from 1 to 52 \(ticks\), got /),
    ]);
  });

  test("of an interval is a whole number or never, and the message says so", () => {
    expect(problemsOf({ follow_up_interval: "Never" })).toEqual([
      'parameters: follow_up_interval must be a whole number from 1 to 520 or never (ticks), got "Never"',
    ]);
    expect(problemsOf({ follow_up_interval: Number.NEGATIVE_INFINITY })).toHaveLength(1);
  });

  test("of a choice is one of a list, and the message names the nearest", () => {
    expect(checkParameters({ network: " small_world " }).parameters.network).toBe("small_world");
    expect(problemsOf({ network: "small-world" })).toEqual([
      'parameters: network must be one of circles, random, small_world, ring, preferential_attachment, blocks, configuration, got "small-world" (did you mean "small_world"?)',
    ]);
    expect(problemsOf({ network: 1 })).toHaveLength(1);
    expect(problemsOf({ network: "constructor" })).toHaveLength(1);
  });

  test("of −0 becomes 0, so that the hashes are equal", () => {
    for (const given of [-0, "-0", "-0.0"])
      expect(Object.is(checkParameters({ gossip_rate: given }).parameters.gossipRate, 0)).toBe(true);
  });

  test.each(parameterKeys)("of %s can be its minimum and its maximum, and nothing beyond", (key) => {
    const definition = definitions[key];
    if (definition.kind !== "number") return expect(readParameter(key, "nothing like it")).toHaveProperty("problem");
    const { min, max } = definition;
    const step = "whole" in definition ? 1 : 1e-9;
    for (const value of [min, max]) expect(readParameter(key, value)).toEqual({ value });
    for (const value of [min - step, max + step]) expect(readParameter(key, value)).toHaveProperty("problem");
  });
});

test("a number is read exactly as written, or refused", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => numberOf(String(number)) === number),
    { seed: 1, numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      const number = numberOf(text);
      return number === undefined || (text.trim() !== "" && number === Number(text));
    }),
    { seed: 2, numRuns: 500 },
  );
});

test("all faults are reported at once with their places, in the order of the values", () => {
  const given = {
    agents: 0,
    gosip_rate: 0.3,
    gossip_rate: Number.NaN,
    network: "lattice",
    gossip: "maybe",
    follow_up_interval: 0.5,
    active_from: 0.9,
    no_such_thing_at_all: 1,
  };
  expect(problemsOf(given, "config.yaml")).toEqual([
    expect.stringMatching(/^config\.yaml: agents must be a whole number from 2 to 1,000,000 \(agents\), got 0$/),
    'config.yaml: unknown parameter "gosip_rate" (did you mean "gossip_rate"?); `weakties parameters` lists them',
    "config.yaml: gossip_rate must be a number from 0 to 1 (per encounter), got NaN",
    expect.stringMatching(/^config\.yaml: network must be one of /),
    expect.stringMatching(/^config\.yaml: gossip must be on or off/),
    expect.stringMatching(/^config\.yaml: follow_up_interval must be a whole number/),
    'config.yaml: unknown parameter "no_such_thing_at_all"; `weakties parameters` lists them',
    "config.yaml: active_from must be at most strong_from (0.4), got 0.9",
  ]);
});

test.each(["__proto__", "constructor", "toString", "gossipRate", "GOSSIP_RATE", "", " gossip_rate"])(
  "%j is the name of no parameter",
  (name) => {
    const given = JSON.parse(`{${JSON.stringify(name)}: 0.5}`);
    const { parameters, problems } = checkParameters(given);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`unknown parameter ${JSON.stringify(name)}`);
    expect(parameters).toEqual(defaultParameters);
  },
);

test("without values the result is the base, and the base is not changed", () => {
  const base = checkParameters({ gossip_rate: 0.9, follow_up: "off" }).parameters;
  const copy = { ...base };
  expect(checkParameters({}, base).parameters).toEqual(base);
  const { parameters } = checkParameters({ gossip_rate: 0.1 }, base);
  expect(parameters).toEqual({ ...base, gossipRate: 0.1 });
  expect(base).toEqual(copy);
});

test("any parameters in a run record can be read back unchanged as a configuration, without notes", () => {
  fc.assert(
    fc.property(anyParameters, (parameters) => {
      const plain = JSON.parse(JSON.stringify(plainParameters(parameters)));
      expect(checkParameters(plain)).toEqual({ parameters, problems: [], notes: [] });
      expect(withPlainValues(defaultParameters, plain)).toEqual(parameters);
    }),
    anyCases(3),
  );
});

test("plain parameters are in the order of the definitions, with never as a word", () => {
  const plain = plainParameters({ ...defaultParameters, followUpInterval: Number.POSITIVE_INFINITY });
  expect(Object.keys(plain)).toEqual(parameterKeys.map((key) => definitions[key].name));
  expect(plain.follow_up_interval).toBe("never");
});

test("unchecked plain values are refused, not ignored", () => {
  expect(() => withPlainValues(defaultParameters, { gossip_rate: 2 })).toThrow("gossip_rate must be a number from 0 to 1");
  expect(() => withPlainValues(defaultParameters, { gosip: 2 })).toThrow('unknown parameter "gosip"');
});
