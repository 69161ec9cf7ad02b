import { describe, expect, test } from "vitest";
import { BOTH, LOWER_NAMES } from "../../sim/index.ts";
import { circlesByName, networkOf, pairNames, problemsOf } from "../helpers/read-sample.ts";

describe("node-link JSON", () => {
  test("of networkx", () => {
    const read = networkOf([
      '{"directed": true, "multigraph": false, "graph": {}, "nodes": [{"id": "Ana", "club": "x"}, {"id": "Bo", "club": "y"}],',
      '"links": [{"source": "Ana", "target": "Bo", "weight": 2.5}]}',
    ]);
    expect(pairNames(read)).toEqual(["Ana - Bo"]);
    expect([...read.ties.named]).toEqual([LOWER_NAMES]);
    expect(circlesByName(read)).toEqual(["x: Ana", "y: Bo"]);
    expect(read.listing.weight).toEqual([2.5]);
  });

  test("of D3, with ends by place, by id and as the nodes themselves", () => {
    const nodes = '[{"name": "Ana", "group": 1}, {"name": "Bo", "group": 2}, {"name": "Cy", "group": 1}]';
    const byPlace = networkOf([
      `{"nodes": ${nodes}, "links": [{"source": 0, "target": 2, "value": 1}, {"source": 2, "target": 1, "value": 8}]}`,
    ]);
    expect(pairNames(byPlace)).toEqual(["Ana - Cy", "Bo - Cy"]);
    expect([...byPlace.ties.weightRank]).toEqual([0, 1]);
    expect(circlesByName(byPlace)).toEqual(["1: Ana, Cy", "2: Bo"]);
    expect(pairNames(networkOf([`{"nodes": ${nodes}, "links": [{"source": "Ana", "target": "Cy"}]}`]))).toEqual(["Ana - Cy"]);
    const resolved = '[{"source": {"id": "b", "x": 1}, "target": {"id": "a"}}]';
    expect(pairNames(networkOf([`{"nodes": [{"id": "a"}, {"id": "b"}], "links": ${resolved}}`]))).toEqual(["a - b"]);
  });

  test("of graphology, with edges of both kinds", () => {
    const read = networkOf([
      '{"options": {"type": "mixed"}, "nodes": [{"key": "1", "attributes": {"label": "Ana"}}, {"key": "2", "attributes": {"label": "Bo"}},',
      '{"key": "3", "attributes": {"label": "Cy"}}], "edges": [{"source": "1", "target": "2", "attributes": {"weight": 3}},',
      '{"source": "2", "target": "3", "undirected": true, "attributes": {"weight": 1}}]}',
    ]);
    expect(pairNames(read)).toEqual(["Ana - Bo", "Bo - Cy"]);
    expect([...read.ties.named]).toEqual([LOWER_NAMES, BOTH]);
    expect([...read.ties.weightRank]).toEqual([1, 0]);
  });

  test("Cytoscape's elements, by kind or in one list", () => {
    const nodes = '{"data": {"id": "1", "name": "Ana"}, "position": {"x": 0}}, {"data": {"id": "2", "name": "Bo"}}';
    const edges = '{"data": {"id": "e", "source": "1", "target": "2", "weight": 2}}';
    expect(pairNames(networkOf([`{"elements": {"nodes": [${nodes}], "edges": [${edges}]}}`], "x.cyjs"))).toEqual(["Ana - Bo"]);
    expect(pairNames(networkOf([`{"elements": [${nodes}, ${edges}]}`]))).toEqual(["Ana - Bo"]);
  });

  test("faults", () => {
    expect(
      problemsOf(() => networkOf(['{"nodes": [{"id": 1}, {"id": 1}], "links": [{"source": 1, "target": 9}, {"source": 1}]}'])),
    ).toEqual([
      'network: duplicate node id "1"',
      "network: the edge has no target",
      'network: the edge refers to the node "9", which the file does not have',
    ]);
  });
});

describe("networkx's edge list with dictionaries", () => {
  test("weights and other values, several and none", () => {
    const read = networkOf([
      "# made by networkx",
      "Ana Bo {'weight': 3, 'color': 'dark red, \\'deep\\''}",
      "Bo Cy {'weight': 7.5}",
      "Cy Ana {}",
    ]);
    expect(pairNames(read)).toEqual(["Ana - Bo", "Ana - Cy", "Bo - Cy"]);
    expect([...read.ties.weightRank]).toEqual([0, Number.NaN, 1]);
    expect(read.listing.tieAttributes.get("color")?.[0]).toBe("dark red, \\'deep\\'");
    expect(read.summary.notes).toEqual(["attributes not used: color"]);
  });

  test("faults have their lines", () => {
    expect(problemsOf(() => networkOf(["a b {'weight': 3}", "b c {'weight': [1]}", "a b c {'weight': 1}", "c a"]))).toEqual([
      `network, line 2: a dictionary must hold keys with numbers or texts, got "'weight': [1]"`,
      `network, line 3: must hold two names without spaces and a dictionary such as {'weight': 3}, got "a b c {'weight': 1}"`,
      `network, line 4: must hold two names without spaces and a dictionary such as {'weight': 3}, got "c a"`,
    ]);
  });
});

describe("an attribute belongs to the innermost open element", () => {
  const label = '<key id="l" for="node" attr.name="label"/>';

  test("GraphML: data after an inner graph, and two values of one attribute", () => {
    const inner = '<node id="a"><graph><node id="c"><data key="l">C</data></node></graph><data key="l">A</data></node>';
    const read = networkOf([`<graphml>${label}<graph>${inner}<node id="b"><data key="l">B</data></node></graph></graphml>`]);
    expect(read.people.names).toEqual(["A", "C", "B"]);
    const twice = '<node id="a"><data key="l">X</data><graph><node id="c"/></graph>\n<data key="l">Y</data></node>';
    expect(problemsOf(() => networkOf([`<graphml>${label}<graph>${twice}</graph></graphml>`]))).toEqual([
      'network, line 2: duplicate value of "label" in one node: "X" and "Y"',
    ]);
  });

  test("GEXF: nested nodes", () => {
    const read = networkOf([
      '<gexf><graph><attributes class="node"><attribute id="0" title="group"/></attributes>',
      '<nodes><node id="a"><nodes><node id="c"/></nodes><attvalues><attvalue for="0" value="x"/></attvalues></node>',
      '<node id="b"><attvalues><attvalue for="0" value="y"/></attvalues></node></nodes></graph></gexf>',
    ]);
    expect(read.circleLabels).toEqual(["x", undefined, "y"]);
  });
});

describe("one rule for what is declared twice", () => {
  test.each([
    ["a column", ["from,to,weight,Weight", "a,b,1,2"], "network, line 1: duplicate column weight"],
    ["a vertex", ["*Vertices 2", '1 "a"', '1 "b"', "*Edges", "1 2"], 'network, line 3: duplicate vertex "1", already in line 2'],
    [
      "a key of GML",
      ["graph [ node [ id 1 label a", "label b ] node [ id 2 ] ]"],
      "network, line 2: duplicate key label, already in this node",
    ],
    [
      "an attribute of GraphML",
      ['<graphml><key id="1" for="edge" attr.name="weight"/>', '<key id="2" for="edge" attr.name="Weight"/><graph/></graphml>'],
      'network, line 2: duplicate attribute "Weight", already in line 1',
    ],
    [
      "an attribute of GEXF",
      [
        '<gexf><graph><attributes class="edge"><attribute id="1" title="weight"/>',
        '<attribute id="2" title="weight"/></attributes></graph></gexf>',
      ],
      'network, line 2: duplicate attribute "weight", already in line 1',
    ],
  ])("%s is a fault", (_what, lines, problem) => {
    expect(problemsOf(() => networkOf(lines))).toContain(problem);
  });
});

test("yEd: labels are in the drawing, group boxes are not agents, and ties with a box are left out", () => {
  const node = (id: string, text: string) =>
    `<node id="${id}"><data key="d6"><y:ShapeNode><y:NodeLabel>${text}<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>`;
  const read = networkOf([
    '<graphml xmlns:y="y"><key for="node" id="d6" yfiles.type="nodegraphics"/><graph edgedefault="directed">',
    node("n0", "Ana"),
    '<node id="n1" yfiles.foldertype="group"><data key="d6"><y:GroupNode><y:NodeLabel>Team</y:NodeLabel></y:GroupNode></data>',
    `<graph edgedefault="directed">${node("n1::n0", "Bo")}${node("n1::n1", "Cy")}</graph></node>`,
    '<edge source="n0" target="n1::n0"/><edge source="n1::n0" target="n1::n1"/><edge source="n0" target="n1"/></graph></graphml>',
  ]);
  expect(read.people.names).toEqual(["Ana", "Bo", "Cy"]);
  expect(pairNames(read)).toEqual(["Ana - Bo", "Bo - Cy"]);
  expect(read.summary.warnings).toEqual(["left out 1 tie to a box that groups agents"]);
});

describe("a person can choose the columns", () => {
  const rows = ["Who,Whom,How,Sex", "Ana,Bo,3,f", "Bo,Cy,1,m"];

  test("by title, in any case, or by number", () => {
    for (const columns of [
      { from: "who", to: "WHOM", weight: "How" },
      { from: "Who", to: "2", weight: "3" },
    ]) {
      const read = networkOf(rows, "x", { columns });
      expect(pairNames(read)).toEqual(["Ana - Bo", "Bo - Cy"]);
      expect([...read.ties.weightRank]).toEqual([1, 0]);
      expect(read.summary.notes).toEqual(["columns not used: Sex"]);
    }
    expect(pairNames(networkOf(["9 Ana Bo", "8 Bo Cy"], "x", { columns: { from: "2", to: "3" } }))).toEqual([
      "Ana - Bo",
      "Bo - Cy",
    ]);
  });

  test("attributes of other formats", () => {
    const gml = [
      "graph [ node [ id a side x ] node [ id b side y ] node [ id c side x ]",
      "edge [ source a target b calls 9 ] edge [ source b target c calls 1 ] ]",
    ];
    const read = networkOf(gml, "x", { columns: { weight: "calls" }, circleColumn: "side" });
    expect([...read.ties.weightRank]).toEqual([1, 0]);
    expect(circlesByName(read)).toEqual(["x: a, c", "y: b"]);
  });

  test("a choice that the file does not have is refused, with the nearest title", () => {
    expect(problemsOf(() => networkOf(rows, "x", { columns: { from: "Wo", to: "Whom" } }))).toEqual([
      'x, line 1: has no column "Wo" (did you mean "Who"?); the first line has Who, Whom, How, Sex',
    ]);
    expect(problemsOf(() => networkOf(["graph [ node [ id a sex f ] node [ id b ] ]"], "x", { circleColumn: "sexes" }))).toEqual([
      'x: has no attribute "sexes" (did you mean "sex"?); its attributes: sex',
    ]);
  });
});
