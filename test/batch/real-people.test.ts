import { UndirectedGraph } from "graphology";
import { karateClub } from "graphology-generators/social/index.js";
import { describe, expect, test } from "vitest";
import { Workplace } from "../helpers/command-line.ts";
import { refused } from "../helpers/refused.ts";

const place = new Workplace();

// Zachary 1977, from graphology's collection: who met whom in a karate club, and whose side each member took.
const club = karateClub(UndirectedGraph);

/** A descriptive name for each member. The instructor and the president have their own. */
const nameOf = (node: string) => (node === "0" ? "Mr. Hi" : node === "33" ? "John A." : `member ${node}`);

function karateAsGraphml(): string {
  const nodes = club.mapNodes(
    (node, { club: side }) => `<node id="n${node}"><data key="l">${nameOf(node)}</data><data key="c">${side}</data></node>`,
  );
  const edges = club.mapEdges((_edge, _attributes, source, target) => `<edge source="n${source}" target="n${target}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="l" for="node" attr.name="label" attr.type="string"/><key id="c" for="node" attr.name="club" attr.type="string"/>
<graph edgedefault="undirected">
${[...nodes, ...edges].join("\n")}
</graph></graphml>
`;
}

describe("the karate club", () => {
  place.write("karate.graphml", karateAsGraphml());

  test("starts with its 34 members, their names and sides, and its 78 ties from both ends", async () => {
    const { stderr } = await place.succeed("run", "--network", "karate.graphml", "--ticks", "0", "--out", "start", "--quiet");
    expect(stderr).toBe("karate.graphml: 34 agents, 78 ties; 2 circles from the file\n");
    const agents = place.records("start/agents.csv");
    expect(agents.map(({ name, circle }) => [name, circle])).toEqual(club.mapNodes((node, { club: side }) => [nameOf(node), side]));
    const expected = club.mapEdges((_edge, _attributes, source, target) => [`${source} ${target}`, `${target} ${source}`]).flat();
    const ties = place.records("start/ties.csv");
    expect(ties.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(expected.sort());
    // Without weights, every tie starts at w_init.
    expect(new Set(ties.map(({ strength }) => strength))).toEqual(new Set(["0.15"]));
    for (const { agent, degree } of agents) expect(Number(degree)).toBe(club.degree(agent));
  });

  test("runs for a year, and the same twice", async () => {
    for (const folder of ["year", "year again"])
      await place.succeed("run", "--network", "karate.graphml", "--ticks", "52", "--out", folder, "--quiet");
    for (const file of ["run.json", "series.csv", "agents.csv", "ties.csv"])
      expect(place.read(`year/${file}`) === place.read(`year again/${file}`), file).toBe(true);
    expect(place.records("year/agents.csv")).toHaveLength(34);
    expect(Number(place.records("year/series.csv").at(-1)?.strong_ties)).toBeGreaterThan(0);
  });
});

describe("a network in CSV", () => {
  place.write(
    "office.csv",
    `from,to,weight,from_circle,to_circle
Ann,Bo,3,red,red
Bo,Ann,3,red,red
Bo,Cy,1,red,blue
Cy,=2+3,2,blue,blue
Bo,Cy,1,red,blue
Cy,Cy,9,blue,blue
"<b>Dee</b>, ""Dr""",Ann,10,blue,red
`,
  );

  test("keeps names, circles, weights and directions, and counts duplicates and loops", async () => {
    const { stderr } = await place.succeed("run", "--network", "office.csv", "--ticks", "0", "--out", "office", "--quiet");
    expect(stderr).toBe("office.csv: 5 agents, 4 ties, 3 one way, 1 repeated line, 1 self-loop; 2 circles from the file\n");
    const agents = place.records("office/agents.csv");
    expect(agents.map(({ name }) => name)).toEqual(["Ann", "Bo", "Cy", "'=2+3", '<b>Dee</b>, "Dr"']);
    expect(agents.map(({ circle }) => circle)).toEqual(["red", "red", "blue", "blue", "blue"]);
  });

  test("gives each tie an initial strength of 0.05 + 0.75 times the rank share of its weight", () => {
    const strengths = Object.fromEntries(
      place.records("office/ties.csv").map(({ from, to, strength }) => [`${from} ${to}`, Number(strength)]),
    );
    // Weights: Ann–Bo (3 + 3) / 2 = 3, Bo–Cy 1 + 1 = 2, Cy–=2+3 2, Dee–Ann 10. Ranks 3, 1½, 1½, 4 of 4.
    const share = (rank: number) => 0.05 + 0.75 * ((rank - 1) / 3);
    expect(strengths["0 1"]).toBeCloseTo(share(3), 12);
    expect(strengths["1 2"]).toBeCloseTo(share(1.5), 12);
    expect(strengths["3 2"]).toBeCloseTo(share(1.5), 12);
    expect(strengths["4 0"]).toBeCloseTo(share(4), 12);
    for (const pair of Object.keys(strengths)) expect(strengths[pair.split(" ").reverse().join(" ")]).toBe(strengths[pair]);
  });

  test("gives a person who names another without being named the prior of a trusting agent", () => {
    const trusting = place.records("office/agents.csv").map((agent) => Number(agent.trusting));
    const oneWay = ["1 2", "2 3", "4 0"];
    for (const row of place.records("office/ties.csv")) {
      const u = oneWay.includes(`${row.from} ${row.to}`) ? 1 : trusting[Number(row.from)];
      expect(Number(row.credibility)).toBeCloseTo(0.4 + 0.2 * (u - 0.5), 12);
      expect(Number(row.reliability)).toBeCloseTo(0.4 + 0.2 * (u - 0.5), 12);
      expect(Number(row.intimacy)).toBeCloseTo(0.6 * (0.4 + 0.2 * (u - 0.5)), 12);
      expect(Number(row.self_orientation)).toBeCloseTo(0.5 - 0.2 * (u - 0.5), 12);
    }
  });

  test("gets an apostrophe before names that look like formulas, which is removed when read again", async () => {
    // The agents.csv of a run is an agents file, and its ties.csv a network.
    await place.succeed(
      "run",
      "--network",
      "office.csv",
      "--agents",
      "office/agents.csv",
      "--ticks",
      "0",
      "--out",
      "office again",
      "--quiet",
    );
    const names = (folder: string) => place.records(`${folder}/agents.csv`).map(({ name }) => name);
    expect(names("office again")).toEqual(names("office"));
    place.write("plain.csv", "from,to\n=2+3,Cy\n");
    await place.succeed(
      "run",
      "--network",
      "plain.csv",
      "--agents",
      "office/agents.csv",
      "--ticks",
      "0",
      "--out",
      "joined",
      "--quiet",
    );
    expect(names("joined").filter((name) => name.includes("2+3"))).toEqual(["'=2+3"]);
  });
});

describe("an agents file", () => {
  test("sets what it contains, and the rest is drawn as usual", async () => {
    place.write("people.csv", "name,domain,openness,status\nAnn,3,0.25,\nBo,,,0.5\nCy,,,\n-1,,,\n");
    const flags = ["--set", "ties_within=2", "--seed", "s", "--ticks", "0", "--quiet"];
    await place.succeed("run", "--agents", "people.csv", ...flags, "--out", "known");
    await place.succeed("run", "--set", "agents=4", ...flags, "--out", "drawn");
    const [known, drawn] = ["known", "drawn"].map((folder) => place.records(`${folder}/agents.csv`));
    expect(known.map(({ name }) => name)).toEqual(["Ann", "Bo", "Cy", "'-1"]);
    expect(known[0]).toMatchObject({ domain: "3", openness: "0.25", sharing: drawn[0].sharing, status: drawn[0].status });
    expect(known[1]).toMatchObject({ domain: drawn[1].domain, status: "0.5", openness: drawn[1].openness });
    expect({ ...known[2], name: "" }).toEqual(drawn[2]);
  });
});

describe("ratings and contacts", () => {
  place.write("ratings.csv", "7,3,4,100\n3,7,-8,200\n7,9,10,300\n7,3,1,400\n");
  const choices = ["--columns", "from=1,to=2,trust=3,time=4", "--trust-scale=-10,10"];

  test("start both directions of a tie from their own ratings, and a record repeats the run", async () => {
    const { stderr } = await place.succeed(
      "run",
      "--network",
      "ratings.csv",
      ...choices,
      "--ticks",
      "5",
      "--out",
      "rated",
      "--quiet",
    );
    expect(stderr).toContain("3 trust ratings by direction, 1 of them distrust");
    await place.succeed("run", "--network", "ratings.csv", ...choices, "--ticks", "0", "--out", "rated start", "--quiet");
    const trust = place.records("rated start/ties.csv").map((tie) => [tie.from, tie.to, Number(tie.trust_share), tie.evidence]);
    expect(trust.slice(0, 2)).toEqual([
      ["0", "1", expect.closeTo(0.55, 14), "5"],
      ["0", "2", expect.closeTo(1, 14), "5"],
    ]);
    expect(trust[2]).toEqual(["1", "0", expect.closeTo(0.1, 14), "5"]);
    const repeated = await place.succeed("run", "--config", "rated/run.json", "--out", "rated again", "--quiet");
    expect(repeated.stderr).not.toContain("differs");
    expect(place.read("rated again/ties.csv")).toBe(place.read("rated/ties.csv"));
  });

  test("start with encounters before the run, and a record repeats the run", async () => {
    place.write("calls.csv", "from,to,time\na,b,0\na,b,3\nb,c,5\na,c,9\n");
    const choices = ["--time-unit", "week", "--until", "7"];
    await place.succeed("run", "--network", "calls.csv", ...choices, "--ticks", "0", "--out", "called", "--quiet");
    const last = place.records("called/ties.csv").map(({ from, to, last_encounter }) => `${from} ${to} ${last_encounter}`);
    expect(last).toEqual(["0 1 -4", "1 0 -4", "1 2 -2", "2 1 -2"]);
    await place.succeed("run", "--config", "called/run.json", "--out", "called again", "--quiet");
    expect(place.read("called again/series.csv")).toBe(place.read("called/series.csv"));
    expect(JSON.parse(place.read("called/run.json")).network).toMatchObject({ time_unit: "week", until: "7" });
  });

  test("need a network, a known unit and a scale", async () => {
    const problems = await refused(place, "run", "--trust-scale", "good", "--time-unit", "weeks", "--until", "7");
    for (const fault of [
      "--trust-scale needs --network, because it says how to read a network file",
      "--trust-scale: must be share, score, or",
      '--time-unit: unknown unit "weeks" (did you mean "week"?)',
      "--until needs --network",
    ])
      expect(problems.join("\n")).toContain(fault);
  });
});
