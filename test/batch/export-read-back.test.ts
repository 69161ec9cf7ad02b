import { beforeAll, describe, expect, test } from "vitest";
import { readAgents } from "../../formats/agents.ts";
import { joinPeople } from "../../formats/join-people.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { BELIEFS } from "../../sim/index.ts";
import { Workplace } from "../helpers/command-line.ts";

const place = new Workplace();

/** What a tie holds in one direction: beliefs and evidence, as ties.csv has them. */
const beliefs = ["credibility", "reliability", "intimacy", "self_orientation", "evidence"] as const;

beforeAll(async () => {
  const flags = ["--set", "agents=30", "--set", "circle_size=10", "--ticks", "60", "--seed", "back", "--quiet"];
  await place.succeed("run", ...flags, "--out", "run");
  for (const format of ["graphml", "node-link", "tidygraph", "gexf"]) await place.succeed("export", "run", "--to", format);
});

/** By direction, the beliefs and the evidence that the run ended with, of ties that are active. */
function beliefsOfRun(): Map<string, string> {
  const rows = place.records("run/ties.csv").filter(({ strength }) => Number(strength) >= 0.05);
  return new Map(rows.map((row) => [`${row.from} ${row.to}`, beliefs.map((column) => Number(row[column])).join(" ")]));
}

/** The same of an export that was read back. Agents without names are called by their numbers. */
function beliefsRead(file: string, agents?: string): Map<string, string> {
  const network = readNetwork(place.read(file), { file, seed: "1" });
  const rows = agents === undefined ? undefined : readAgents(place.read(agents), agents, { domains: 6 });
  const { people, ties } = rows === undefined ? network : joinPeople(network, rows, { file: agents ?? "", seed: "1" });
  const { ratings } = ties;
  const read = new Map<string, string>();
  for (const [tie, lower] of ties.lower.entries())
    for (const [side, ends] of [[lower, ties.upper[tie] ?? 0] as const, [ties.upper[tie] ?? 0, lower] as const].entries()) {
      const direction = 2 * tie + side;
      const values = [
        ...(ratings?.beliefs.subarray(direction * BELIEFS, (direction + 1) * BELIEFS) ?? []),
        ratings?.evidence[direction] ?? Number.NaN,
      ];
      read.set(ends.map((agent) => people.names[agent]).join(" "), values.join(" "));
    }
  return read;
}

describe("an export that is read back", () => {
  test.each([
    ["GraphML", "run-graphml/network.graphml", undefined],
    ["node-link JSON", "run-node-link/network.json", undefined],
    ["tidygraph's tables", "run-tidygraph/edges.csv", "run-tidygraph/nodes.csv"],
  ])("%s has every belief and all evidence exactly", (_, file, agents) => {
    const expected = beliefsOfRun();
    expect(expected.size).toBeGreaterThan(100);
    expect(beliefsRead(file, agents)).toEqual(expected);
  });

  test("has the strengths as weights, of which only the order counts", () => {
    const { ties, people } = readNetwork(place.read("run-graphml/network.graphml"), { file: "network.graphml", seed: "1" });
    const strengths = new Map(place.records("run/ties.csv").map(({ from, to, strength }) => [`${from} ${to}`, Number(strength)]));
    const own = Array.from(
      ties.lower,
      (lower, tie) => strengths.get(`${people.names[lower]} ${people.names[ties.upper[tie] ?? 0]}`) ?? 0,
    );
    const order = (values: ArrayLike<number>) => [...own.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
    expect(order(ties.weightRank)).toEqual(order(own));
    expect(Math.max(...ties.weightRank)).toBe(1);
  });

  test("GEXF has no beliefs, because its ties have no direction", () => {
    const { ties, summary } = readNetwork(place.read("run-gexf/network.gexf"), { file: "network.gexf", seed: "1" });
    expect(ties.ratings).toBeUndefined();
    expect(summary.oneWay).toBe(0);
  });
});
