import { beforeEach, expect, test, vi } from "vitest";
import { defaultParameters } from "../../sim/parameters/definitions.ts";
import { traitKeys } from "../../sim/parameters/trait-names.ts";
import { COUNTS } from "../../sim/random/keyed-draws.ts";
import { type Purpose, purposes } from "../../sim/random/purposes.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { step } from "../../sim/step/step.ts";

/** How often each draw was made, by the words of its event and its number. */
const made = vi.hoisted(() => new Map<string, number>());

vi.mock("../../sim/random/keyed-draws.ts", async (load) => {
  const actual = await load<typeof import("../../sim/random/keyed-draws.ts")>();
  const noted =
    (real: typeof actual.draw): typeof actual.draw =>
    (k0, k1, number) => {
      const name = `${k0} ${k1} ${number}`;
      made.set(name, (made.get(name) ?? 0) + 1);
      return real(k0, k1, number);
    };
  return { ...actual, draw: noted(actual.draw), drawBits: noted(actual.drawBits) };
});

beforeEach(() => made.clear());

const names = Object.keys(purposes) as Purpose[];
const numberOf = (name: string) => Number(name.split(" ")[2]);

/** Repeated wherever it is needed: the order of a pair for each of its entries, a meeting if both run into each other. */
const mayRepeat: readonly Purpose[] = ["order", "tieOrder", "meetingHappens"];

/** A busy population in which every possible draw of a tick is made. */
const lively = {
  ...defaultParameters,
  agents: 60,
  circleSize: 20,
  tiesWithin: 8,
  tiesAcross: 2,
  favorRate: 0.5,
  longestDue: 2,
  gossipRate: 0.7,
  introductionRate: 0.3,
  meetingRate: 0.8,
  outsidePull: 20,
  threeRate: 0.5,
  turnover: 1,
  moves: 1,
  newsRate: 0.03,
  needRate: 0.5,
  activeFrom: 0.17, // few ties are active, so picks use all their draws
};

test("no draw of a tick has two uses: only repeats with the same meaning occur", () => {
  const population = createPopulation(lively, "twice");
  for (let t = 0; t < 20; t++) {
    made.clear();
    step(population);
    const twice = [...made].filter(([, times]) => times > 1).map(([name]) => names[Math.floor(numberOf(name) / COUNTS)]);
    expect([...new Set(twice)].filter((purpose) => !mayRepeat.includes(purpose))).toEqual([]);
  }
});

test("all purposes of a tick are used, each within its reserved counts", () => {
  const population = createPopulation(lively, "counts");
  made.clear();
  for (let t = 0; t < 40; t++) step(population);
  const largest = new Map<Purpose, number>();
  for (const name of made.keys()) {
    const number = numberOf(name);
    const purpose = names[Math.floor(number / COUNTS)];
    largest.set(purpose, Math.max(largest.get(purpose) ?? 0, number % COUNTS));
  }
  // Picks of an active tie use nine draws, and gossip makes two; an introduction has a draw for each of its two chances.
  const most: Partial<Record<Purpose, number>> = { seesWhom: 8, gossipWhom: 17, introduces: 1, checksWhom: 1, tieChecksWhom: 1 };
  // By the unit of time, of which nobody has more than 6 · (½ + 1); by the age of a promise.
  const several: Partial<Record<Purpose, number>> = { partner: 8, three: 8, third: 8, keeps: 2, deliveryNoise: 2, thanks: 2 };
  // Traits and starting networks are drawn at the start, also those that were added later.
  const atStart: readonly string[] = [...traitKeys, "attaches", "blockTies", "degree", "stubs", "rematches"];
  const inTick = names.slice(names.indexOf("birthplace")).filter((purpose) => !atStart.includes(purpose));
  for (const purpose of inTick) {
    expect(largest.has(purpose), purpose).toBe(true);
    expect(largest.get(purpose), purpose).toBeLessThanOrEqual(most[purpose] ?? several[purpose] ?? 0);
  }
});
