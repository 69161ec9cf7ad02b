import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenPage, openEntry } from "../helpers/browser.ts";
import { type Order, runAndHash } from "./run-and-hash.ts";

const orders: Record<string, Order> = {
  "the default parameters": { parameters: {}, seed: "1", ticks: [0, 1, 26, 52] },
  "200 people, all 520 ticks": { parameters: { agents: 200 }, seed: "1", ticks: [0, 1, 52, 260, 520] },
  "a random network and the additive trust function": {
    parameters: { agents: 200, network: "random", trust_function: "additive" },
    seed: "weak ties",
    ticks: [0, 1, 52, 104],
  },
  "a small world, numbers that no binary fraction is equal to, a seed outside ASCII": {
    parameters: { agents: 311, circle_size: 23, network: "small_world", noise: 0.31, fading_rate: 0.07, budget: 7.3, hearsay: 0.9 },
    seed: "свободные связи 弱い紐帯 🙂",
    ticks: [0, 1, 52, 104],
  },
};

let open: OpenPage;

beforeAll(async () => {
  open = await openEntry("test/browser/engine-page.ts");
});

afterAll(() => open?.close());

describe.each(Object.entries(orders))("%s", (_, order) => {
  const inNode = runAndHash(order);

  test("a run has a different state hash at each tick that is compared", () => {
    expect(new Set(inNode).size).toBe(order.ticks.length);
  });

  test("a run in Chromium has the state hashes that it has in Node", async () => {
    expect(await open.page.evaluate((o) => runHere(o), order)).toEqual(inNode);
  });

  test("a run in a worker in Chromium has the state hashes that it has in Node", async () => {
    expect(await open.page.evaluate((o) => runInWorker(o), order)).toEqual(inNode);
  });
});

test("the page that runs the engine logs no error", () => {
  expect(open.errors).toEqual([]);
});
