import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { experimentMeasures } from "../sim/index.ts";
import { agentMeasureNames } from "../sim/metrics/agent-measures.ts";
import { defaultParameters, definitions, parameterNames } from "../sim/parameters/definitions.ts";
import { scenarioNames } from "../sim/parameters/scenarios.ts";
import { switches } from "../sim/parameters/switches.ts";
import { traitNames } from "../sim/parameters/trait-names.ts";
import { eventKinds } from "../sim/population/event-log.ts";
import { COUNTS } from "../sim/random/keyed-draws.ts";
import { purposes } from "../sim/random/purposes.ts";
import { checkInterventions } from "../sim/run/check-interventions.ts";
import { turnKinds } from "../sim/run/turn-events.ts";
import { codeWords, type Document, proseOf } from "./helpers/read-documents.ts";

const path = "docs/model.md";
const whole = readFileSync(path, "utf8");
/** Without the table of parameters, which is generated and has a separate test. */
const withoutTable = whole.replace(/<!-- parameters:begin -->.*<!-- parameters:end -->/s, "");
const document: Document = { path, text: proseOf(withoutTable) };

const choices = Object.values(definitions).flatMap((definition) => (definition.kind === "choice" ? definition.choices : []));

/** Interventions that use every word; a test checks that they are valid. */
const interventions = [
  { tick: 1, set: { gossip: false }, until: 2 },
  { tick: 1, set_traits: { openness: 1 }, agents: { every: 2 } },
  { tick: 1, remove: { top: 1, by: "reach" } },
  { tick: 1, add: 1, circle: 0, traits: { openness: 1 }, names: ["Ada"] },
  { tick: 1, move: { circle: 0 }, to_circle: 1 },
  { tick: 1, cut_ties: [[0, 1]] },
  { tick: 1, add_ties: [[0, 1]], strength: 0.5 },
  { tick: 1, set_traits: { openness: 1 }, agents: "all" },
  { tick: 1, promise: { asker: 0, promiser: 1, made: 0, outcome: "kept" } },
  { tick: 1, favor: { asker: 0, asked: 1, outcome: "agreed" } },
  { tick: 1, meeting: { agent: 0, other: 1, outcome: "met" } },
  { tick: 1, introduction: { introducer: 0, agent: 1, person: 2, outcome: "engaged" } },
];
const wordsOfInterventions = interventions
  .flatMap((one) => [one, ...Object.values(one).filter((value) => typeof value === "object" && !Array.isArray(value))])
  .flatMap(Object.keys);

/** Words that the texts of parameters are made of. */
const wordsOfTexts = ["equal", "poisson", "geometric", "power_law"];

const known = new Set<string>([
  ...wordsOfTexts,
  ...parameterNames,
  ...choices,
  ...traitNames,
  ...experimentMeasures.map(({ name }) => name),
  ...agentMeasureNames,
  ...eventKinds,
  ...scenarioNames,
  ...Object.keys(purposes),
  ...wordsOfInterventions,
  ...Object.values(turnKinds).flatMap(({ outcomes }) => outcomes),
  "all",
]);

/** Names in backticks that do not occur in the program. */
function unknownNames(document: Document): string[] {
  return codeWords(document)
    .filter(({ word }) => /^\w+$/.test(word) && !known.has(word))
    .map(({ word, line }) => `line ${line}: ${word}`);
}

/** Wrong symbols before a parameter's name in brackets, as in α (`encounter_gain`). */
function wrongSymbols({ text }: Document): string[] {
  const symbols = new Map(Object.values(definitions).map(({ name, symbol }) => [name as string, symbol as string]));
  return [...text.matchAll(/(\S+)\s+\(`(\w+)`\)/g)]
    .filter(([, symbol, name]) => symbols.has(name) && symbols.get(name) !== symbol)
    .map(([, symbol, name]) => `${symbol} (${name})`);
}

/** The rows of the table of purposes: `0–9` and their names, as lists of numbers and of names. */
function purposesInTable({ text }: Document): [number, string][] {
  return [...text.matchAll(/^\| (\d+)(?:–(\d+))? \| (`[^|]+) \|/gm)].flatMap(([, first, last, names]) => {
    const listed = [...names.matchAll(/`(\w+)`/g)].map((match) => match[1]);
    expect(listed, `names in the row from ${first} on`).toHaveLength(Number(last ?? first) - Number(first) + 1);
    return listed.map((name, at): [number, string] => [Number(first) + at, name]);
  });
}

describe("the description of the model", () => {
  test("the words for interventions are those that the program accepts", () => {
    const { problems } = checkInterventions(interventions, { parameters: defaultParameters, names: [], circleNames: [] });
    expect(problems).toEqual([]);
  });

  test("every name in backticks is a parameter, trait, measure, event, draw, scenario or word of interventions", () => {
    expect(unknownNames(document)).toEqual([]);
  });

  test("the text names every parameter, in addition to the table", () => {
    const named = new Set(codeWords(document).map(({ word }) => word));
    expect(parameterNames.filter((name) => !named.has(name))).toEqual([]);
  });

  test("each symbol before a parameter's name belongs to that parameter", () => {
    expect(wrongSymbols(document)).toEqual([]);
  });

  test("every symbol appears before its parameter's name at least once, or in the table of traits", () => {
    const running = document.text.replaceAll(/\s+/g, " ");
    const unsaid = Object.values(definitions)
      .filter(({ symbol, name }) => symbol !== "" && !running.includes(`${symbol} (\`${name}\`)`))
      .filter(({ symbol, name }) => !new RegExp(`^\\| \`\\w+\` \\| ${symbol} \\| \`${name}\` \\|`, "m").test(document.text))
      .map(({ name }) => name);
    expect(unsaid).toEqual([]);
  });

  test("the table of draws has every purpose with its number in the program", () => {
    expect(purposesInTable(document)).toEqual(Object.entries(purposes).map(([name, at]) => [at / COUNTS, name]));
  });

  test("the table of switches has every switch, in the order of the program", () => {
    const table = document.text.slice(
      document.text.indexOf("### Mechanisms that can be off"),
      document.text.indexOf("### Interventions"),
    );
    expect([...table.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1])).toEqual(
      Object.values(switches).map(({ name }) => name),
    );
  });

  test("the text covers all eleven design concepts of the protocol in order", () => {
    const section = document.text.slice(document.text.indexOf("\n## 4 "), document.text.indexOf("\n## 5 "));
    expect([...section.matchAll(/^\*\*([A-Z][a-z ]+)\.\*\*/gm)].map((match) => match[1])).toEqual([
      "Basic principles",
      "Emergence",
      "Adaptation",
      "Objectives",
      "Learning",
      "Prediction",
      "Sensing",
      "Interaction",
      "Stochasticity",
      "Collectives",
      "Observation",
    ]);
  });

  test("every paper cited in the text is in the references, and every reference is cited", () => {
    const whole = document.text.replaceAll(/Vergara\s+Hidd/g, "Vergara-Hidd"); // one surname
    const at = whole.indexOf("\n## References");
    const references = [...whole.slice(at).matchAll(/^- (\S+?)[ ,].*?\((\d{4})\)/gms)].map((match) => `${match[1]} ${match[2]}`);
    const text = whole.slice(0, at).replaceAll(/\s+/g, " ");
    const named = [
      ...text.matchAll(
        /([A-ZÖ]['’\p{Letter}-]+)(?:,? (?:and [A-Z]\p{Letter}+|et al\.|[A-Z]\p{Letter}+ and [A-Z]\p{Letter}+))* \(?(\d{4})\b/gu,
      ),
    ];
    const papers = new Set(named.map((match) => `${match[1]} ${match[2]}`));
    expect([...papers].filter((paper) => !references.includes(paper))).toEqual([]);
    expect(references.filter((paper) => !papers.has(paper))).toEqual([]);
  });
});

describe("the checks find", () => {
  test("an unknown name and a wrong symbol", () => {
    const probe: Document = { path, text: "`gossip_rate` `gosip_rate` β (`encounter_gain`) α (`encounter_gain`)" };
    expect(unknownNames(probe)).toEqual(["line 1: gosip_rate"]);
    expect(wrongSymbols(probe)).toEqual(["β (encounter_gain)"]);
  });
});
