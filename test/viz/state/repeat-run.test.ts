import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { runRecord } from "../../../sim/index.ts";
import { fileReader } from "../../../viz/downloads/read-files.ts";
import type { FromFile } from "../../../viz/state/from-file.ts";
import { createWorld } from "../../../viz/state/world.ts";
import { engineHere } from "../../helpers/engine-here.ts";
import { createFakeClock } from "../../helpers/fake-clock.ts";
import { advanceTo, makeRun } from "../../helpers/make-run.ts";

const network = "from,to\nAna,Bo\nBo,Chi\n";
const sha256 = createHash("sha256").update(network).digest("hex");

/** A run.json, and the hash in it. */
function recorded(change: Record<string, unknown> = {}) {
  const run = advanceTo(makeRun({ seed: "nine", interventions: [{ tick: 12, set: { gossip: false } }] }), 40);
  const record: Record<string, unknown> = { ...runRecord(run, { every: 13 }), ...change };
  return { text: JSON.stringify(record), hash: String(record.state_hash) };
}

async function world() {
  const here = engineHere(createFakeClock(2));
  const world = createWorld(here.connect);
  world.scenario.value = "no_follow_up"; // which has no burn-in
  world.chosen.value = { agents: 40, circle_size: 20, ties_within: 8 };
  await world.restart();
  await world.advance(5);
  return { world, ...here };
}

const opener =
  (text: string) =>
  async (options: { seed: string; domains: number }): Promise<FromFile> => {
    const read = await fileReader.read([new File([text], "run.json")], options);
    return { ...read, file: "run.json", summary: "", again: opener(text) };
  };

test("run.json restores seed, parameters and interventions, and the run at its tick, with the hash that is recorded", async () => {
  const { world: w, engine } = await world();
  const { text, hash } = recorded();
  await w.openFiles(opener(text));
  expect(engine.stateHash()).toBe(hash);
  expect(engine.record()).toMatchObject({ ticks: 40, start: { seed: "nine", interventions: [{ tick: 12 }] } });
  expect(w.notice.value?.lines[0]).toBe(`The run is at tick 40, with state hash ${hash}, as recorded.`);
  expect(w.seed.value).toBe("nine");
});

test("the run before it comes back at its tick", async () => {
  const { world: w, engine } = await world();
  const before = engine.stateHash();
  await w.openFiles(opener(recorded().text));
  w.notice.value?.actions?.[0]?.act();
  await expect.poll(() => w.notice.value).toBeUndefined();
  expect(engine.stateHash()).toBe(before);
  expect(w.seed.value).toBe("1973");
});

test("another state than recorded is an error, and a faulty record changes nothing", async () => {
  const { world: w, engine } = await world();
  await w.openFiles(opener(recorded({ state_hash: "0000000000000000" }).text));
  expect(w.notice.value?.kind).toBe("fault");
  expect(w.notice.value?.lines[0]).toMatch(/^The run differs from its record: state hash \w{16}, recorded 0{16} by weakties/);
  const here = engine.record();
  await w.openFiles(opener(recorded({ parameters: { agents: 1 } }).text));
  expect(w.notice.value?.kind).toBe("fault");
  expect(engine.record()).toEqual(here);
});

test("files that run.json names are asked for by name, and must be the same", async () => {
  const { text } = recorded({ network: { file: "../data/friends.csv", sha256 } });
  const options = { seed: "1", domains: 5 };
  const record = new File([text], "run.json");
  await expect(fileReader.read([record], options)).rejects.toThrow(
    'run.json: needs its network "friends.csv"; open both files together',
  );
  const other = new File(["from,to\nA,B\nB,C\n"], "friends.csv");
  await expect(fileReader.read([record, other], options)).rejects.toThrow(/friends\.csv: has changed: SHA-256 \w+, recorded/);
  const read = await fileReader.read([record, new File([network], "renamed.csv")], options);
  expect([read.people?.names.length, read.record?.seed]).toEqual([3, "nine"]);
});
