import fc from "fast-check";
import { expect, test } from "vitest";
import { readAgents } from "../../formats/agents.ts";
import { readConfig } from "../../formats/config.ts";
import { checkReadInterventions, readInterventions } from "../../formats/interventions.ts";
import { defaultParameters, InputError } from "../../sim/index.ts";

const known = { parameters: defaultParameters, names: ["Ana"], circleNames: [] };

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ["an agents file", (text) => readAgents(text, "x", { domains: 6 })],
  ["a configuration", (text) => readConfig(text, "x")],
  ["interventions", (text) => checkReadInterventions(readInterventions(text, "x", known), known)],
];

// Pieces of what is right in one place or another, so that rubbish gets past the first check.
const pieces = [
  "name",
  "tick",
  "action",
  "circle",
  "seed",
  "parameters",
  "interventions",
  "network",
  "file",
  "gossip",
  "set",
  "remove",
  "add",
  "Ana",
  "all",
  "top:1 by reach",
  ",",
  ";",
  "\t",
  "\n",
  "\n  ",
  "\n- ",
  ": ",
  "{",
  "}",
  "[",
  "]",
  '"',
  "'",
  "&a ",
  "*a",
  "!!map ",
  "|",
  ">",
  "#",
  "%",
  "1",
  "-1",
  "0.5",
  "1e999",
  ".nan",
  "null",
  "~",
  "---",
  "? ",
  "<<",
  "__proto__",
  "é",
  "🦊",
  "\u2028",
  "\r",
];

test.each(readers)("nothing but InputErrors comes of rubbish for %s", (_what, read) => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (parts) => {
      try {
        read(parts.join(""));
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        for (const problem of (error as InputError).problems) expect(problem).toMatch(/^x(, line \d+)?: /);
      }
    }),
    { numRuns: 2000 },
  );
});
