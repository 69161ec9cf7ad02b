import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dictionary } from "../../formats/link/dictionary.ts";
import { readLink } from "../../formats/link/read-link.ts";
import type { RunLink } from "../../formats/link/run-link.ts";
import { writeLink } from "../../formats/link/write-link.ts";
import { checkInterventions, createRun, defaultParameters, InputError, scenarios, stateHash, VERSION } from "../../sim/index.ts";
import { contentOf, linkOf, linkOfText } from "../helpers/make-link.ts";

const sha256 = "0123456789abcdef".repeat(4);

const plain: RunLink = {
  version: VERSION,
  scenario: "default",
  seed: "1973",
  settled: 1040,
  ticks: 260,
  parameters: {},
  interventions: [],
};

const full: RunLink = {
  version: VERSION,
  scenario: "everyone_keeps_promises",
  seed: "né à Paris, 1973 🙂",
  settled: 0,
  ticks: 77,
  parameters: { blow_off: 0.25, gossip: false, follow_up_interval: "never" },
  interventions: [
    ...scenarios.everyone_keeps_promises.interventions,
    { tick: 60, label: "<b>silence</b>", set: { gossip: true }, until: 70 },
    { tick: 61, set_traits: { openness: 0.5 }, agents: ["Mr. Hi", 3] },
  ],
  fork: { tick: 59, unchanged: [...scenarios.everyone_keeps_promises.interventions, { tick: 62, remove: 4 }] },
  network: { file: "karate.csv", sha256, columns: "from=Ego,to=Alter" },
  agents: { file: "people.csv", sha256 },
  view: {
    tie: [3, 33],
    color: "trust",
    size: "reach",
    ties: "weak",
    names: false,
    table: true,
    chart: "Strong ties",
    both: true,
    ripple: { event: { tick: 70, promise: { asker: 3, promiser: 33, made: 68, outcome: "kept" } }, week: 12 },
  },
  stateHash: "00112233445566ff",
};

/** Every problem of a link. */
function problemsOf(text: string): readonly string[] {
  try {
    readLink(text);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

/** The problems of a link with this content added to a sound one. */
function problemsWith(content: object): readonly string[] {
  return problemsOf(linkOf({ seed: "1", ticks: 9, ...content }));
}

describe("a link", () => {
  test("gives back the run and the view that it was made of", () => {
    for (const link of [plain, full]) expect(readLink(`https://example.org/page/?q=1#${writeLink(link)}`)).toEqual(link);
  });

  test("is read alike with and without the page's address", () => {
    const text = writeLink(full);
    for (const form of [text, `#${text}`, ` http://localhost:4173/#${text}\n`]) expect(readLink(form)).toEqual(full);
  });

  test("leaves out what the scenario says, and names an intervention of both worlds once", () => {
    expect(contentOf(writeLink(plain))).toEqual({ scenario: "default", seed: "1973", settled: 1040, ticks: 260 });
    expect(contentOf(writeLink({ ...full, fork: { tick: 59, unchanged: full.interventions.slice(0, 2) } }))).toMatchObject({
      parameters: { blow_off: 0.25, gossip: false, follow_up_interval: "never" },
      fork: { tick: 59, unchanged: [0, 1] },
    });
  });

  test("names no folder of the person who made it", () => {
    const link = {
      ...full,
      network: { file: "C:\\Users\\ana\\secret\\karate.csv", sha256 },
      agents: { file: "../x/people.csv", sha256 },
    };
    const read = readLink(writeLink(link));
    expect([read.network?.file, read.agents?.file]).toEqual(["karate.csv", "people.csv"]);
  });

  test("of a run with 20 interventions has at most 2,000 characters", () => {
    const interventions = Array.from({ length: 20 }, (_, k) => {
      const tick = 53 + 17 * k;
      if (k % 4 === 0) return { tick, set: { follow_through_mean: 0.013 * k, gossip: k % 8 === 0 } };
      if (k % 4 === 1)
        return {
          tick,
          label: `week ${tick}: a bad quarter`,
          set_traits: { follow_through: 0.037 * k },
          agents: [k, 41 * k],
          until: tick + 13,
        };
      if (k % 4 === 2)
        return { tick, label: `newcomers ${k}`, add: 3, circle: k % 5, names: [`Ana ${k}`, `Bo ${k * 7}`, `Cy ${k * 13}`] };
      return {
        tick,
        add_ties: [
          [k, 7 * k],
          [2 * k, 11 * k],
        ],
        strength: 0.019 * k,
      };
    });
    const checked = checkInterventions(interventions, { parameters: defaultParameters, names: [], circleNames: [] });
    expect(checked.problems).toEqual([]);
    const run = createRun({ parameters: defaultParameters, seed: "1973", interventions: checked.interventions });
    const link = {
      ...full,
      ...plain,
      interventions: run.interventions,
      stateHash: stateHash(run),
      fork: { tick: 52, unchanged: [] },
    };
    const text = `https://weak-ties.example.org/some/folder/#${writeLink(link)}`;
    expect(text.length).toBeLessThanOrEqual(2000);
    expect(readLink(text).interventions).toEqual(run.interventions);
  });

  test("that was made by hand with another compressor is read", () => {
    expect(readLink(linkOf({ seed: 1973, ticks: 260, settled: 1040 }))).toEqual(plain);
  });

  test("of format 1 can be read for ever: its dictionary has not changed", () => {
    // sha256sum of the text, on the day the format was fixed
    expect(createHash("sha256").update(dictionary).digest("hex")).toBe(
      "9e01ead9a0dd48ad23eee870cea6f05e16643d864d5950abc2c636d5bd2e748b",
    );
  });

  test("is refused if the run is too long for it", () => {
    const interventions = Array.from({ length: 900 }, (_, k) => ({
      tick: k + 1,
      set: { noise: Math.sqrt(k) / 100 },
      label: `${k * k}`,
    }));
    expect(() => writeLink({ ...plain, interventions })).toThrow(
      /^this run needs a link of \d+,\d+ characters, .* run\.json instead$/,
    );
  });
});

describe("a bad link is refused", () => {
  test("if it is not one, or is cut, at every length", () => {
    const text = writeLink(full);
    for (let length = 0; length < text.length; length++) expect(problemsOf(text.slice(0, length)), `${length}`).toHaveLength(1);
  });

  test("if one of its characters has changed", () => {
    const text = writeLink(full);
    for (let at = 0; at < text.length - 1; at++) {
      const other = text[at] === "A" ? "B" : "A";
      expect(problemsOf(text.slice(0, at) + other + text.slice(at + 1)), `${at}`).toHaveLength(1);
    }
  });

  test("whatever text it is, with a message and nothing else", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: "binary" })), (text) => {
        expect(problemsOf(`v=0.1.0&run=1.${text}`).length).toBeGreaterThan(0);
        expect(problemsOf(linkOfText(text)).length).toBeGreaterThan(0);
      }),
    );
  });

  test("if it is long, before anything else happens", () => {
    expect(problemsOf("x".repeat(50_000_000))).toEqual([
      "the link must have at most 16,000 characters, got 50,000,000: copy the whole link again",
    ]);
  });

  test("if little text becomes much", () => {
    const bomb = linkOfText(`{"seed":"${"a".repeat(5_000_000)}"}`);
    expect(bomb.length).toBeLessThan(16_000);
    expect(problemsOf(bomb)).toEqual([
      "the link must hold at most 200,000 bytes once it is decompressed, and holds more: copy the whole link again",
    ]);
  });

  test("if it is in another format", () => {
    expect(problemsOf("v=9.0.0&run=2.AAAA")).toEqual([
      "the link is in format 2, and this program reads format 1: open it with weakties 9.0.0, which made it",
    ]);
  });
});

describe("bad content is refused", () => {
  test("if it names keys that there are not, also those that every object has", () => {
    for (const key of ["sede", "__proto__", "constructor", "toString", "events", "every"]) {
      const problems = problemsOf(linkOfText(`{"seed":"1","ticks":1,"${key}":{"polluted":true}}`));
      expect(problems[0], key).toMatch(new RegExp(`^the link: unknown key "${key}".*; known keys: scenario, seed`));
    }
    for (const at of ["parameters", "view"])
      expect(problemsOf(linkOfText(`{"seed":"1","ticks":1,"${at}":{"__proto__":{"polluted":1}}}`)), at).toHaveLength(1);
    const one = problemsOf(linkOfText('{"seed":"1","ticks":1,"interventions":[{"tick":1,"__proto__":{"remove":1}}]}'));
    expect(one).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("with every fault at once, each with its place", () => {
    const others = problemsWith({
      ticks: -1,
      scenario: "defualt",
      settled: 1e9,
      parameters: { gosip: true, blow_off: 2 },
      interventions: [{ tick: 1, remov: 2 }],
      state_hash: "xyz",
      fork: { tick: 0, unchanged: [7] },
      view: { tie: [2, 1], agnet: 3 },
    }).join("\n");
    for (const place of [
      "ticks must be a whole number",
      'scenario must be one of .*"defualt" \\(did you mean "default"\\?\\)',
      "settled must be on, off",
      'unknown parameter "gosip"',
      "blow_off must be a number from 0 to 0.8",
      "interventions\\[0\\]: ",
      "state_hash must be 16 hexadecimal digits",
      "fork\\.unchanged\\[0\\] must be the place of one of 1 interventions, from 0, got 7",
      "view\\.tie must be two agents",
      'unknown key "agnet" in view',
    ])
      expect(others).toMatch(new RegExp(`the link: ${place}`));
  });

  test("if it names a file by its folder, or without its SHA-256", () => {
    expect(problemsWith({ network: { file: "a/b.csv" } })).toEqual([
      "the link: network.file must be a name without a folder: ask for another link",
      "the link: network.sha256 is missing, so no file can be known as the right one: ask for another link",
    ]);
  });

  test("if a text has characters that are not text", () => {
    expect(problemsWith({ seed: "a\u0007b" })).toEqual(['the link: contains control characters: "a\\u{7}b"']);
  });

  test("if its lists are long or its nesting is deep", () => {
    const many = Array.from({ length: 1001 }, () => 0);
    expect(problemsWith({ interventions: many })).toEqual([
      "the link: interventions must have at most 1,000 entries, got 1,001: share the run.json of the run instead",
    ]);
    expect(problemsWith({ interventions: [{ tick: 1, remove: many }] })[0]).toMatch(
      /^the link: interventions\[0\]\.remove must have/,
    );
    expect(problemsOf(linkOfText(`{"seed":${"[".repeat(3000)}${"]".repeat(3000)}}`))[0]).toMatch(/nested more than 100 levels/);
  });

  test("if it is the fork of a fork", () => {
    expect(problemsWith({ fork: { tick: 1, unchanged: [], fork: { tick: 2, unchanged: [] } } })).toEqual([
      "the link: fork.fork: a link can hold one fork, and this is the fork of a fork: ask for another link",
    ]);
  });

  test("if the ripple on show is that of no event", () => {
    const form = /^the link: view\.ripple must be a table with an event such as/;
    for (const ripple of [
      7,
      {},
      { event: { tick: 3, remove: 2 } },
      { event: { tick: 3, promise: { asker: "Ada", promiser: 1, outcome: "kept" } } },
    ])
      expect(problemsWith({ view: { ripple } })[0], JSON.stringify(ripple)).toMatch(form);
    const faulty = { event: { tick: 3, promise: { asker: 1, promiser: 900, outcome: "kpet" } }, week: 0 };
    const problems = problemsWith({ view: { ripple: faulty } }).join("\n");
    for (const what of [
      /view\.ripple\.week must be a whole number from 1/,
      /view\.ripple\.event.*900/,
      /view\.ripple\.event.*kpet/,
    ])
      expect(problems).toMatch(what);
  });

  test("if its view has words that the page doesn't know", () => {
    const choices = { color: ["circle", "trust"], size: ["none"], ties: ["best"], chart: ["Trust"] };
    expect(() => readLink(linkOf({ seed: 1, ticks: 1, view: { color: "trsut" } }), choices)).toThrow(
      'the link: view.color must be one of circle, trust, got "trsut" (did you mean "trust"?)',
    );
  });
});
