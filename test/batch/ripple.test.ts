import { beforeAll, expect, test } from "vitest";
import { Workplace } from "../helpers/command-line.ts";

const place = new Workplace();
const small = ["--set", "agents=40", "--set", "circle_size=20", "--set", "circle_spread=0", "--set", "favor_rate=0.5"];
let broken: Record<string, string>;

beforeAll(async () => {
  await place.succeed("run", ...small, "--ticks", "30", "--events", "--out", "run", "--quiet");
  broken = place.records("run/events.csv").filter(({ kind, tick }) => kind === "promise_broken" && Number(tick) > 10)[0];
});

/** The promise with an outcome, as the flag takes it. */
function eventOf({ tick, from, to }: Record<string, string>, outcome: string): string {
  return `{tick: ${tick}, promise: {asker: ${to}, promiser: ${from}, outcome: ${outcome}}}`;
}

test("the ripple of one event begins with the two, and its tables agree with each other", async () => {
  const { stdout } = await place.succeed("ripple", "run", "--event", eventOf(broken, "kept"), "--weeks", "20", "--out", "one");
  const [ripple] = place.records("one/ripples.csv");
  expect(ripple).toMatchObject({ event: "1", arm: "as_is", kind: "promise", outcome: "kept", one: broken.to, other: broken.from });
  const weeks = place.records("one/ripple-weeks.csv");
  const agents = place.records("one/ripple-agents.csv");
  expect(weeks.map(({ tick }) => Number(tick))).toEqual(Array.from({ length: 20 }, (_, week) => Number(broken.tick) + week));
  expect(weeks.reduce((sum, week) => sum + Number(week.new_agents), 0)).toBe(agents.length);
  expect(Number(ripple.agents)).toBe(agents.length);
  expect(Number(ripple.most_noticed)).toBe(Math.max(...weeks.map(({ noticed }) => Number(noticed))));
  expect(agents.find(({ agent }) => agent === broken.to)).toMatchObject({ week: "1", distance: "0", via: "" });
  for (const { agent, via } of agents.filter((row) => row.via !== ""))
    expect(
      agents.some((row) => row.agent === via),
      `${agent} via ${via}`,
    ).toBe(true);
  expect(stdout).toContain(`promise of agents ${broken.to} and ${broken.from}, now kept`);
});

test("the turned world is the run with that intervention, and the other one is the run", async () => {
  const given = eventOf(broken, "kept");
  place.write("turn.yaml", `- ${given}\n`);
  const ticks = ["--ticks", String(Number(broken.tick) + 4), "--quiet"];
  await place.succeed("run", ...small, ...ticks, "--interventions", "turn.yaml", "--out", "turned");
  await place.succeed("run", ...small, ...ticks, "--out", "as-drawn");
  await place.succeed("ripple", "run", "--event", given, "--weeks", "5", "--out", "five");
  const beliefs = (folder: string) =>
    new Map(
      place
        .records(`${folder}/ties.csv`)
        .map(({ from, to, credibility, reliability, intimacy, self_orientation }) => [
          `${from} ${to}`,
          [credibility, reliability, intimacy, self_orientation].join(),
        ]),
    );
  const [one, other] = [beliefs("as-drawn"), beliefs("turned")];
  const differ = [...one].filter(([pair, text]) => other.has(pair) && other.get(pair) !== text).length;
  expect(differ).toBeGreaterThan(0);
  expect(Number(place.records("five/ripples.csv")[0].beliefs)).toBe(differ);
});

test("an event with the outcome that it has anyway is over at once", async () => {
  const { stdout } = await place.succeed("ripple", "run", "--event", eventOf(broken, "broken"), "--out", "same");
  expect(place.records("same/ripples.csv")[0]).toMatchObject({ weeks: "1", agents: "0", over_after: "0" });
  expect(stdout).toContain("0 agents reached; after 0 weeks nothing differs any more");
});

test("drawn promises are the same with and without a mechanism, and the tables have both worlds", async () => {
  await place.succeed("ripple", "run", "--draw", "6", "--weeks", "6", "--without", "gossip,bystanders", "--out", "many", "--quiet");
  const rows = place.records("many/ripples.csv");
  const of = (arm: string) =>
    rows.filter((row) => row.arm === arm).map(({ event, tick, one, other, made }) => [event, tick, one, other, made]);
  expect(of("as_is")).toHaveLength(6);
  expect(of("without_gossip_bystanders")).toEqual(of("as_is"));
});

test("says that there was no such event, and writes nothing", async () => {
  const before = place.listing();
  const { code, stderr } = await place.weakties(
    "ripple",
    "run",
    "--event",
    eventOf({ ...broken, from: broken.to, to: broken.from, tick: "1" }, "kept"),
  );
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining(`tick 1: no promise of ${broken.to} to ${broken.from} was due, so nothing was turned`),
  ]);
  expect(place.listing()).toEqual(before);
});
