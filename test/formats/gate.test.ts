import { describe, expect, test } from "vitest";
import { networkOf, problemsOf } from "../helpers/read-sample.ts";

function reason(...lines: string[]): string {
  const problems = problemsOf(() => networkOf(lines, "file.txt"));
  expect(problems).toHaveLength(1);
  return problems[0];
}

function warnings(...lines: string[]): readonly string[] {
  return networkOf(lines, "file.txt").summary.warnings;
}

const letters = "abcdefghijklmnop".split("");

describe("what can't be a network is refused, with the reason", () => {
  test("a list of people", () => {
    expect(reason("Id,Label", "1,Ana", "2,Bo", "3,Cy")).toBe(
      "file.txt, line 1: lists people, not ties: its header is Id, Label; give it with --agents",
    );
    expect(reason("name", "Ana", "Bo")).toBe("file.txt, line 1: lists people, not ties: its header is name; give it with --agents");
    expect(reason("name", "Ana")).toContain("lists people, not ties");
    expect(reason("Ana", "Bo")).toContain("needs two names in a line");
    expect(reason("name,age,status", "Ana,31,0.5", "Bo,28,0.2")).toContain("lists people, not ties");
  });

  test("single pairs, as of ids and names", () => {
    expect(reason(...letters.map((letter, at) => `${at + 100},Person ${letter}`))).toMatch(
      /^file\.txt: does not look like a list of ties: nearly all of its 32 agents appear only once; give a list of people with --agents; .* --columns from=…,to=…$/,
    );
  });

  test("a matrix of two columns", () => {
    expect(reason("0 1", "1 0", "0 1", "1 1")).toMatch(/^file\.txt: contains only 0 and 1, as a matrix does, but is not square/);
  });

  test("a million declared agents without ties, but not a large network with ties", () => {
    const reasonFor = "declares 1,000,000 agents but lists only 1 tie; declare only agents that have ties, or add the missing ties";
    expect(reason("*Vertices 1000000", "*Edges", "1 2")).toBe(`file.txt: ${reasonFor}`);
    expect(reason("dl n=1000000 format=edgelist1", "data:", "1 2")).toBe(`file.txt: ${reasonFor}`);
    const ties = Array.from({ length: 1000 }, (_, k) => `${k + 1} ${k + 2}`);
    expect(networkOf(["*Vertices 100000", "*Edges", ...ties], "file.txt").summary.agents).toBe(100_000);
  });

  test("a time taken for an end", () => {
    const lines = letters.map((letter, at) => `${1_600_000_000 + 60 * at} ${letter === "p" ? "a" : "b"}`);
    expect(reason(...lines)).toMatch(
      /^file\.txt: a column of names looks like times: its numbers rise with every line, from 1600000000/,
    );
  });

  test.each([
    ["arrows", ["x,a->b", "x,b->c", "x,c->a"]],
    ["dashes", ["x,a--b", "y,b--c", "x,c--a"]],
    ["braces", ["a,{w:1}", "b,{w:2}", "a,{w:2}"]],
  ])("names with %s", (_what, lines) => {
    expect(reason(...lines)).toMatch(/^file\.txt: names of agents look like parts of another format: "/);
  });

  test("numbers that are glued together", () => {
    expect(reason("1 2,3", "4 5,6", "1 2,6", "4 5,7 8")).toMatch(/^file\.txt: names of agents look like several cells: "1 2"/);
  });

  test("prose", () => {
    expect(reason("This is", "a text", "with words", "of which", "each line", "has two")).toMatch(
      /^file\.txt: looks like prose, not like a list of ties: /,
    );
  });

  test("unless a person has chosen the columns", () => {
    const lines = letters.map((letter, at) => `${at + 100},Person ${letter}`);
    const read = networkOf(lines, "file.txt", { columns: { from: "1", to: "2" } });
    expect(read.summary).toMatchObject({ agents: 32, ties: 16 });
  });
});

describe("what looks wrong is read with a warning", () => {
  test("several columns that may be weights", () => {
    expect(warnings("from,to,rank_1,rank_2", "a,b,1,2", "b,c,2,1")).toEqual([
      "has several columns that may be weights (rank_1, rank_2), and none is used; choose one with --columns weight=rank_2",
    ]);
    const chosen = networkOf(["from,to,rank_1,rank_2", "a,b,1,2", "b,c,2,1"], "x", { columns: { weight: "rank_2" } });
    expect(chosen.summary).toMatchObject({ weighted: 2, warnings: [] });
  });

  test("times in the place of weights are not used", () => {
    const lines = ["source,target,weight", "a,b,1082040961", "b,c,1082155839", "c,a,1082414391"];
    expect(networkOf(lines).summary).toMatchObject({
      weighted: 0,
      warnings: [
        "weights look like times since 1970, so they are taken as times; if they are weights, choose their column with --columns weight=…",
        expect.stringContaining("the column time is not used"),
      ],
    });
    expect(networkOf(lines, "x", { columns: { weight: "weight" } }).summary).toMatchObject({ weighted: 3, warnings: [] });
  });

  test("lines of several times or relations that are added up", () => {
    expect(warnings("from,to,wave", "a,b,1", "a,b,2", "b,c,1")).toEqual([
      "the column wave holds 2 times; the lines of all times are read as one network",
    ]);
    expect(warnings("from,to,relation", "a,b,likes", "a,b,works", "b,c,likes")).toEqual([
      "the column relation holds 2 kinds of ties; the lines of all kinds are read as one network",
    ]);
    expect(warnings("from,to,relation", "a,b,likes", "b,c,works")).toEqual([]);
  });

  test("two relations of Pajek, and a network that changes over time", () => {
    expect(warnings("*Vertices 2", "*Arcs :1 likes", "1 2", "*Arcs :2 works", "2 1")).toEqual([
      "2 relations in one file are read as one network; to study one of them, delete the others",
    ]);
    const dynamic = "the network changes over time; all its ties are read as one network";
    expect(warnings("*Vertices 2", "*Arcs", "1 2 1 [1-3]")).toEqual([dynamic]);
    expect(
      warnings(
        '<gexf><graph mode="dynamic"><nodes><node id="a"/><node id="b"/></nodes>',
        '<edges><edge source="a" target="b" start="1" end="3"/></edges></graph></gexf>',
      ),
    ).toEqual([dynamic]);
  });

  test("hardly any ties, or mostly ties of agents with themselves", () => {
    expect(warnings("*Vertices 200", "*Edges", "1 2")).toEqual(["198 of 200 agents have no tie"]);
    const loops = letters.map((letter) => `${letter},${letter}`);
    expect(warnings("from,to", ...loops, "a,b", "b,c")).toEqual([
      "16 of 18 lines tie an agent to itself; check which columns hold the two ends",
    ]);
  });
});

describe("formats that are not supported are refused by name", () => {
  test.each([
    ["DOT", ["digraph G {", "a -> b;", "}"]],
    ["DOT", ["strict graph {", "a -- b", "}"]],
    ["DOT", ["a -> b;", "b -> c;"]],
    ["DOT", ["/* Created by igraph 1.3.4 */", "graph {", "  0 [", "    name=Acciaiuoli", "  ];", "}"]],
    ["DOT", ["/* Two", "lines */ digraph {", "a -> b", "}"]],
    ["networkx adjacency list", ["#-c", "# GMT Sun Nov 29 22:30:32 2026", "# ", "0 1 5", "1 2", "2 5", "5"]],
    ["graph6", [">>graph6<<DqK"]],
    ["sparse6", [">>sparse6<<:Fa@x^"]],
    ["LGL", ["# a", "b 1", "c 2", "# b", "c 3"]],
    ["VNA", ["*node data", "ID group", "ana 1", "*tie data", "from to", "ana bo"]],
    ["Matrix Market", ["%%MatrixMarket matrix coordinate real general", "3 3 1", "1 2 0.5"]],
    ["PDF", ["%PDF-1.7", "1 0 obj", "2 0 obj"]],
    ["GDF", ["nodedef>name VARCHAR", "a", "edgedef>node1,node2", "a,b"]],
  ])("%s", (name, lines) => {
    expect(reason(...lines)).toBe(
      `file.txt: is in the format ${name}, which is not supported; supported are edge lists, matrices, node-link JSON, GraphML, GEXF, GML, Pajek and UCINET DL`,
    );
  });

  test.each([
    ["an experiment", ["question: x", "outcomes: [weak_ties]"], "question:"],
    ["a configuration", ["# mine", "sede: 1"], "sede:"],
    ["interventions", ["- {tick: 100, add: 5}", "- {tick: 101, add: 5}"], "tick:"],
  ])("a YAML file: %s", (_, lines, key) => {
    expect(reason(...lines)).toMatch(
      `file.txt: begins with "${key}", like a YAML file, and is not a network; run an experiment with`,
    );
  });

  test("other JSON, and JSON that was cut off", () => {
    expect(reason('{"people": []}')).toMatch(/^file\.txt: is JSON, but not a network in a supported layout/);
    expect(reason("[1, 2, 3]")).toMatch(/^file\.txt: is JSON, but not a network/);
    expect(reason('{"nodes": [')).toBe("file.txt: is not valid JSON; was the file cut off?");
  });

  test("comments of SNAP and KONECT are no formats", () => {
    expect(networkOf(["# Directed graph", "# FromNodeId ToNodeId", "1\t2", "2\t3", "3\t1"]).summary.ties).toBe(3);
    expect(networkOf(["% sym unweighted", "1 2", "2 3", "3 1"]).summary.ties).toBe(3);
  });
});
