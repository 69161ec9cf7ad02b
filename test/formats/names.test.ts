import { describe, expect, test } from "vitest";
import { readAgents } from "../../formats/agents.ts";
import { readConfig } from "../../formats/config.ts";
import { readInterventions } from "../../formats/interventions.ts";
import { addedLookAlikes, cleanName, findLookAlikes, nameProblem, printable, visibleForm } from "../../formats/names.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { peopleOfFiles } from "../../formats/people-of-files.ts";
import { checkInterventions, defaultParameters } from "../../sim/index.ts";
import { networkOf, problemsOf } from "../helpers/read-sample.ts";

describe("one rule for names", () => {
  test.each(["Ana", "ليلى", "🦊", "👩‍👩‍👧", "O'Neil", "<b>", "two\nlines", "a\tb", "Jos\u00e9", "\u200fשלום"])(
    "takes %j",
    (name) => {
      expect(nameProblem(name)).toBeUndefined();
    },
  );

  test.each([
    ["\u001b[31mred", 'a name contains the character U+001B, which is not text: "\\u{1b}[31mred"'],
    ["a\u009bb", 'a name contains the character U+009B, which is not text: "a\\u{9b}b"'],
    ["\u007f", 'a name contains the character U+007F, which is not text: "\\u{7f}"'],
    ["half \ud83e", 'a name contains the character U+D83E, which is not text: "half \\u{d83e}"'],
    ["\u200b\u2060", 'a name contains only invisible characters: "\\u{200b}\\u{2060}"'],
  ])("refuses %j", (name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });

  const bad = "x\u009by";
  const problem = expect.stringMatching(/(a name contains the character U\+009B|contains control characters).*x\\u\{9b\}y/);
  test.each([
    ["an edge list", () => networkOf(["from,to", `Ana,${bad}`])],
    ["circles of an edge list", () => networkOf(["from,to,from_circle,to_circle", `Ana,Bo,c,${bad}`])],
    ["a matrix", () => networkOf([`,Ana,${bad},Cy`, "Ana,0,1,0", `${bad},1,0,1`, "Cy,0,1,0"])],
    ["GraphML", () => networkOf([`<graphml><graph><node id="${bad}"/><node id="b"/></graph></graphml>`])],
    ["GML", () => networkOf(['graph [ node [ id 1 label "x&#155;y" ] node [ id 2 label "b" ]', "edge [ source 1 target 2 ] ]"])],
    ["Pajek", () => networkOf(["*Vertices 2", `1 "${bad}"`, "*Edges", "1 2"])],
    ["JSON", () => networkOf(['{"nodes": [{"id": "x\\u009by"}, {"id": "b"}], "links": []}'])],
    ["DL", () => networkOf(["dl n=2", `labels: a,${bad}`, "data:", "0 1", "1 0"])],
    ["an agents file", () => readAgents(`name\nAna\n${bad}\n`, "network", { domains: 6 })],
    ["a configuration", () => readConfig(`seed: "x\\u009by"`, "network")],
    ["interventions", () => readInterventions('- {tick: 1, remove: "x\\u009by"}', "network")],
  ])("holds in %s", (_where, read) => {
    expect(problemsOf(read)).toContainEqual(problem);
  });
});

test("names that differ only by what can't be seen are reported, and stay apart", () => {
  const { people, summary } = networkOf(["from,to", "Ana,Bo", "Ana\u200b,Bo", "Bo,Ana  Li", "Ana Li,Bo", "Ana\u00a0Li,Bo"]);
  expect(people.names).toHaveLength(6);
  expect(summary.warnings).toEqual([
    '"Ana" and "Ana\\u{200b}" differ only in invisible characters',
    '"Ana  Li" and "Ana Li" differ only in invisible characters',
    '"Ana  Li" and "Ana\\u{a0}Li" differ only in invisible characters',
  ]);
  expect(findLookAlikes(["a", "A", "á", "b"])).toEqual([]);
});

describe("names that look alike are reported", () => {
  const inNames = '"Ana" and "Ana\\u{200b}" differ only in invisible characters';

  test.each([
    ["Pajek", '*Vertices 2\n1 "Ana"\n2 "Ana\u200b"\n*Edges\n1 2'],
    ["UCINET DL", "dl n=2 format=edgelist1\nlabels: Ana, Ana\u200b\ndata:\n1 2"],
    ["a matrix", ",Ana,Ana\u200b,Bo\nAna,0,1,0\nAna\u200b,1,0,1\nBo,0,1,0"],
    ["GML", 'graph [ node [ id 1 label "Ana" ] node [ id 2 label "Ana&#8203;" ] edge [ source 1 target 2 ] ]'],
    [
      "GraphML",
      '<graphml><graph><node id="Ana"/><node id="Ana&#8203;"/><edge source="Ana" target="Ana&#8203;"/></graph></graphml>',
    ],
    ["JSON", '{"nodes": [{"id": "Ana"}, {"id": "Ana\\u200b"}], "links": [{"source": "Ana", "target": "Ana\\u200b"}]}'],
  ])("in %s", (_format, text) => {
    expect(readNetwork(text, { file: "f", seed: "1" }).summary.warnings).toEqual([inNames]);
  });

  test("and so are circles", () => {
    const rows = readAgents("name,circle\nCy,Ana\nDan,Ana\u200b\nEva,Ana\n", "agents.csv", { domains: 6 });
    expect(rows.notes).toEqual([`circles ${inNames}`]);
    expect(networkOf(["from,to,from_circle,to_circle", "Bo,Cy,Ana,Ana\u200b"]).summary.warnings).toEqual([`circles ${inNames}`]);
  });

  const file = "people.csv";
  const notices = (text: string, ties?: readonly string[]) => {
    const rows = { file, value: readAgents(text, file, { domains: 6 }) };
    return peopleOfFiles(ties && { file: "ties.csv", value: networkOf(ties, "ties.csv") }, rows, "1").notices;
  };

  test("within an agents file", () => {
    expect(notices("name\nAna\nBo\nAna\u200b\n")).toEqual([
      'people.csv: WARNING: "Ana" and "Ana\\u{200b}" differ only in invisible characters',
    ]);
  });

  test("between an agents file and the ties, and only once if the ties have both", () => {
    expect(notices("name\nBo\u00a0Li\n", ["from,to", "Ana,Bo Li"])).toEqual([
      'people.csv: WARNING: "Bo Li" and "Bo\\u{a0}Li" differ only in invisible characters',
    ]);
    expect(notices("name\nAna\n", ["from,to", "Ana,Ana\u2060"])).toEqual([
      'ties.csv: WARNING: "Ana" and "Ana\\u{2060}" differ only in invisible characters',
    ]);
  });

  test("among agents that interventions add", () => {
    const added = [
      { tick: 1, add: 2, names: ["Bo", "Bo\u200d"] },
      { tick: 2, add: 1, names: ["Ana\u200b"] },
      { tick: 3, remove: 0 },
    ];
    expect(addedLookAlikes(["Ana", "Cy", "Cy\u200b"], added)).toEqual([
      '"Bo" and "Bo\\u{200d}" differ only in invisible characters',
      '"Ana" and "Ana\\u{200b}" differ only in invisible characters',
    ]);
    expect(addedLookAlikes(["Ana"], [{ tick: 1, add: 1, names: ["Bo"] }])).toEqual([]);
  });

  test("in a message about an agent that is not there, which shows the difference", () => {
    const given = [{ tick: 1, remove: "Ana\u200b" }];
    const known = { parameters: defaultParameters, names: ["Ana", "Bo"], circleNames: [] };
    expect(checkInterventions(given, known, "").problems).toEqual([
      expect.stringContaining('no agent is called "Ana\\u{200b}" (did you mean "Ana"?)'),
    ]);
  });
});

test("a name that is added must have something to see", () => {
  expect(problemsOf(() => readInterventions('- {tick: 1, add: 1,\n   names: ["\\u200b"]}', "file"))).toEqual([
    'file, line 2: names: a name contains only invisible characters: "\\u{200b}"',
  ]);
});

test("a pile of combining marks is no name, and is not composed", () => {
  const pile = (marks: number) => `a${"\u0301\u0323".repeat(marks / 2)}`;
  expect(nameProblem(pile(30))).toBeUndefined();
  expect(nameProblem(pile(32))).toMatch(/^a name contains more than 30 combining marks in a row: "a…"$/);
  expect(cleanName(pile(32))).toBe(pile(32));
  expect(cleanName(pile(2))).toBe("\u1ea1\u0301");
});

test("the visible form keeps what can be seen", () => {
  expect(visibleForm(" Ana\u00ad  Li\ufeff")).toBe("Ana Li");
  expect(visibleForm("👩‍👧")).toBe("👩👧");
  expect(printable("a\u202eb c")).toBe('"a\\u{202e}b c"');
});
