import { describe, expect, test } from "vitest";
import { plainParameters } from "../../sim/parameters/check-parameters.ts";
import { intervene } from "../../sim/run/run.ts";
import { runRecord } from "../../sim/run/run-record.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { VERSION } from "../../sim/version.ts";
import { advanceTo, few, makeRun } from "../helpers/make-run.ts";

describe("a run record", () => {
  const parameters = { ...few, follow_up_interval: "never", gossip: "off" };
  const run = makeRun({ parameters, seed: "büro 3", interventions: [{ tick: 4, set: { gossip: "on" }, until: 9 }] });
  advanceTo(run, 5);
  intervene(run, { set: { noise: 0.3 } });
  advanceTo(run, 30);
  const record = runRecord(run, { every: 13 });

  test("holds the program, its version, seed, ticks, every parameter, interventions and the state hash", () => {
    expect(record).toEqual({
      program: "weakties",
      version: VERSION,
      seed: "büro 3",
      ticks: 30,
      every: 13,
      parameters: plainParameters(run.parameters),
      interventions: [
        { tick: 4, set: { gossip: true }, until: 9 },
        { tick: 6, set: { noise: 0.3 } },
      ],
      state_hash: stateHash(run),
    });
  });

  test("holds the parameters at the start, not later settings", () => {
    expect(record.parameters).toMatchObject({ noise: 0.15, follow_up_interval: "never", gossip: false });
  });

  test("survives a file and repeats the run to the same state", () => {
    const read = JSON.parse(JSON.stringify(record));
    expect(read).toEqual(record);
    const again = advanceTo(makeRun(read), read.ticks);
    expect(runRecord(again, { every: read.every })).toEqual(record);
  });

  test("lists the scenario, waves, events and files if there are any, each in its place", () => {
    const file = { file: "office.csv", sha256: "ab" };
    const details = { scenario: "default", every: 5, tiesEvery: 52, events: true, network: file, agents: file };
    expect(Object.keys(runRecord(run, details))).toEqual([
      ..."program,version,scenario,seed,ticks,every,ties_every,events,network,agents,parameters,interventions,state_hash".split(
        ",",
      ),
    ]);
    expect(runRecord(run, { ...details, events: false })).not.toHaveProperty("events");
  });
});
