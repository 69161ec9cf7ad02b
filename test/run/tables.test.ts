import { csvParse, csvParseRows } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { networkMeasures } from "../../sim/metrics/network-measures.ts";
import { TRAITS, traitNames } from "../../sim/parameters/trait-names.ts";
import { eventKinds } from "../../sim/population/event-log.ts";
import { strangers } from "../../sim/population/people.ts";
import { csvLine } from "../../sim/results/csv.ts";
import { createCollector } from "../../sim/run/collect.ts";
import { advance, type Run } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
// biome-ignore format: a table
import {
  agentTable, agentTableColumns, eventColumns, eventLines, listen, seriesColumns, seriesLine, tieLines, tieTableColumns,
} from "../../sim/run/tables.ts";
import { advanceTo, few, makeRun } from "../helpers/make-run.ts";
import { readPopulation, readRows } from "../helpers/read-population.ts";

const interventions = [
  { tick: 10, remove: [3, 30] },
  { tick: 70, add: 2, circle: 0 },
  { tick: 90, add: 1, circle: 0 },
];

/** A run at some tick, with a collector that counts from the start. */
function runAt(tick: number, wanted: Parameters<typeof makeRun>[0] = { interventions }) {
  const run = makeRun(wanted);
  const collector = createCollector(run.population, () => true);
  collector.collect();
  while (run.population.tick < tick) {
    advance(run);
    collector.collect();
  }
  return { run, collector };
}

const read = (pieces: Iterable<string>) => csvParse([...pieces].join(""));
const numbers = (row: Record<string, string | undefined>, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, row[name] === "" ? Number.NaN : Number(row[name])]));

test("the tables of agents and ties have these columns, in this order", () => {
  expect(agentTableColumns).toEqual([
    ..."agent,name,circle,domain,expertise,status,sociality,since".split(","),
    ..."sharing,boasting,status_bias,follow_through,openness,generosity,initiative,gratitude,curiosity,trusting".split(","),
    ..."incoming_trust_score,incoming_trust_share,degree,weak_ties,strong_ties,cross_ties,hidden_ties,reach,payoff,promises_kept,promises_broken".split(
      ",",
    ),
  ]);
  expect(tieTableColumns.join()).toBe(
    "tick,from,to,credibility,reliability,intimacy,self_orientation,evidence,trust_score,trust_share,strength,last_encounter,from_circle,to_circle,overlap,local_bridge",
  );
  expect(eventColumns.join()).toBe(
    "tick,kind,from,to,about,value,from_trust_before,from_trust_after,to_trust_before,to_trust_after,strength_before,strength_after",
  );
  expect(eventKinds.join()).toBe(
    "encounter,refused,promise_made,promise_kept,promise_broken,thanks,gossip,introduction,declined,tie_formed,tie_forgotten,news_offered,news_used,agent_replaced,agents_swapped,news_born",
  );
  expect(seriesColumns).toEqual(networkMeasures.map(({ name }) => name));
  expect(new Set(seriesColumns).size).toBe(seriesColumns.length);
  for (const name of [...agentTableColumns, ...tieTableColumns, ...seriesColumns]) expect(name).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
});

test("a row of the series has the collector's values, with empty cells for undefined ones", () => {
  const run = makeRun();
  const row = createCollector(run.population, () => true).collect() ?? new Float64Array(0);
  const [cells] = csvParseRows(seriesLine(row));
  expect(cells).toHaveLength(seriesColumns.length);
  cells.forEach((cell, at) => {
    if (Number.isNaN(row[at])) expect(cell).toBe("");
    else expect(Number(cell)).toBe(row[at]);
  });
  expect(cells[seriesColumns.indexOf("conversion_52")]).toBe("");
});

describe("agents.csv", () => {
  const { run, collector } = runAt(90);
  const rows = read(agentTable(run, collector));
  const { population } = run;
  const { people } = readPopulation(population);

  test("begins with the header and has a row for each agent present", () => {
    expect(rows.columns).toEqual([...agentTableColumns]);
    expect(rows.map(({ agent }) => Number(agent))).toEqual([...population.circles.present]);
    expect(rows).toHaveLength(51);
  });

  test("has each agent's circle, domain, expertise, status, sociality, tick of coming and traits with full precision", () => {
    for (const row of rows) {
      const agent = Number(row.agent);
      expect(row.name).toBe("");
      const { domain, x, z, circle } = people[agent];
      expect(numbers(row, "circle", "domain", "expertise", "status")).toEqual({ circle, domain, expertise: x, status: z });
      expect(numbers(row, "sociality", "since")).toEqual({ sociality: 1, since: agent < 50 ? 0 : agent < 52 ? 70 : 90 });
      const traits = Object.values(numbers(row, ...traitNames));
      expect(traits).toEqual([...population.agents.traits.subarray(agent * TRAITS, (agent + 1) * TRAITS)]);
    }
  });

  test("has each agent's measures from the state: current ties, and incoming trust from agents with evidence", () => {
    const { fadingRate, fadingProtection } = population.parameters;
    for (const row of rows) {
      const agent = Number(row.agent);
      const ties = [...people[agent].ties].map(([contact, { w, t0 }]) => ({
        contact,
        strength: w / (1 + fadingRate * (1 - fadingProtection * w) * (population.tick - t0)),
      }));
      const active = ties.filter(({ strength }) => strength >= 0.05);
      const strong = active.filter(({ strength }) => strength >= 0.4);
      const hidden = active.filter(({ contact }) => people[contact].x > 0.7 && people[contact].z < 0.4);
      expect(numbers(row, "degree", "weak_ties", "strong_ties", "hidden_ties")).toEqual({
        degree: active.length,
        weak_ties: active.length - strong.length,
        strong_ties: strong.length,
        hidden_ties: hidden.length,
      });
      const judges = ties
        .map(({ contact }) => new Map(readRows(population, contact)).get(agent))
        .filter((tie) => tie !== undefined && tie.view.e / (1 + (population.tick - tie.t0) / 52) >= 3);
      const mean = judges.reduce((sum, tie) => sum + (tie?.trust ?? 0), 0) / judges.length;
      if (judges.length === 0) expect(row.incoming_trust_share).toBe("");
      else expect(Number(row.incoming_trust_share)).toBeCloseTo(mean, 12);
    }
    expect(rows.some((row) => row.incoming_trust_share === "")).toBe(true);
  });

  test("counts activity over the last 52 ticks, not since the start", () => {
    const { agents } = population;
    const before = runAt(38).run.population.agents;
    let since = 0;
    for (const row of rows) {
      const agent = Number(row.agent);
      const then = agent < before.count;
      expect(numbers(row, "reach", "payoff", "promises_kept", "promises_broken")).toEqual({
        reach: agents.reach[agent] - (then ? before.reach[agent] : 0),
        payoff: agents.payoff[agent] - (then ? before.payoff[agent] : 0),
        promises_kept: agents.promisesKept[agent] - (then ? before.promisesKept[agent] : 0),
        promises_broken: agents.promisesBroken[agent] - (then ? before.promisesBroken[agent] : 0),
      });
      since += then ? before.promisesKept[agent] : 0;
    }
    expect(since).toBeGreaterThan(0);
  });
});

describe("ties.csv", () => {
  const { run, collector } = runAt(90);
  const rows = read([csvLine(tieTableColumns), ...tieLines(run, collector)]);
  const { population } = run;

  test("has a row for each direction of each known tie, in ascending order of both agents", () => {
    const pairs = [...population.circles.present].flatMap((from) => readRows(population, from).map(([to]) => [from, to]));
    expect(rows.map(({ from, to }) => [Number(from), Number(to)])).toEqual(pairs);
    expect(pairs.length).toBeGreaterThan(100);
  });

  test("has the current beliefs, evidence, trust, strength and circles", () => {
    const { fadingRate, fadingProtection } = population.parameters;
    for (const row of rows) {
      const [from, to] = [Number(row.from), Number(row.to)];
      const tie = new Map(readRows(population, from)).get(to);
      if (tie === undefined) throw new Error(`${from} does not know ${to}`);
      const {
        view: { C, R, I, S, e },
        w,
        t0,
        trust,
      } = tie;
      expect(
        numbers(row, "tick", "credibility", "reliability", "intimacy", "self_orientation", "evidence", "last_encounter"),
      ).toEqual({
        tick: 90,
        credibility: C,
        reliability: R,
        intimacy: I,
        self_orientation: S,
        evidence: expect.closeTo(e / (1 + (90 - t0) / 52), 12),
        last_encounter: t0,
      });
      expect(Number(row.trust_score)).toBeCloseTo((3 + 9 * (C + R + I)) / (1 + 9 * S), 12);
      expect(Number(row.trust_share)).toBe(trust);
      expect(Number(row.strength)).toBeCloseTo(w / (1 + fadingRate * (1 - fadingProtection * w) * (90 - t0)), 12);
      expect([Number(row.from_circle), Number(row.to_circle)]).toEqual([
        population.agents.circle[from],
        population.agents.circle[to],
      ]);
    }
  });

  test("has overlap and local bridge for active ties, as counted by hand, and empty cells for other ties", () => {
    const strength = new Map(rows.map((row) => [`${row.from} ${row.to}`, Number(row.strength)]));
    const contacts = (agent: string) =>
      new Set(rows.filter((row) => row.from === agent && Number(row.strength) >= 0.05).map(({ to }) => to));
    let bridges = 0;
    for (const row of rows) {
      if ((strength.get(`${row.from} ${row.to}`) ?? 0) < 0.05) {
        expect([row.overlap, row.local_bridge]).toEqual(["", ""]);
        continue;
      }
      const [one, other] = [contacts(row.from), contacts(row.to)];
      const shared = [...one].filter((contact) => other.has(contact)).length;
      const overlap = shared / (one.size - 1 + other.size - 1 - shared);
      if (Number.isNaN(overlap)) expect(row.overlap).toBe("");
      else expect(Number(row.overlap)).toBeCloseTo(overlap, 12);
      expect(row.local_bridge).toBe(shared === 0 ? "1" : "0");
      bridges += +(shared === 0);
    }
    expect(bridges).toBeGreaterThan(0);
    expect([...strength.values()].some((value) => value < 0.05)).toBe(true);
  });
});

/** A run whose events are read tick by tick. */
const eventful = makeRun({ interventions });
listen(eventful);
const counts = advanceTo(eventful, 1).population.events.counts.slice();
const first = read([csvLine(eventColumns), ...eventLines(eventful)]);
const again = [...eventLines(eventful)];

const all = (() => {
  const rows: Record<string, string>[] = [];
  while (eventful.population.tick < 120) {
    advance(eventful);
    rows.push(...read([csvLine(eventColumns), ...eventLines(eventful)]));
  }
  return rows;
})();

describe("events.csv", () => {
  test("has every event of the tick exactly as often as it is counted", () => {
    const kinds = eventKinds.map((kind) => first.filter((row) => row.kind === kind).length);
    expect(kinds).toEqual([...counts]);
    expect(again).toEqual([]);
    for (const row of first) expect(row.tick).toBe("1");
  });

  test.each<[(typeof eventKinds)[number], boolean, RegExp]>([
    ["encounter", true, /^0\.\d+$/],
    ["refused", false, /^$/],
    ["promise_made", false, /^[01]$/],
    ["promise_kept", false, /^[01]$/],
    ["promise_broken", false, /^[01]$/],
    ["thanks", false, /^$/],
    ["gossip", true, /^[01]\.\d+(e-\d+)?$|^[01]$/],
    ["introduction", true, /^$/],
    ["declined", false, /^[01]\.\d+(e-\d+)?$|^[01]$/],
    ["tie_forgotten", false, /^$/],
    ["news_offered", true, /^[01]$/],
    ["news_used", true, /^[01]$/],
  ])("%s: has an about column: %s, value %s", (kind, about, value) => {
    const rows = all.filter((row) => row.kind === kind);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      expect(row.about === "").toBe(!about);
      expect(row.value).toMatch(value);
      expect(row.from).not.toBe(row.to);
      for (const cell of [row.from, row.to]) expect(cell).toMatch(/^\d+$/);
    }
  });

  test("an encounter has its richness and its units of time", () => {
    const encounters = all.filter(({ kind }) => kind === "encounter");
    const richness = encounters.map(({ value }) => Number(value));
    expect([Math.min(...richness), Math.max(...richness)]).toEqual([0.22, 0.9]);
    expect(richness.some((value) => value > 0.22 && value < 0.9)).toBe(true);
    const units = encounters.map(({ about }) => Number(about));
    expect([Math.min(...units), units.every(Number.isInteger)]).toEqual([1, true]);
    expect(Math.max(...units)).toBeGreaterThan(2);
  });

  test("people who come and go have their index in both columns, and those who swap circles both indices", () => {
    const lively = makeRun({ parameters: { ...few, turnover: 1, moves: 1 } });
    listen(lively);
    const rows: Record<string, string>[] = [];
    while (advanceTo(lively, lively.population.tick + 1).population.tick < 60)
      rows.push(...read([csvLine(eventColumns), ...eventLines(lively)]));
    const ofKind = (kind: string) => rows.filter((row) => row.kind === kind);
    for (const { from, to, about, value } of ofKind("agent_replaced")) expect([to, about, value]).toEqual([from, "", ""]);
    for (const { from, to, about, value } of ofKind("agents_swapped")) {
      expect(from).not.toBe(to);
      expect([about, value]).toEqual(["", ""]);
    }
    expect(ofKind("agent_replaced").length).toBeGreaterThan(20);
    expect(ofKind("agents_swapped").length).toBeGreaterThan(5);
  });

  test("a formed tie names its introducer, or nobody if the two met by chance", () => {
    const formed = all.filter(({ kind }) => kind === "tie_formed");
    expect(formed.some(({ about }) => about === "")).toBe(true);
    for (const { about, from, to } of formed) expect([from, to]).not.toContain(about);
  });
});

describe("what events move", () => {
  test.each<[(typeof eventKinds)[number], ...moves: [fromTrust: string, toTrust: string, strength: string]]>([
    // B: before, A: after, -: neither, ~: one event has both and another neither
    ["encounter", "BA", "BA", "BA"],
    ["refused", "-", "BA", "-"],
    ["promise_made", "-", "-", "-"],
    ["promise_kept", "-", "BA", "BA"],
    ["promise_broken", "-", "BA", "-"],
    ["thanks", "-", "BA", "BA"],
    ["gossip", "-", "~", "-"],
    ["introduction", "-", "-", "-"],
    ["declined", "-", "-", "-"],
    ["tie_formed", "A", "A", "A"],
    ["tie_forgotten", "B", "B", "B"],
    ["news_offered", "-", "-", "-"],
    ["news_used", "-", "-", "-"],
    ["news_born", "-", "-", "-"],
  ])("%s: moves of trust and strength", (kind, ...expected) => {
    const rows = all.filter((row) => row.kind === kind);
    for (const [at, name] of ["from_trust", "to_trust", "strength"].entries()) {
      const cells = rows.map((row) => [row[`${name}_before`], row[`${name}_after`]]);
      const filled = new Set(cells.map(([before, after]) => `${before === "" ? "" : "B"}${after === "" ? "" : "A"}` || "-"));
      expect([...filled].sort(), name).toEqual(expected[at] === "~" ? ["-", "BA"] : [expected[at]]);
      for (const cell of cells.flat()) expect(cell).toMatch(/^$|^[01]$|^0\.\d{1,4}$/);
    }
  });

  test("events move trust the way that they should", () => {
    const rises = (kind: string) =>
      all.filter((row) => row.kind === kind).map((row) => Number(row.to_trust_after) - Number(row.to_trust_before));
    for (const kind of ["promise_broken", "refused"]) expect(Math.max(...rises(kind)), kind).toBeLessThanOrEqual(0);
    expect(Math.min(...rises("thanks"))).toBeGreaterThanOrEqual(0);
    expect(Math.min(...rises("promise_broken"))).toBeLessThan(-0.01);
  });

  test("news is born with someone, before anyone offers it", () => {
    const births = all.filter(({ kind }) => kind === "news_born");
    expect(births.length).toBeGreaterThan(5);
    const born = new Map(births.map(({ about, tick }) => [about, Number(tick)]));
    expect(born.size).toBe(births.length);
    for (const { from, to, value } of births) expect([to, value]).toEqual([from, ""]);
    const offers = all.filter(({ kind, about }) => kind === "news_offered" && born.has(about));
    expect(offers.length).toBeGreaterThan(20);
    for (const { about, tick } of offers) expect(Number(tick)).toBeGreaterThanOrEqual(Number(born.get(about)));
  });
});

describe("names", () => {
  const names = ["=1+1", "Ann, B.", 'the "boss"', "-", "'x", "plain", ...Array.from({ length: 44 }, (_, k) => `p${k}`)];
  const people = { ...strangers(names), circleNames: ["@home", "a,b"], circle: Int32Array.from(names, (_, agent) => agent % 2) };
  const { run, collector } = runAt(3, { people, interventions: [{ tick: 1, add: 1, circle: 5, names: ["+later"] }] });

  test("of agents are escaped against spreadsheet formulas and quoted if necessary", () => {
    const rows = read(agentTable(run, collector));
    expect(rows.map(({ name }) => name)).toEqual(["'=1+1", ...names.slice(1, 3), "'-", ...names.slice(4), "'+later"]);
  });

  test("of circles replace their numbers, except for circles without a name", () => {
    const agents = read(agentTable(run, collector)).map(({ circle }) => circle);
    expect([...agents.slice(0, 3), agents[50]]).toEqual(["'@home", "a,b", "'@home", "5"]);
    const ties = read([csvLine(tieTableColumns), ...tieLines(run, collector)]);
    for (const { from, from_circle } of ties)
      expect(from_circle).toBe(from === "50" ? "5" : Number(from) % 2 === 0 ? "'@home" : "a,b");
  });
});

test("tables of a large population come in chunks of about 64 KB of whole lines", () => {
  const { run, collector } = runAt(1, { parameters: { agents: 3000, circle_size: 50, ties_within: 9, ties_across: 1 } });
  listen(run);
  advance(run);
  for (const pieces of [[...agentTable(run, collector)], [...tieLines(run, collector)], [...eventLines(run)]]) {
    expect(pieces.length).toBeGreaterThan(5);
    for (const piece of pieces) {
      expect(piece.endsWith("\n")).toBe(true);
      expect(piece.length).toBeLessThan(1 << 17);
    }
    expect(pieces.slice(1, -1).every((piece) => piece.length >= 1 << 16)).toBe(true);
  }
});

test("writing tables and listening to events change nothing", () => {
  const { run, collector } = runAt(5);
  listen(run);
  const tables = (one: Run) => [...agentTable(one, collector), ...tieLines(one, collector), ...eventLines(one)].length;
  while (run.population.tick < 40) {
    advance(run);
    collector.collect();
    tables(run);
  }
  expect(stateHash(run)).toBe(stateHash(advanceTo(makeRun({ interventions }), 40)));
});

test("tables of an empty population have only headers", () => {
  const { run, collector } = runAt(6, { parameters: few, interventions: [{ tick: 2, remove: "all" }] });
  expect([...agentTable(run, collector)]).toEqual([csvLine(agentTableColumns)]);
  expect([...tieLines(run, collector)]).toEqual([]);
});
