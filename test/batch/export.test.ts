import { existsSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { Faults } from "../../formats/faults.ts";
import { readGexf } from "../../formats/network/read-gexf.ts";
import { readGraphml } from "../../formats/network/read-graphml.ts";
import { readJson } from "../../formats/network/read-json.ts";
import { Workplace } from "../helpers/command-line.ts";

/*
The forms are those that the packages document:
- RSiena, help on sienaDependent (code 10 for structural zeros) and sienaCompositionChangeFromFile (one line per actor, a series of
  numbers that are the intervals of presence): https://search.r-project.org/CRAN/refmans/RSiena/html/sienaCompositionChange.html
- goldfish, help on defineNodes (label, present) and linkEvents (time, sender, receiver; time, node, replace):
  https://search.r-project.org/CRAN/refmans/goldfish/html/linkEvents.html
- networkDynamic, help on networkDynamic (onset, terminus, vertex.id; onset, terminus, tail, head):
  https://search.r-project.org/CRAN/refmans/networkDynamic/html/networkDynamic.html
- tidygraph, help on tbl_graph: from and to are rows of the nodes, from 1
- GEXF: https://gexf.net/schema.html, GraphML: http://graphml.graphdrawing.org/specification.html
*/

const place = new Workplace();
const ticks = [0, 13, 26, 39];
const formats = ["siena", "goldfish", "networkdynamic", "graphml", "gexf", "node-link", "tidygraph"];
const newcomers = ["Zo & <Co>", "=1+1"];
const present = Array.from({ length: 26 }, (_, agent) => agent).filter((agent) => agent !== 0 && agent !== 3);
const labelOf = (agent: number) => newcomers[agent - 24] ?? String(agent);

/** Active ties by the run's own table: pair to strength. */
function tiesAt(tick: number): Map<string, number> {
  const rows = place.records("run/ties.csv").filter((row) => Number(row.tick) === tick && Number(row.from) < Number(row.to));
  return new Map(
    rows.filter(({ strength }) => Number(strength) >= 0.05).map(({ from, to, strength }) => [`${from} ${to}`, Number(strength)]),
  );
}

beforeAll(async () => {
  place.write(
    "changes.yaml",
    `- {tick: 10, add: 2, names: ${JSON.stringify(newcomers)}}\n- {tick: 30, remove: [0, 3]}\n- {tick: 33, move: 7, to_circle: 1}\n`,
  );
  const small = [
    "--set",
    "agents=24",
    "--set",
    "circle_size=12",
    "--set",
    "circle_spread=0",
    "--ticks",
    "39",
    "--interventions",
    "changes.yaml",
  ];
  await place.succeed("run", ...small, "--ties-every", "13", "--events", "--quiet", "--out", "run");
  for (const format of formats) await place.succeed("export", "run", "--to", format, "--every", "13");
}, 120_000);

describe("siena", () => {
  const matrix = (wave: number) =>
    place
      .read(`run-siena/wave_${wave}.dat`)
      .trimEnd()
      .split("\n")
      .map((line) => line.split(" "));

  test("has a matrix for each wave with the ties of that tick", () => {
    for (const [k, tick] of ticks.entries()) {
      if (tick === 0) continue; // ties.csv has no wave of the start
      const cells = matrix(k + 1);
      expect(cells.map((row) => row.length)).toEqual(Array.from({ length: 26 }, () => 26));
      const pairs = cells.flatMap((row, from) => row.flatMap((cell, to) => (cell === "1" && from < to ? [`${from} ${to}`] : [])));
      expect(pairs).toEqual([...tiesAt(tick).keys()]);
      for (const [from, row] of cells.entries()) expect(row).toEqual(cells.map((other) => other[from]));
    }
  });

  test("has structural zeros for everyone who is absent, and only for them", () => {
    const absent = (wave: number) =>
      matrix(wave).flatMap((row, actor) => (row.filter((cell) => cell === "10").length === 25 ? [actor] : []));
    expect([1, 2, 3, 4].map(absent)).toEqual([[24, 25], [], [], [0, 3]]);
    expect(matrix(2).flat()).not.toContain("10");
  });

  test("has the intervals of presence in waves", () => {
    const lines = place.read("run-siena/composition.dat").trimEnd().split("\n");
    // 30 is 4 ticks after the third wave, 10 is 10 ticks after the first.
    expect([lines[0], lines[1], lines[24]]).toEqual([`1 ${3 + 4 / 13}`, "1 4", `${1 + 10 / 13} 4`]);
    expect(lines).toHaveLength(26);
  });

  test("has covariates, and circles that change", () => {
    const facts = place.records("run-siena/covariates.csv");
    const agents = place.records("run/agents.csv");
    for (const agent of agents)
      for (const name of ["expertise", "status", "trusting"]) expect(facts[Number(agent.agent)][name]).toBe(agent[name]);
    expect(Object.values(place.records("run-siena/circles.csv")[7])).toEqual(["1", "1", "1", "2"]);
    expect(place.records("run-siena/circles.csv")[24].wave_1).toBe("NA");
  });

  test("writes NA for the absent on request, and takes strong ties only", async () => {
    await place.succeed("export", "run", "--to", "siena", "--every", "13", "--absent", "NA", "--ties", "strong", "--out", "strong");
    const text = place.read("strong/wave_4.dat");
    expect(text).toMatch(/^0( NA){25}\n/);
    const strong = [...tiesAt(39).values()].filter((strength) => strength >= 0.4);
    expect(strong.length).toBeGreaterThan(3);
    expect(text.match(/\b1\b/g)).toHaveLength(2 * strong.length);
  });
});

describe("goldfish", () => {
  test("has nodes with label and present, and who comes and goes", () => {
    const nodes = place.records("run-goldfish/nodes.csv");
    expect(Object.keys(nodes[0]).slice(0, 2)).toEqual(["label", "present"]);
    expect(nodes.map(({ present }) => present)).toEqual([...Array(24).fill("TRUE"), "FALSE", "FALSE"]);
    expect(place.table("run-goldfish/composition.csv")).toEqual([
      ["time", "node", "replace"],
      ["10", "Zo & <Co>", "TRUE"],
      ["10", "'=1+1", "TRUE"],
      ["30", "0", "FALSE"],
      ["30", "3", "FALSE"],
    ]);
  });

  test("has changes of ties that lead to the ties of each wave", () => {
    const rows = place.records("run-goldfish/ties.csv");
    const numbers = new Map(Array.from({ length: 26 }, (_, agent) => [labelOf(agent).replace(/^=/, "'="), agent]));
    const state = new Set<string>();
    for (const tick of ticks) {
      for (const { sender, receiver, replace } of rows.filter(({ time }) => Number(time) === tick)) {
        const pair = `${numbers.get(sender)} ${numbers.get(receiver)}`;
        expect(state.has(pair)).toBe(replace === "0");
        if (replace === "1") state.add(pair);
        else state.delete(pair);
      }
      if (tick > 0) expect([...state].sort()).toEqual([...tiesAt(tick).keys()].sort());
    }
  });

  test("has every event in the table of its kind, except for the birth of news, which has no receiver", () => {
    const events = place.records("run/events.csv");
    const kinds = new Set(events.map((event) => event.kind));
    expect(kinds.delete("news_born")).toBe(true);
    expect(existsSync(place.path("run-goldfish/events_news_born.csv"))).toBe(false);
    for (const kind of kinds) {
      const expected = events.filter((event) => event.kind === kind).map(({ tick, from }) => [tick, labelOf(Number(from))]);
      const rows = place.records(`run-goldfish/events_${kind}.csv`);
      expect(rows.map(({ time, sender }) => [time, sender.replace(/^'/, "")])).toEqual(expected);
      expect(new Set(rows.map(({ increment }) => increment))).toEqual(new Set(["1"]));
    }
  });
});

test("networkdynamic has spells of edges within those of their vertices, and strengths at each wave", () => {
  const vertices = place.records("run-networkdynamic/vertex_spells.csv");
  expect(Object.keys(vertices[0])).toEqual(["onset", "terminus", "vertex.id"]);
  expect([vertices[0], vertices[24]].map((row) => Object.values(row))).toEqual([
    ["0", "30", "1"],
    ["10", "40", "25"],
  ]);
  const edges = place.records("run-networkdynamic/edge_spells.csv");
  expect(Object.keys(edges[0]).slice(0, 4)).toEqual(["onset", "terminus", "tail", "head"]);
  for (const { onset, terminus, tail, head } of edges) {
    expect(Number(onset)).toBeLessThan(Number(terminus));
    for (const id of [tail, head]) {
      const vertex = vertices[Number(id) - 1];
      expect(Number(onset)).toBeGreaterThanOrEqual(Number(vertex.onset));
      expect(Number(terminus)).toBeLessThanOrEqual(Number(vertex.terminus));
    }
  }
  for (const tick of ticks.slice(1)) {
    const wave = edges.filter(({ onset }) => Number(onset) === tick);
    const strengths = wave.map(({ tail, head, strength }) => [`${Number(tail) - 1} ${Number(head) - 1}`, Number(strength)]);
    expect(strengths).toEqual([...tiesAt(tick)]);
  }
});

describe("the ties of the last tick", () => {
  const own = () => place.records("run/ties.csv").filter((row) => row.tick === "39" && Number(row.strength) >= 0.05);

  test.each([
    ["graphml", "network.graphml", readGraphml],
    ["node-link", "network.json", readJson],
  ])("%s: our reader gets the same names, circles, ties and strengths in both directions", (format, file, read) => {
    const faults = new Faults(file);
    const { names, circles, from, to, weight, directed, tieAttributes } = read(place.read(`run-${format}/${file}`), faults, {});
    faults.throwIfAny();
    expect(names).toEqual(present.map(labelOf));
    expect(circles).toEqual(place.records("run/agents.csv").map(({ circle }) => circle));
    expect(directed.every((one) => one)).toBe(true);
    const ties = from.map((one, tie) => [names[one], names[to[tie]], weight[tie]]);
    expect(ties).toEqual(own().map((row) => [labelOf(Number(row.from)), labelOf(Number(row.to)), Number(row.strength)]));
    expect(tieAttributes.get("credibility")).toEqual(own().map(({ credibility }) => credibility));
  });

  test("tidygraph: edges refer to rows of the nodes, from 1", () => {
    const nodes = place.records("run-tidygraph/nodes.csv");
    expect(nodes.map(({ agent }) => Number(agent))).toEqual(present);
    const edges = place.records("run-tidygraph/edges.csv");
    const agentAt = (row: string) => nodes[Number(row) - 1].agent;
    expect(edges.map(({ from, to, trust_share }) => [agentAt(from), agentAt(to), trust_share])).toEqual(
      own().map(({ from, to, trust_share }) => [from, to, trust_share]),
    );
  });
});

test("gexf: our reader gets everyone, every pair that was ever a tie, and its last strength", () => {
  const text = place.read("run-gexf/network.gexf");
  const faults = new Faults("network.gexf");
  const { names, from, to, weight } = readGexf(text, faults, {});
  faults.throwIfAny();
  expect(names).toEqual(Array.from({ length: 26 }, (_, agent) => labelOf(agent)));
  const read = new Map(from.map((one, tie) => [`${one} ${to[tie]}`, weight[tie]]));
  for (const tick of ticks.slice(1)) for (const pair of tiesAt(tick).keys()) expect(read.has(pair)).toBe(true);
  for (const [pair, strength] of tiesAt(39)) expect(read.get(pair)).toBe(strength);
  expect(text).toContain('label="Zo &amp; &lt;Co&gt;"');
  expect(text).toMatch(/<node id="0" .*<spell start="0" end="29"\/><\/spells><\/node>/);
  expect(text).toMatch(/<node id="24" .*<spell start="10" end="39"\/><\/spells><\/node>/);
});

describe("what cannot be exported is refused", () => {
  test.each<[string, string[], RegExp]>([
    ["no folder and no format", [], /needs the folder of a run\n.*needs --to with one of siena, /],
    ["a format that is not known", ["run", "--to", "gefx"], /--to must be one of .*, got "gefx" \(did you mean "gexf"\?\)/],
    ["a folder that is not a run", [".", "--to", "gexf", "--out", "new"], /is not the folder of a run: run.json cannot be read/],
    ["a folder that is not empty", ["run", "--to", "gexf"], /--out: run-gexf already exists and is not empty/],
    ["an option of another format", ["run", "--to", "gexf", "--absent", "NA", "--out", "new"], /--absent is for --to siena only/],
  ])("%s", async (_, args, message) => {
    const before = place.listing();
    const { code, stderr } = await place.weakties("export", ...args);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(message) });
    expect(place.listing()).toEqual(before);
  });

  test("a replay that ends in another state than its record", async () => {
    await place.succeed("run", "--set", "agents=24", "--set", "circle_size=12", "--ticks", "3", "--quiet", "--out", "edited");
    const record = JSON.parse(place.read("edited/run.json"));
    writeFileSync(place.path("edited/run.json"), JSON.stringify({ ...record, seed: "other" }));
    const { code, stderr } = await place.weakties("export", "edited", "--to", "graphml");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`the replay differs from the record: state hash`),
    });
    expect(place.listing().some((line) => line.startsWith("edited-graphml"))).toBe(false);
  });
});
