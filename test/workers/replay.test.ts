import { describe, expect, test } from "vitest";
import { runFiles, runRecord } from "../../sim/index.ts";
import { beginRun } from "../../workers/begin-run.ts";
import { createEngine } from "../../workers/engine.ts";
import type { Start } from "../../workers/messages.ts";
import { createReplay } from "../../workers/replay.ts";
import { Workplace } from "../helpers/command-line.ts";

const start: Start = { seed: "replay", parameters: { agents: 40, circle_size: 20, ties_within: 6 }, interventions: [] };
const plan = { ticks: 30, every: 13, events: true };

/** A clock that advances by 100 ms at every look. */
function jumpingClock(meanwhile: () => void = () => undefined) {
  let now = 0;
  return {
    now: () => (now += 100),
    soon: (callback: () => void) => {
      meanwhile();
      setTimeout(callback);
    },
  };
}

/** An engine that ticks only when it is stepped. */
function handEngine() {
  return createEngine({ now: () => 0, soon: () => undefined, later: () => undefined });
}

const texts = async (files: Partial<Record<string, Blob>>) =>
  Object.fromEntries(await Promise.all(Object.entries(files).map(async ([name, blob]) => [name, await blob?.text()])));

describe("a replay", () => {
  test("writes the same files as the run itself, in however many pieces", async () => {
    const files = await texts(await createReplay(jumpingClock()).replay(start, plan, () => undefined));
    const { run } = beginRun(start);
    const wanted: Record<string, string> = {};
    for (const { file, text } of runFiles(run, plan)) wanted[file] = (wanted[file] ?? "") + text;
    wanted["run.json"] = `${JSON.stringify({ ...runRecord(run, plan), made_by: { platform: "browser" } }, null, 2)}\n`;
    expect(files).toEqual(wanted);
    expect(Object.keys(files).sort()).toEqual(["agents.csv", "events.csv", "run.json", "series.csv", "ties.csv"]);
  });

  test("repeats interventions by hand, and its record has the state hash of the watched run", async () => {
    const engine = handEngine();
    engine.start({ ...start, interventions: [{ tick: 5, set: { blow_off: 0.8 } }] });
    engine.step(10);
    engine.intervene({ set: { follow_through_mean: 0.2 } });
    engine.step(10);
    const { start: again, ticks } = engine.record();
    const files = await texts(await createReplay(jumpingClock()).replay(again, { ticks, every: 13 }, () => undefined));
    const record = JSON.parse(files["run.json"]);
    expect(record.state_hash).toBe(engine.stateHash());
    expect(record.interventions).toEqual([
      { tick: 5, set: { blow_off: 0.8 } },
      { tick: 11, set: { follow_through_mean: 0.2 } },
    ]);
  });

  test("names the scenario and the files in its record", async () => {
    const files = { network: { file: "karate.csv", sha256: "0".repeat(64) } };
    const from: Start = { ...start, scenario: "no_gossip", files };
    const { "run.json": text } = await texts(
      await createReplay(jumpingClock()).replay(from, { ticks: 1, every: 13 }, () => undefined),
    );
    expect(JSON.parse(text)).toMatchObject({ scenario: "no_gossip", ...files, parameters: { gossip: false } });
  });

  test("reports progress in order of ticks", async () => {
    const reported: number[] = [];
    await createReplay(jumpingClock()).replay(start, plan, (tick) => reported.push(tick));
    expect(reported.length).toBeGreaterThan(plan.ticks);
    expect(reported).toEqual([...reported].sort((a, b) => a - b));
  });

  test("fails at the next report once it is canceled, and the next replay succeeds", async () => {
    let isFirst = true;
    const reported: number[] = [];
    const replayer = createReplay(jumpingClock(() => isFirst && reported.length === 20 && replayer.cancel()));
    await expect(replayer.replay(start, plan, (tick) => reported.push(tick))).rejects.toThrow("canceled");
    expect(reported).toHaveLength(20);
    isFirst = false;
    const { "run.json": record } = await replayer.replay(start, plan, () => undefined);
    expect(record?.size).toBeGreaterThan(0);
  });
});

describe("a replay for another program", () => {
  const changed: Start = {
    ...start,
    parameters: { ...start.parameters, turnover: 0.02 },
    interventions: [
      { tick: 20, add: 2, names: ["Zo & <Co>", "=1+1"] },
      { tick: 70, remove: [0, 3] },
    ],
  };
  const ticks = 130;

  test.each(["gexf", "graphml"] as const)("writes the %s of `weakties export`, byte for byte", async (form) => {
    const replayer = createReplay(jumpingClock());
    const { "run.json": record } = await texts(await replayer.replay(changed, { ticks, every: 13 }, () => undefined));
    const place = new Workplace();
    place.write("changed.json", record);
    await place.succeed("run", "--config", "changed.json", "--quiet", "--out", "run");
    await place.succeed("export", "run", "--to", form);
    const own = await (await replayer.exportNetwork(changed, ticks, form, () => undefined)).text();
    expect(own).toContain("Zo &amp; &lt;Co&gt;");
    expect(own === place.read(`run-${form}/network.${form}`)).toBe(true);
  });

  test("reports progress, and can be canceled", async () => {
    const reported: number[] = [];
    const replayer = createReplay(jumpingClock(() => reported.length === 20 && replayer.cancel()));
    await expect(replayer.exportNetwork(changed, ticks, "gexf", (tick) => reported.push(tick))).rejects.toThrow("canceled");
    expect(reported).toEqual(Array.from({ length: 20 }, (_, tick) => tick));
  });
});

describe("a start from plain data", () => {
  test("gives parameters of its own precedence over the scenario's", () => {
    const { parameters } = beginRun({ ...start, scenario: "no_gossip", parameters: { trust_checks: true } }).run;
    expect([parameters.gossip, parameters.trustChecks]).toEqual([false, true]);
  });

  test("takes the number of agents from the file, and a larger circle of the scenario gives way", () => {
    const people = handPeople(12);
    const { run } = beginRun({ seed: "1", scenario: "class_of_25", parameters: {}, interventions: [], people });
    expect([run.parameters.agents, run.parameters.circleSize]).toEqual([12, 12]);
  });

  test("lists the defaults that gave way", () => {
    expect(beginRun({ seed: "1", parameters: { agents: 5 }, interventions: [] }).notes).toEqual([
      expect.stringContaining("ties_within is 3.2 in circles of 5 instead of its default"),
      expect.stringContaining("ties_across is 0 in one circle instead of its default"),
    ]);
  });

  test("reports every fault at once", () => {
    const wrong = { seed: "1", parameters: { agents: -1, gosip: true }, interventions: [{ tick: 0 }] };
    expect(() => beginRun(wrong)).toThrow(/agents must be[\s\S]*gosip[\s\S]*interventions\[0\]/);
  });
});

function handPeople(count: number): NonNullable<Start["people"]> {
  const none = () => new Float64Array(count).fill(Number.NaN);
  return {
    names: Array.from({ length: count }, (_, k) => `person ${k}`),
    circleNames: [],
    circle: new Int32Array(count).fill(-1),
    domain: new Int32Array(count).fill(-1),
    expertise: none(),
    status: none(),
    traits: new Float64Array(count * 7).fill(Number.NaN),
  };
}
