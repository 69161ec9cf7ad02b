import { beforeAll, expect, test } from "vitest";
import { Workplace } from "../helpers/command-line.ts";

const place = new Workplace();
const small = ["--set", "agents=40", "--set", "circle_size=20", "--set", "circle_spread=0", "--set", "favor_rate=0.5"];
const beliefs = ["credibility", "reliability", "intimacy", "self_orientation"];
let pair: [string, string];

beforeAll(async () => {
  await place.succeed("run", ...small, "--ticks", "60", "--events", "--out", "run", "--quiet");
  const { from, to } = place.records("run/events.csv").findLast(({ kind }) => kind === "promise_broken") as Record<string, string>;
  pair = [to, from];
});

/** Rows of a table that a command prints. */
async function rowsOf(...args: string[]): Promise<Record<string, string>[]> {
  const { stdout } = await place.succeed("why", "run", ...args, "--csv");
  return place.records(place.write("why.csv", stdout));
}

test("the last row of each direction has the beliefs of ties.csv", async () => {
  const rows = await rowsOf("--tie", pair.join());
  for (const [believer, about] of [pair, [...pair].reverse()]) {
    const last = rows.findLast((row) => row.believer === believer) as Record<string, string>;
    const tie = place.records("run/ties.csv").find(({ from, to }) => from === believer && to === about);
    expect(beliefs.map((name) => last[name])).toEqual(beliefs.map((name) => tie?.[name] ?? ""));
  }
});

test("says in words what happened, newest first, with what it moved", async () => {
  const { stdout } = await place.succeed("why", "run", "--tie", pair.join());
  const lines = stdout.trim().split("\n");
  const broken = place
    .records("run/events.csv")
    .filter(({ kind, from, to }) => kind === "promise_broken" && from === pair[1] && to === pair[0]);
  const { tick, value } = broken.at(-1) as Record<string, string>;
  const promise = value === "1" ? `a promise that ${pair[0]} relied on` : `a promise to ${pair[0]}`;
  const date = `year ${Math.ceil(Number(tick) / 52)}, week ${((Number(tick) - 1) % 52) + 1}`;
  const line = lines.find((text) => text.startsWith(`${date}: ${pair[1]} broke ${promise}. `));
  expect(line).toMatch(/Reliability \d+\.\d → \d+\.\d, self-orientation \d+\.\d → \d+\.\d, T \d+\.\d → \d+\.\d$/);
  expect(lines.at(-1)).toMatch(/^start: |got to know|introduced/);
});

test("an agent's missed chances are those of the events", async () => {
  const rows = await rowsOf("--agent", pair[0]);
  const refused = place.records("run/events.csv").filter(({ kind, to }) => kind === "refused" && to === pair[0]);
  expect(rows.filter(({ kind }) => kind === "missed_favor").map(({ tick, believer }) => [tick, believer])).toEqual(
    refused.map(({ tick, from }) => [tick, from]),
  );
  const { stdout } = await place.succeed("why", "run", "--agent", pair[0]);
  expect(stdout).toContain(`chances missed: ${rows.filter(({ kind }) => kind.startsWith("missed_")).length} (`);
});
