import { describe, expect, test } from "vitest";
import { defaultParameters, definitions, type ParameterKey, parameterKeys } from "../../sim/parameters/definitions.ts";
import { TRAITS } from "../../sim/parameters/trait-names.ts";
import { BELIEFS } from "../../sim/population/tie-store.ts";
import { advance, createRun, type Run } from "../../sim/run/run.ts";
import { hashBytes, stateHash } from "../../sim/run/state-hash.ts";
import { listen } from "../../sim/run/tables.ts";
import { advanceTo, few, makeRun } from "../helpers/make-run.ts";

/** A run with promises, news, a temporary setting of each kind, an agent that left and an agent with a given trait. */
function fullRun(): Run {
  const interventions = [
    { tick: 2, remove: 7 },
    { tick: 3, set: { noise: 0.3 }, until: 99 },
    { tick: 3, set_traits: { openness: 0.9 }, agents: [1], until: 99 },
    { tick: 4, set_traits: { boasting: 0.1 }, agents: [2] },
  ];
  return advanceTo(makeRun({ parameters: { ...few, news_rate: 0.5, favor_rate: 0.8, longest_due: 20 }, interventions }), 12);
}

test("the hash is 16 hexadecimal digits, the same on every call and in every identical run", () => {
  const run = fullRun();
  expect(stateHash(run)).toMatch(/^[0-9a-f]{16}$/);
  expect(stateHash(run)).toBe(stateHash(run));
  expect(stateHash(fullRun())).toBe(stateHash(run));
});

describe("the hash changes with each single value of the state:", () => {
  const row = (run: Run) => run.population.ties.blocks.start[3] + 1;
  const bump = (column: { [at: number]: number }, at: number, by = 1) => {
    column[at] += by;
  };
  /** The next double, the smallest possible change. */
  const nudge = (column: Float64Array, at: number) => {
    const bits = new BigInt64Array(column.buffer, column.byteOffset + at * 8, 1);
    bits[0] ^= 1n;
  };

  test.each<[string, (run: Run) => void]>([
    ["the tick", ({ population }) => population.tick++],
    ["the first word of the run's key", ({ population }) => bump(population.runKey, 0)],
    ["the second word of the run's key", ({ population }) => bump(population.runKey, 1)],
    ["who is there", ({ population }) => bump(population.agents.present, 3, -1)],
    ["a trait", ({ population }) => nudge(population.agents.traits, 3 * TRAITS + 4)],
    ["a trait without what passes", ({ population }) => nudge(population.agents.ownTraits, 3 * TRAITS + 4)],
    ["which traits were given", ({ population }) => bump(population.agents.given, 3, 512)],
    ["a domain", ({ population }) => bump(population.agents.domain, 3)],
    ["an expertise", ({ population }) => nudge(population.agents.expertise, 49)],
    ["a status", ({ population }) => nudge(population.agents.status, 0)],
    ["a sociality", ({ population }) => nudge(population.agents.sociality, 3)],
    ["when someone came", ({ population }) => bump(population.agents.since, 3)],
    ["a circle", ({ population }) => bump(population.agents.circle, 3)],
    ["a reach", ({ population }) => bump(population.agents.reach, 3)],
    ["a payoff", ({ population }) => nudge(population.agents.payoff, 3)],
    ["promises kept", ({ population }) => bump(population.agents.promisesKept, 3)],
    ["promises broken", ({ population }) => bump(population.agents.promisesBroken, 3)],
    ["a contact", (run) => bump(run.population.ties.blocks.ids, row(run), 20)],
    ["how many contacts there are", ({ population }) => bump(population.ties.blocks.length, 3, -1)],
    ["a credibility", (run) => nudge(run.population.ties.beliefs, row(run) * BELIEFS)],
    ["a reliability", (run) => nudge(run.population.ties.beliefs, row(run) * BELIEFS + 1)],
    ["an intimacy", (run) => nudge(run.population.ties.beliefs, row(run) * BELIEFS + 2)],
    ["a self-orientation", (run) => nudge(run.population.ties.beliefs, row(run) * BELIEFS + 3)],
    ["evidence", (run) => nudge(run.population.ties.evidence, row(run))],
    ["a strength", (run) => nudge(run.population.ties.strength, row(run))],
    ["a last encounter", (run) => bump(run.population.ties.lastEncounter, row(run))],
    ["an asker", ({ population }) => bump(population.promises.asker, 0)],
    ["a promiser", ({ population }) => bump(population.promises.promiser, 1)],
    ["when a promise was made", ({ population }) => bump(population.promises.made, 0)],
    ["when a promise is due", ({ population }) => bump(population.promises.due, 0)],
    [
      "whether a promise is relied on",
      ({ population }) => bump(population.promises.relied, 0, 1 - 2 * population.promises.relied[0]),
    ],
    [
      "whether a promise came of a need",
      ({ population }) => bump(population.promises.need, 0, 1 - 2 * population.promises.need[0]),
    ],
    ["how many promises there are", ({ population }) => population.promises.count--],
    ["the number of the next item", ({ population }) => population.news.next++],
    ["the oldest live item", ({ population }) => population.news.oldestLive++],
    ["the first item of a tick", ({ population }) => bump(population.news.firstOfTick, 5)],
    ["an item that is held", ({ population: { news } }) => bump(news.held.ids, news.held.start[holder(news.held.length)] + 0)],
    ["how many items are held", ({ population: { news } }) => bump(news.held.length, holder(news.held.length), -1)],
    [
      "when a setting ends",
      ({ settings }) => {
        settings.passing = settings.passing.map((one) => ({ ...one, until: 98 }));
      },
    ],
    [
      "which settings are temporary",
      ({ settings }) => {
        settings.passing = settings.passing.slice(1);
      },
    ],
  ])("%s", (_, change) => {
    const run = fullRun();
    const before = stateHash(run);
    change(run);
    expect(stateHash(run)).not.toBe(before);
  });

  function holder(lengths: Uint32Array): number {
    return lengths.findIndex((length) => length > 1);
  }

  test.each(parameterKeys)("the setting of %s", (key: ParameterKey) => {
    const definition = definitions[key];
    const other =
      definition.kind === "number"
        ? definition.default === definition.max
          ? definition.min
          : definition.max
        : definition.kind === "switch"
          ? !definition.default
          : definition.kind === "text"
            ? "1 1"
            : definition.choices[1];
    const run = makeRun();
    const before = stateHash(run);
    run.settings.parameters = { ...run.settings.parameters, [key]: other };
    expect(stateHash(run)).not.toBe(before);
  });

  test("swapping two values", () => {
    const run = fullRun();
    const before = stateHash(run);
    const { expertise } = run.population.agents;
    [expertise[4], expertise[5]] = [expertise[5], expertise[4]];
    expect(stateHash(run)).not.toBe(before);
  });
});

describe("the hash does not change with", () => {
  test("the position of data in memory", () => {
    // The same ties, but one agent had more contacts for a while, so its block moved to make room.
    const wanted = {
      parameters: { ...few, ties_within: 0, ties_across: 0 },
      interventions: [
        {
          tick: 1,
          add_ties: [
            [0, 30],
            [20, 40],
          ],
          strength: 0.5,
        },
      ],
    };
    const more = Array.from({ length: 9 }, (_, k) => [20, 21 + k]);
    const plain = advanceTo(makeRun(wanted), 0);
    const moved = advanceTo(makeRun(wanted), 0);
    for (const run of [plain, moved]) advance(run);
    const longer = makeRun({
      ...wanted,
      interventions: [{ tick: 1, add_ties: more, strength: 0.5 }, { tick: 1, cut_ties: more }, ...wanted.interventions],
    });
    advance(longer);
    expect(longer.population.ties.blocks.start[20]).not.toBe(plain.population.ties.blocks.start[20]);
    expect(stateHash(longer)).toBe(stateHash(plain));
  });

  test("listening to events and event counts", () => {
    const [plain, listening] = [fullRun(), fullRun()];
    listen(listening);
    for (const run of [plain, listening]) advanceTo(run, 20);
    listening.population.events.counts.fill(7);
    expect(stateHash(listening)).toBe(stateHash(plain));
  });

  test("names and future interventions", () => {
    const setup = { parameters: defaultParameters, seed: "x" };
    const later = createRun({ ...setup, interventions: [{ tick: 9, remove: 0 }] });
    expect(stateHash(later)).toBe(stateHash(createRun(setup)));
    later.names.push("Ann");
    expect(stateHash(later)).toBe(stateHash(createRun(setup)));
  });
});

test("two starts have the same hash only if they have the same seed, even for neighboring seeds", () => {
  const hashOf = (seed: string) => stateHash(makeRun({ seed }));
  const seeds = ["", "0", "1", "2", "10", "a", "b", "ä", "🙂", "1 ", " 1", "1973", "1974"];
  expect(new Set(seeds.map(hashOf)).size).toBe(seeds.length);
  expect(hashOf("1973")).toBe(hashOf("1973"));
});

test("a change of single bits in some bytes spreads over both words of the hash", () => {
  const bytes = Uint8Array.from({ length: 64 }, (_, k) => k * 7);
  const [one, two] = hashBytes(bytes);
  const ones = (word: number) => word.toString(2).replaceAll("0", "").length;
  for (let bit = 0; bit < 512; bit++) {
    const other = bytes.slice();
    other[bit >> 3] ^= 1 << (bit & 7);
    const [a, b] = hashBytes(other);
    expect(ones((a ^ one) >>> 0)).toBeGreaterThan(3);
    expect(ones((b ^ two) >>> 0)).toBeGreaterThan(3);
  }
});

test("300,000 short blocks have 300,000 hashes, where a single word would give about ten collisions", () => {
  const hashes = new Set<number>();
  const block = new Uint32Array(3);
  for (let k = 0; k < 300_000; k++) {
    block.set([k, Math.imul(k, 0x9e3779b1), k >>> 3]);
    const [one, two] = hashBytes(new Uint8Array(block.buffer));
    hashes.add(one * 2 ** 21 + (two >>> 11)); // all the bits that fit in a number
  }
  expect(hashes.size).toBe(300_000);
});
