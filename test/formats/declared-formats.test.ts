import { describe, expect, test } from "vitest";
import { BOTH, LOWER_NAMES, UPPER_NAMES } from "../../sim/index.ts";
import { circlesByName, networkOf, pairNames, problemsOf, sampleNetwork } from "../helpers/read-sample.ts";

function graphml(keys: string, body: string, edgedefault = "undirected") {
  return networkOf([`<?xml version="1.0"?><graphml>${keys}`, `<graph edgedefault="${edgedefault}">`, body, "</graph></graphml>"]);
}

function gexf(body: string, edgetype = "undirected") {
  return networkOf([`<?xml version="1.0"?><gexf version="1.2">`, `<graph defaultedgetype="${edgetype}">`, body, "</graph></gexf>"]);
}

describe("GraphML", () => {
  const nodes = '<node id="a"/><node id="b"/><node id="c"/>';

  test("edges have the direction of the graph, or their own", () => {
    const edges = '<edge source="b" target="a"/><edge source="b" target="c" directed="false"/>';
    expect([...graphml("", nodes + edges, "directed").ties.named]).toEqual([UPPER_NAMES, BOTH]);
    const own = '<edge source="b" target="a"/><edge source="b" target="c" directed="true"/>';
    expect([...graphml("", nodes + own).ties.named]).toEqual([BOTH, LOWER_NAMES]);
  });

  test("weights, labels and groups are found by the names of their keys; defaults fill in", () => {
    const read = graphml(
      `<key id="k1" for="edge" attr.name="Weight"><default>5</default></key>
       <key id="k2" for="node" attr.name="label"/><key id="k3" for="node" attr.name="department"><default>Sales</default></key>
       <key id="k4" for="node" attr.name="age"/>`,
      `<node id="a"><data key="k2">Ana &amp; <![CDATA[<Co>]]></data><data key="k4">40</data></node>
       <node id="b"><data key="k2">Bo</data><data key="k3">Research</data></node>
       <node id="c"><data key="k2">Cy</data></node>
       <edge source="a" target="b"><data key="k1">9</data></edge><edge source="b" target="c"/>`,
    );
    expect(pairNames(read)).toEqual(["Ana & <Co> - Bo", "Bo - Cy"]);
    expect([...read.ties.weightRank]).toEqual([1, 0]);
    expect(circlesByName(read)).toEqual(["Sales: Ana & <Co>, Cy", "Research: Bo"]);
  });

  test("an attribute of edges is not one of nodes", () => {
    const read = graphml(
      '<key id="k" for="edge" attr.name="group"/>',
      '<node id="a"><data key="k">x</data></node><node id="b"/><edge source="a" target="b"/>',
    );
    expect(read.summary.circlesFrom).toBe("Louvain communities");
  });

  test("prefixes, nested graphs and edges before their nodes", () => {
    const read = networkOf([
      '<g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns"><g:graph edgedefault="undirected"><g:edge source="a" target="b"/>',
      '<g:node id="a"><g:graph edgedefault="directed"><g:node id="b"/><g:edge source="b" target="a"/></g:graph></g:node>',
      '<g:node id="c"/><g:edge source="c" target="a"/></g:graph></g:graphml>',
    ]);
    expect(pairNames(read)).toEqual(["a - b", "a - c"]);
    expect([...read.ties.named]).toEqual([BOTH, BOTH]);
    expect(read.summary.repeated).toBe(1);
  });

  test("labels that are not all different, or not all there, leave the ids as names", () => {
    const label = '<key id="l" for="node" attr.name="label"/>';
    const same = graphml(label, '<node id="a"><data key="l">Li</data></node><node id="b"><data key="l">Li</data></node>');
    expect(same.people.names).toEqual(["a", "b"]);
    expect(same.summary.notes).toEqual(["labels are missing or repeated, so ids are used as names"]);
    expect(graphml(label, '<node id="a"><data key="l">Li</data></node><node id="b"/>').people.names).toEqual(["a", "b"]);
  });
});

describe("GEXF", () => {
  test("types of edges, weights left out for 1 as Gephi does, groups in attvalues", () => {
    const read = gexf(
      `<attributes class="node"><attribute id="0" title="Modularity Class" type="integer"/></attributes>
       <nodes><node id="1" label="Ana"><attvalues><attvalue for="0" value="7"/></attvalues></node>
       <node id="2" label="Bo"><attvalues><attvalue for="0" value="3"/></attvalues></node><node id="3" label="Cy"/></nodes>
       <edges><edge source="1" target="2" weight="0.5" type="directed"/><edge source="2" target="3" type="mutual"/>
       <edge source="3" target="1" weight="4"/></edges>`,
      "directed",
    );
    expect(pairNames(read)).toEqual(["Ana - Bo", "Ana - Cy", "Bo - Cy"]);
    expect([...read.ties.weightRank]).toEqual([0, 1, 0.5]);
    expect([...read.ties.named]).toEqual([LOWER_NAMES, UPPER_NAMES, BOTH]);
    // Cy has one contact in each circle, and joins the first.
    expect(circlesByName(read)).toEqual(["7: Ana, Cy", "3: Bo"]);
    expect(read.summary.withoutCircle).toBe(1);
  });

  test("a file without any weight has none", () => {
    const { ties } = gexf('<nodes><node id="1"/><node id="2"/></nodes><edges><edge source="1" target="2"/></edges>');
    expect([...ties.weightRank]).toEqual([Number.NaN]);
  });

  test("weights as an attribute of edges, as old versions have it", () => {
    const { ties } = gexf(
      `<attributes class="edge"><attribute id="w" title="weight" type="float"/></attributes>
       <nodes><node id="1"/><node id="2"/><node id="3"/></nodes>
       <edges><edge source="1" target="2"><attvalues><attvalue id="w" value="3"/></attvalues></edge>
       <edge source="2" target="3"><attvalues><attvalue for="w" value="2"/></attvalues></edge></edges>`,
    );
    expect([...ties.weightRank]).toEqual([1, 0]);
  });
});

describe("GML", () => {
  test("entities, nested lists, comments, directions, values as weights and as groups", () => {
    const read = sampleNetwork("newman.gml");
    expect(read.people.names).toEqual(['José "Pepe" & Co', "Li &eacute;", "Mo", "Two\nlines"]);
    expect([...read.ties.lower]).toEqual([0, 2]);
    expect([...read.ties.upper]).toEqual([1, 3]);
    expect([...read.ties.named]).toEqual([BOTH, LOWER_NAMES]);
    // 2.5 + 7.5 is less than 20
    expect([...read.ties.weightRank]).toEqual([0, 1]);
    expect(read.people.circleNames).toEqual(["1", "2"]);
  });

  test("a value that tells nearly everyone apart is no circle", () => {
    const read = networkOf([
      "graph [ node [ id 1 value 0.5 ] node [ id 2 value 0.7 ] node [ id 3 value 0.5 ]",
      "edge [ source 1 target 2 ] ]",
    ]);
    expect(read.summary.circlesFrom).toBe("Louvain communities");
  });

  test("layout and case of keys do not matter", () => {
    const read = networkOf([
      'Graph[Directed 1 NODE[ID "x" Label "X"]node[id "y" label "Y"]',
      'edge[source "y" target "x" Weight 2]]',
    ]);
    expect(pairNames(read)).toEqual(["X - Y"]);
    expect([...read.ties.named]).toEqual([UPPER_NAMES]);
  });
});

describe("Pajek", () => {
  test("arcs and edges, alone and as lists, with values and relations", () => {
    const read = networkOf([
      "*Vertices 5",
      '1 "Ana Li" 0.1 0.2 0.5 ic Red',
      "2 Bo",
      '3 "Cy"',
      "*Arcs :1 likes",
      "1 2 3",
      "*Edges",
      "2: 2 3 1 c Blue",
      "*Arcslist",
      "4 1 3",
    ]);
    expect(read.people.names).toEqual(["Ana Li", "Bo", "Cy", "4", "5"]);
    expect(pairNames(read)).toEqual(["Ana Li - Bo", "Ana Li - 4", "Bo - Cy", "Cy - 4"]);
    expect([...read.ties.named]).toEqual([LOWER_NAMES, UPPER_NAMES, BOTH, UPPER_NAMES]);
    expect([...read.ties.weightRank]).toEqual([1, Number.NaN, 0, Number.NaN]);
    expect(read.summary.isolated).toBe(1);
  });
});

describe("the content tells the format, whatever the file is called", () => {
  const contents = [
    ["GraphML", ['<graphml><graph><node id="a"/><node id="b"/><edge source="a" target="b"/></graph></graphml>']],
    [
      "GEXF",
      [
        "<!-- graphml it is not -->",
        '<gexf><graph><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"/></edges></graph></gexf>',
      ],
    ],
    ["GML", ['Creator "igraph"', "graph", "[ node [ id a ] node [ id b ] edge [ source a target b ] ]"]],
    ["Pajek", ["*vertices 2", "1 a", "2 b", "*edges", "1 2"]],
    ["edge list", ["a,b"]],
  ] as const;
  for (const [format, lines] of contents)
    test.each(["x.graphml", "x.gexf", "x.gml", "x.net", "x.csv", "x.tsv", "x"])(`${format} called %s`, (file) => {
      expect(pairNames(networkOf(lines, file))).toEqual(["a - b"]);
    });

  test("a name that looks like the start of GML", () => {
    expect(networkOf(["from,to", "graph [1],graph [2]", "graph [1],b"], "x.csv").summary.agents).toBe(3);
  });

  test("the faults of a table say that its name promises another format", () => {
    expect(problemsOf(() => networkOf(["from,to", "a,b,c"], "x.gml"))).toEqual([
      "x.gml, line 2: has 3 cells, but the first line has 2",
      "x.gml: was read as edge list, because it does not look like GML",
    ]);
  });
});

test("a hundred and fifty thousand nodes are read like three", () => {
  const path = Array.from({ length: 1500 }, (_, k) => `${k + 1} ${k + 2}`);
  expect(networkOf(["*Vertices 150000", "*Edges", ...path]).summary).toMatchObject({
    agents: 150_000,
    ties: 1500,
    isolated: 148_499,
  });
});
