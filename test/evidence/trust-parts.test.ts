import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type EvidenceRule, evidenceRules, ruleOf } from "../../sim/evidence/evidence-rules.ts";
import { packEvidence, unpackItems, unpackMissed } from "../../sim/evidence/packed-evidence.ts";
import { replayEvidence } from "../../sim/evidence/replay-evidence.ts";
import { TrustParts } from "../../sim/evidence/trust-parts.ts";
import { definitions } from "../../sim/parameters/definitions.ts";
import { advance, tickOf } from "../../sim/run/run.ts";
import { few, makeRun } from "../helpers/make-run.ts";
import { readPopulation } from "../helpers/read-population.ts";

const parameters = {
  ...few,
  agents: 30,
  circle_size: 15,
  favor_rate: 0.5,
  gossip_rate: 0.8,
  bystander_share: 0.5,
  introduction_rate: 0.3,
  news_rate: 0.3,
};

/** The mean of T in an agent, by the trust equation; 3 if nobody knows it. */
function meanTrustIn(run: ReturnType<typeof makeRun>, agent: number): number {
  const scores = readPopulation(run.population).people.flatMap((person, one) => {
    const view = one === agent ? undefined : person?.ties.get(agent)?.views.get(one);
    return view === undefined ? [] : [(3 + 9 * (view.C + view.R + view.I)) / (1 + 9 * view.S)];
  });
  return scores.length === 0 ? 3 : scores.reduce((sum, one) => sum + one, 0) / scores.length;
}

test.each([
  ["nobody leaves", 0, "a", 5],
  ["many leave", 0.5, "b", 3],
  ["many leave", 0.5, "c", 11],
])("the parts add up to the change of the mean trust, when %s", (_, turnover, seed, agent) => {
  const run = makeRun({ parameters: { ...parameters, turnover }, seed });
  const before = meanTrustIn(run, agent);
  const evidence = replayEvidence(run, { agent });
  for (let tick = 1; tick <= 60; tick++) {
    evidence.advance();
    const since = run.population.agents.since[agent] as number;
    const trust = new TrustParts(since);
    for (const item of evidence.items) trust.add(item);
    const sum = trust.list().reduce((total, { change }) => total + change, 0);
    expect(trust.mean).toBeCloseTo(meanTrustIn(run, agent), 9);
    // Nobody knows a newcomer, so that one begins at 3.
    expect(sum).toBeCloseTo(meanTrustIn(run, agent) - (since > 0 ? 3 : before), 9);
  }
});

test("an agent who came in place of another one answers only for itself", () => {
  const run = makeRun({ parameters: { ...parameters, turnover: 1 }, seed: "newcomer" });
  const evidence = replayEvidence(run, { agent: 4 });
  while (!(tickOf(run) > 60 && (run.population.agents.since[4] as number) > 10)) evidence.advance();
  const since = run.population.agents.since[4] as number;
  const trust = new TrustParts(since);
  for (const item of evidence.items) trust.add(item);
  const own = evidence.items.filter(({ tick, kind }) => kind === "began" && tick >= since);
  expect(trust.list().find(({ cause }) => cause === "began")?.times).toBe(own.length);
  expect(trust.first).toBe(3);
});

test("boasting is a part only if someone boasts, and it raises what sharing shows and lowers what disclosure does", () => {
  const partsWith = (boasting: number) => {
    const run = makeRun({ parameters: { ...parameters, boasting_mean: boasting, trait_spread: 0 }, seed: "boast" });
    const { items, advance } = replayEvidence(run, { agent: 5 });
    while (tickOf(run) < 30) advance();
    return items;
  };
  expect(partsWith(0).some(({ unboasted }) => unboasted !== undefined)).toBe(false);
  const items = partsWith(0.6);
  const moved = (kind: string, belief: number) =>
    items.flatMap(({ kind: one, after, unboasted }) =>
      one === kind && after && unboasted ? [(after[belief] as number) - (unboasted[belief] as number)] : [],
    );
  const [sharing, disclosure, attention] = [moved("sharing", 0), moved("disclosure", 2), moved("attention", 3)];
  for (const some of [sharing, disclosure, attention]) expect(some.length).toBeGreaterThan(10);
  expect(sharing.every((one) => one >= 0)).toBe(true);
  expect(disclosure.every((one) => one <= 0)).toBe(true);
  expect(attention.every((one) => one >= 0)).toBe(true);
});

test("each item names a rule of docs/model.md", () => {
  const headings = new Set([...readFileSync("docs/model.md", "utf8").matchAll(/^### (.+)$/gm)].map(([, heading]) => heading));
  expect(evidenceRules.map(({ title }) => title).filter((title) => !headings.has(title))).toEqual([]);
});

test("the switch of an item turns its kind off", () => {
  const itemsWith = (off: string | undefined) => {
    const settings = off === undefined ? {} : { [off]: false };
    const run = makeRun({ parameters: { ...parameters, turnover: 0.5, ...settings }, seed: "switch" });
    const { items, advance } = replayEvidence(run, { agent: 5 });
    while (tickOf(run) < 60) advance();
    return items;
  };
  const usual = itemsWith(undefined);
  const seen = new Set<EvidenceRule>();
  for (const item of usual) {
    const rule = ruleOf(item);
    if (rule.off === undefined || seen.has(rule)) continue;
    seen.add(rule);
    const left = itemsWith(definitions[rule.off].name).filter((one) => ruleOf(one) === rule);
    expect(left, `${rule.title}, ${item.kind}, without ${rule.off}`).toEqual([]);
  }
  expect(seen.size).toBeGreaterThan(10);
});

test("evidence is the same after it has crossed threads", () => {
  const run = makeRun({ parameters: { ...parameters, turnover: 0.5 }, seed: "pack" });
  const { items, missed, advance: go } = replayEvidence(run, { agent: 5 });
  while (tickOf(run) < 30) go();
  expect(missed.length).toBeGreaterThan(5);
  const packed = packEvidence(items, missed);
  expect(unpackItems(packed)).toEqual(items);
  expect(unpackMissed(packed)).toEqual(missed);
});

test("who left is named, and looking changes nothing", () => {
  const wanted = { parameters: { ...parameters, turnover: 1 }, seed: "left" };
  const run = makeRun(wanted);
  const plain = makeRun(wanted);
  const { items, advance: go } = replayEvidence(run, { agent: 5 });
  const left: string[] = [];
  while (tickOf(run) < 40) {
    const known = items.length;
    go();
    advance(plain);
    const { since } = plain.population.agents;
    for (const { kind, believer, source } of items.slice(known).filter((one) => one.kind === "left")) {
      expect(since[source], kind).toBe(tickOf(run));
      left.push(source === 5 ? "agent" : source === believer ? "believer" : "other");
    }
  }
  expect(new Set(left)).toEqual(new Set(["agent", "believer"]));
});
