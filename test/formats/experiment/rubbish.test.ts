import fc from "fast-check";
import { expect, test } from "vitest";
import { completeExperiment } from "../../../formats/experiment/complete-experiment.ts";
import { experimentKeys } from "../../../formats/experiment/experiment-keys.ts";
import { readExperiment } from "../../../formats/experiment/read-experiment.ts";
import { InputError } from "../../../sim/index.ts";

function read(text: string): void {
  const file = readExperiment(text, "x");
  completeExperiment(file, { scenarioName: file.scenario ?? "default", config: { parameters: {} } });
}

function onlyInputErrors(text: string): void {
  try {
    read(text);
  } catch (error) {
    expect(error, text).toBeInstanceOf(InputError);
    for (const problem of (error as InputError).problems) expect(problem).toMatch(/^x(, line \d+)?: /);
  }
}

// Pieces of what is right in one place or another, so that rubbish gets past the first check.
const pieces = [
  ...experimentKeys.map((key) => `\n${key}: `),
  ..."outcomes: [weak_ties]|gossip|blow_off|focal.sharing|kind|list|points|sobol|morris|from|to|steps|measure|mean|window".split(
    "|",
  ),
  ...[
    "\n  ",
    "\n- ",
    ": ",
    ", ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "&a ",
    "*a",
    "!!map ",
    "|",
    "#",
    "1",
    "-1",
    "0.5",
    "1e999",
    ".nan",
    "null",
  ],
  ...["~", "---", "? ", "<<", "__proto__", "constructor", "toString", "é", "\u2028", "\r", "never", "on"],
];

test("nothing but InputErrors comes of rubbish", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (parts) => onlyInputErrors(parts.join(""))),
    { numRuns: 2000 },
  );
});

const words = [
  "gossip",
  "blow_off",
  "focal.sharing",
  "kind",
  "list",
  "points",
  "from",
  "to",
  "steps",
  "measure",
  "of",
  "at",
  "mean",
];
const others = ["change", "every", "parameters", "focal_traits", "interventions", "a", "__proto__", "constructor", "toString"];

// Tables and lists of any form under the keys that are known.
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      0.5,
      3,
      1e300,
      "",
      "never",
      "end",
      "window",
      "weak_ties",
      "grid",
      "sobol",
      "morris",
      "list",
    ),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...words, ...others), tie("value"), { maxKeys: 4 }),
  ),
}));

test("nor of tables and lists where others belong", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...experimentKeys), value, { minKeys: 1, maxKeys: 8 }), (table) =>
      onlyInputErrors(JSON.stringify({ outcomes: ["weak_ties"], ...table })),
    ),
    { numRuns: 2000 },
  );
});
