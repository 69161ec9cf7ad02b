import { describe, expect, test } from "vitest";
import { advance } from "../../../sim/index.ts";
import { createEventLog, ENCOUNTER, NEWS_OFFERED, NEWS_USED, noteEvent } from "../../../sim/population/event-log.ts";
import { closureCurves, closureRatio } from "../../../study/run-analysis/dynamic/closure.ts";
import { topShare } from "../../../study/run-analysis/dynamic/concentration.ts";
import { addContact, contactByAgent, createContact } from "../../../study/run-analysis/dynamic/contact.ts";
import { addNews, createNewsLog, newsShares } from "../../../study/run-analysis/dynamic/news.ts";
import { signatureDistance, signatureDistances, signatureOf } from "../../../study/run-analysis/dynamic/signatures.ts";
import { turnover } from "../../../study/run-analysis/dynamic/turnover.ts";
import { lowerAgents, neighborsOf } from "../../../study/run-analysis/network.ts";
import { makeRun } from "../../helpers/make-run.ts";
import { networkOf } from "./karate-network.ts";

const everyone = () => true;

describe("closure, by hand", () => {
  // 0 and 1 share contacts 2 and 3; 0 and 4 share contact 1 … 4 is in the other circle with 5.
  const circle = [0, 0, 0, 0, 1, 1];
  const before = networkOf(circle, [
    [0, 2, 1],
    [0, 3, 1],
    [1, 2, 1],
    [1, 3, 1],
    [1, 4, 1],
  ]);
  // Shared contacts: 0–1 two (2, 3); 2–3 two (0, 1); 2–4 and 3–4 one (1). Pairs without: 0–4, 0–5, 1–5, 2–5, 3–5, 4–5.
  const now = networkOf(
    circle,
    [
      [0, 1, 1],
      [0, 5, 1],
      [2, 4, 1],
    ],
    52,
  );

  const at = (ties: "all" | "within" | "across", stayed: (agent: number) => boolean = everyone) =>
    closureCurves(before, now, stayed)
      .filter((point) => point.ties === ties)
      .map(({ pairs, closed }) => [pairs, closed]);

  test("counts pairs by shared contacts, and those that close", () => {
    expect(at("all")).toEqual([
      [6, 1],
      [2, 1],
      [2, 1],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(at("within")).toEqual([
      [1, 0],
      [0, 0],
      [2, 1],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(at("across")).toEqual([
      [5, 1],
      [2, 1],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test("agents who left make no pairs, but are contacts that others shared", () =>
    expect(at("all", (agent) => agent !== 1)).toEqual([
      [5, 1],
      [2, 1],
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]));

  test("the ratio compares pairs with and without a shared contact", () => {
    const points = closureCurves(before, now, everyone);
    expect(closureRatio(points, "all")).toBeCloseTo(2 / 4 / (1 / 6), 14);
    expect(closureRatio(points, "within")).toBeNaN();
  });
});

describe("turnover, by hand", () => {
  const contactsOf = (...network: Parameters<typeof networkOf>) => {
    const { ties } = networkOf(...network);
    return neighborsOf(ties, lowerAgents(ties), {
      numbers: Uint32Array.from({ length: ties.count }, (_, tie) => tie),
      degree: ties.degree,
    });
  };
  const before = contactsOf(
    [0, 0, 0, 0],
    [
      [0, 1, 1],
      [0, 2, 1],
    ],
  );
  const now = contactsOf(
    [0, 0, 0, 0],
    [
      [0, 2, 1],
      [0, 3, 1],
    ],
  );
  // 0: one of three contacts at both; 1 lost, 3 won, 2 kept its only one.
  test("is the mean over agents with contacts", () =>
    expect(turnover(before, now, everyone)).toBeCloseTo((2 / 3 + 1 + 0 + 1) / 4, 14));
  test("leaves newcomers out", () => expect(turnover(before, now, (agent) => agent === 0)).toBeCloseTo(2 / 3, 14));
});

describe("contact", () => {
  test("is that of the run, in units by pair", () => {
    const run = makeRun();
    const contact = createContact();
    let units = 0;
    for (let tick = 0; tick < 10; tick++) {
      advance(run);
      addContact(contact, run.population);
      const { met } = run.population.workspace.contacts;
      for (let at = 0; at < met.count; at++) units += met.units[at];
    }
    const byAgent = contactByAgent(contact, 50, () => true);
    const sum = (list: Float64Array) => list.reduce((all, one) => all + one, 0);
    expect(byAgent.reduce((all, list) => all + sum(list), 0)).toBe(2 * units);
    for (const list of byAgent) expect([...list]).toEqual([...list].sort((a, b) => b - a));
    const { circle } = run.population.agents;
    const [within, across] = [true, false].map((is) => contactByAgent(contact, 50, (a, b) => (circle[a] === circle[b]) === is));
    for (let agent = 0; agent < 50; agent++) expect(sum(within[agent]) + sum(across[agent])).toBe(sum(byAgent[agent]));
  });

  test("goes to the top contacts, mean over those who met anyone", () => {
    const byAgent = [[5, 3, 2], [4], []].map((list) => Float64Array.from(list));
    expect(topShare(byAgent, 1)).toBeCloseTo((0.5 + 1) / 2, 14);
    expect(topShare(byAgent, 2)).toBeCloseTo((0.8 + 1) / 2, 14);
    expect(topShare([], 1)).toBeNaN();
  });
});

/** SciPy 1.10.1: jensenshannon([0.5, 0.3, 0.2], [0.8, 0.2, 0], base=2). */
const JSD = 0.36394856548207954;

describe("social signatures", () => {
  const signature = (...units: number[]) => signatureOf(Float64Array.from(units));
  test("have the distance that SciPy gives", () =>
    expect(signatureDistance(signature(5, 3, 2), signature(8, 2))).toBeCloseTo(JSD, 12));
  test("are 0 apart if equal, in whatever unit", () => expect(signatureDistance(signature(2, 1), signature(20, 10))).toBe(0));
  test("are at most 1 apart", () => expect(signatureDistance(signature(1), signature(1, 1, 1, 1, 1, 1, 1, 1))).toBeLessThan(1));

  test("of an agent are compared with its own before and with those of others", () => {
    const of = (...lists: number[][]) => lists.map((list) => signature(...list));
    const { self, others } = signatureDistances(of([5, 3, 2], [8, 2], [1]), of([5, 3, 2], [8, 2], [9]), (agent) => agent < 2);
    expect(self).toBe(0);
    expect(others).toBeCloseTo(JSD, 12);
  });
});

describe("news", () => {
  const log = createNewsLog();
  // Agents up to 9 are in one circle; ties of 0 are strong.
  const events = createEventLog();
  events.listening = 1;
  noteEvent(events, NEWS_OFFERED, 0, 1, 7, 1);
  noteEvent(events, NEWS_USED, 1, 0, 7, 1);
  noteEvent(events, NEWS_OFFERED, 0, 1, 8, 0);
  noteEvent(events, ENCOUNTER, 0, 1, 0, 1);
  noteEvent(events, NEWS_OFFERED, 1, 2, 7, 1);
  noteEvent(events, NEWS_OFFERED, 1, 12, 7, 1);
  noteEvent(events, NEWS_USED, 12, 1, 7, 1);
  noteEvent(events, NEWS_OFFERED, 2, 1, 7, 0);
  addNews(
    log,
    events,
    (one, other) => one === 0 || other === 0,
    (one, other) => one < 10 !== other < 10,
  );

  test("are counted by strength and kind of tie", () => {
    expect(newsShares(log, true, "all")).toEqual({ novelty: 1 / 2, use: 1 / 2 });
    expect(newsShares(log, false, "all")).toEqual({ novelty: 2 / 3, use: 1 / 3 });
    expect(newsShares(log, false, "within")).toEqual({ novelty: 1 / 2, use: 0 });
    expect(newsShares(log, false, "across")).toEqual({ novelty: 1, use: 1 });
    expect(newsShares(log, true, "across")).toEqual({ novelty: Number.NaN, use: Number.NaN });
  });
});
