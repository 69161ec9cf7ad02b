import { describe, expect, test } from "vitest";
import { readNetwork } from "../../formats/network/read-network.ts";
import { type Reading, readOptionsOf } from "../../formats/network/read-options.ts";
import { csvLine, tieTableColumns } from "../../sim/index.ts";
import { problemsOf } from "../helpers/read-sample.ts";

const read = (text: string, reading: Reading, file = "file") => readNetwork(text, { file, seed: "1", ...readOptionsOf(reading) });
const problems = (text: string, reading: Reading, file?: string) => problemsOf(() => read(text, reading, file));

const matrix = ",A,B,C\nA,0,1,2\nB,1,0,3\nC,0,1,0\n";
const fixedWidth = "0110\n1001\n1001\n0110\n";
const graphml = `<graphml><key id="s" for="node" attr.name="house" attr.type="string"/>
<key id="c" for="edge" attr.name="calls" attr.type="double"/><graph edgedefault="directed">
<node id="a"><data key="s">x</data></node><node id="b"/><edge source="a" target="b"><data key="c">2</data></edge></graph></graphml>`;
const gexf = '<gexf><graph><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"/></edges></graph></gexf>';
const gml = "graph [\nnode [ id 1 ]\nnode [ id 2 ]\nedge [ source 1 target 2 ]\n]\n";
const json = '{"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b"}]}';
const pajek = '*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 2 3\n';
const dl = "dl n=2\nformat=edgelist1\ndata:\n1 2 3\n";
const networkx = "1 2 {'weight': 3}\n2 3 {'weight': 1}\n";

describe("a choice that a format cannot follow is refused", () => {
  const byAgents = "give the circles of agents with --agents";

  test.each([
    ["a matrix", matrix],
    ["a matrix", fixedWidth],
    ["UCINET DL", dl],
  ])("%s: columns and circles", (kind, text) => {
    expect(problems(text, { columns: "weight=calls,time=when", circle_column: "house" })).toEqual([
      `file: --columns: weight and time cannot be chosen in ${kind}; leave out --columns`,
      `file: --circle-column: cannot be chosen in ${kind}; ${byAgents}`,
    ]);
  });

  test.each([
    ["GraphML", graphml],
    ["GEXF", gexf],
    ["GML", gml],
    ["JSON", json],
    ["an edge list of networkx", networkx],
  ])("%s: the ends of ties, which it names itself", (kind, text) => {
    expect(problems(text, { columns: "from=1,to=2" })).toContain(
      `file: --columns: from and to cannot be chosen in ${kind}; only weight, trust, time can be`,
    );
  });

  test("Pajek: columns", () => {
    expect(problems(pajek, { columns: "from=1,to=2" })).toEqual([
      "file: --columns: from and to cannot be chosen in Pajek; leave out --columns",
    ]);
  });

  test("edge lists and those of networkx: one column for the circles of both ends", () => {
    expect(problems("from,to,house\nA,B,x\nB,C,y\n", { circle_column: "house" })).toEqual([
      `file: --circle-column: cannot be chosen in an edge list; call the columns of the two circles from_circle and to_circle, or ${byAgents}`,
    ]);
    expect(problems(networkx, { circle_column: "house" })).toEqual([
      `file: --circle-column: cannot be chosen in an edge list of networkx; ${byAgents}`,
    ]);
  });

  test("the ties.csv of a run: everything, unless its columns are chosen", () => {
    const row = { tick: 3, from: 0, to: 1, evidence: 2, trust_share: 0.25, strength: 0.5 };
    const line = (from: number, to: number) =>
      csvLine(tieTableColumns.map((title) => ({ ...row, from, to })[title as keyof typeof row] ?? 0.5));
    const ties = [csvLine([...tieTableColumns]), line(0, 1), line(1, 0)].join("");
    const rest = "cannot be chosen for the ties.csv of a run; to read it like any list of ties, give --columns from=from,to=to";
    expect(problems(ties, { circle_column: "x", trust_scale: "share", time_unit: "day", until: "3" })).toEqual(
      ["--circle-column", "--trust-scale", "--time-unit", "--until"].map((flag) => expect.stringContaining(`${flag}: ${rest}`)),
    );
    const rated = read(ties, { columns: "from=from,to=to,trust=trust_share" }).ties.ratings;
    expect([...(rated?.trust ?? [])]).toEqual([0.25, 0.25]);
    expect([...(rated?.evidence ?? [])]).toEqual([2, 2]);
    expect(read(ties, { columns: "from=from,to=to,weight=strength" }).ties.ratings).toBeUndefined();
  });
});

describe("a choice of columns", () => {
  const list = "Ego,Alter,Calls,When\nA,B,1,2024-01-01\nB,C,2,2024-01-08\n";

  test("names every column that is missing, with the nearest title", () => {
    expect(problems(list, { columns: "from=Ego,to=Altar,weight=Cals,time=6" })).toEqual([
      'file, line 1: has no column "Altar" (did you mean "Alter"?); the first line has Ego, Alter, Calls, When',
      'file, line 1: has no column "Cals" (did you mean "Calls"?); the first line has Ego, Alter, Calls, When',
      'file, line 1: has no column "6"; the first line has Ego, Alter, Calls, When',
    ]);
  });

  test("gives each column one use", () => {
    expect(problems(list, { columns: "from=Ego,to=ego,weight=3,trust=Calls" })).toEqual([
      'file, line 1: --columns: from and to choose the same column "ego"',
      'file, line 1: --columns: weight and trust choose the same column "Calls"',
    ]);
  });

  test("names every attribute that is missing, with the nearest title", () => {
    expect(problems(graphml, { columns: "weight=call", circle_column: "hose" })).toEqual([
      'file: has no attribute "hose" (did you mean "house"?); its attributes: house',
      'file: has no attribute "call" (did you mean "calls"?); its attributes: calls',
    ]);
  });
});
