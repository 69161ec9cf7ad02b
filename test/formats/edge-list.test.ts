import { describe, expect, test } from "vitest";
import { describeNetwork } from "../../formats/network/network-summary.ts";
import { BOTH, LOWER_NAMES, UPPER_NAMES } from "../../sim/index.ts";
import { circlesByName, networkOf, pairNames, problemsOf, sampleNetwork } from "../helpers/read-sample.ts";

const ANY = expect.any(Number);

describe("the delimiter is found by content", () => {
  const rows = [
    ["source", "target", "weight"],
    ["Ana", "Bo", "1"],
    ["Bo", "Cy", "2"],
  ];
  test.each([
    ["comma", ","],
    ["tab", "\t"],
    ["semicolon", ";"],
    ["blank", " "],
    ["several blanks", "   "],
    ["comma and blank", ", "],
  ])("%s", (_name, delimiter) => {
    const read = networkOf(rows.map((row) => row.join(delimiter)));
    expect(pairNames(read)).toEqual(["Ana - Bo", "Bo - Cy"]);
    expect([...read.ties.weightRank]).toEqual([0, 1]);
  });

  test("blanks and commas within names part nothing where another delimiter does", () => {
    expect(pairNames(networkOf(["Li, Ana Maria;Ro, Bo", "Ro, Bo;Wu, Cy"]))).toEqual(["Li, Ana Maria - Ro, Bo", "Ro, Bo - Wu, Cy"]);
    expect(pairNames(networkOf(["Ana Li,Bo Ro", "Bo Ro,Cy Wu"]))).toEqual(["Ana Li - Bo Ro", "Bo Ro - Cy Wu"]);
  });

  test("a comma that only splits decimals is not the delimiter, but one beside names that end in numbers is", () => {
    const decimals = networkOf(["a b 0,5", "b c 0,25", "c a 1,5"]);
    expect(pairNames(decimals)).toEqual(["a - b", "a - c", "b - c"]);
    expect(decimals.listing.weight).toEqual([0.5, 0.25, 1.5]);
    const numbered = networkOf(['"Agent 1","Agent 2",3', '"Agent 2","Agent 3",4']);
    expect(pairNames(numbered)).toEqual(["Agent 1 - Agent 2", "Agent 2 - Agent 3"]);
  });

  test("any line end will do, and none at the end", () => {
    for (const end of ["\n", "\r\n", "\r"])
      expect(pairNames(networkOf([["a,b", "b,c", "c,d"].join(end)]))).toEqual(["a - b", "b - c", "c - d"]);
  });
});

describe("columns are found under their usual names, whatever the case", () => {
  test.each([
    ["source,target", BOTH],
    ["Source,Target", BOTH],
    ["source_id,target_id", BOTH],
    ["node1,node2", BOTH],
    ["Person A,Person B", BOTH],
    ["i,j", BOTH],
    ["id1,id2", BOTH],
    ["from,to", LOWER_NAMES],
    ["FromNodeId,ToNodeId", LOWER_NAMES],
    ["ego,alter", LOWER_NAMES],
    ["Sender Name,Receiver Name", LOWER_NAMES],
    ["nominator,nominee", LOWER_NAMES],
  ])("%s", (header, named) => {
    const read = networkOf([`extra,${header},Weight`, "x,Ana,Bo,1", "y,Bo,Cy,2"]);
    expect(pairNames(read)).toEqual(["Ana - Bo", "Bo - Cy"]);
    expect([...read.ties.named]).toEqual([named, named]);
    expect([...read.ties.weightRank]).toEqual([0, 1]);
  });

  test.each(["weight", "strength", "value", "frequency", "n", "Tie Strength"])("weights under %s", (title) => {
    expect([...networkOf([`from,to,note,${title}`, "a,b,x,3", "b,c,y,1"]).ties.weightRank]).toEqual([1, 0]);
  });

  test.each([
    ["from,to,from_circle,to_circle"],
    ["source,target,source_group,target_group"],
    ["ego,alter,ego_department,alter_department"],
    ["from,to,team_from,team_to"],
    ["node1,node2,group1,group2"],
    ["i,j,community_i,community_j"],
  ])("circles under %s", (header) => {
    const read = networkOf([header, "Ana,Bo,x,y", "Bo,Cy,y,x"]);
    expect(circlesByName(read)).toEqual(["x: Ana, Cy", "y: Bo"]);
    expect(read.summary).toMatchObject({ circles: 2, circlesFrom: "the file" });
  });

  test("columns that mean nothing here are named in the summary", () => {
    expect(describeNetwork(networkOf(["source,target,since,color", "a,b,1999,red"]).summary)).toContain(
      "; columns not used: since, color",
    );
  });
});

describe("a header is known by the names of the ends", () => {
  test("without one the first two columns are the ends and a third of numbers the weight", () => {
    const read = networkOf(["Ana Bo 3", "Bo Cy 1", "Cy Ana 2"]);
    expect(pairNames(read)).toEqual(["Ana - Bo", "Ana - Cy", "Bo - Cy"]);
    expect([...read.ties.weightRank]).toEqual([1, 0.5, 0]);
    expect(read.summary.notes).toEqual(["no header line found", "third column used as the weight"]);
  });

  test("without one a third column of text is no weight", () => {
    expect(networkOf(["Ana,Bo,kin", "Bo,Cy,work"]).ties.weightRank).toEqual(Float64Array.of(Number.NaN, Number.NaN));
  });

  test("unknown titles above numbers are refused, because they could be a header or a tie", () => {
    const hint = "call the columns of the two ends from and to, or choose them with --columns from=…,to=…";
    expect(problemsOf(() => networkOf(["person,acquaintance", "1,2", "2,3"]))).toEqual([
      `network, line 1: the first line (person, acquaintance) is neither a tie nor a header with known names; ${hint}`,
    ]);
    expect(problemsOf(() => networkOf(["person,acquaintance,years", "Ana,Bo,4", "Bo,Cy,5"]))).toEqual([
      `network, line 1: the first line (person, acquaintance, years) is neither a tie nor a header with known names; ${hint}`,
    ]);
  });

  test("a name above numbers is a name", () => {
    expect(networkOf(["Hub,1", "2,1", "3,1", "4,2"]).summary).toMatchObject({ agents: 5, ties: 4 });
  });

  test("a line without a weight, the first one included, is a tie without a weight", () => {
    for (const first of ["Ana,Bo", "Ana,Bo,", "Ana,Bo,-", "Ana,Bo,NA"]) {
      const read = networkOf([first, "Bo,Cy,3", "Cy,Di,4"]);
      expect(read.summary, first).toMatchObject({ agents: 4, ties: 3, weighted: 2 });
    }
    expect(networkOf(["a b", "b c 3", "c d 4"]).summary).toMatchObject({ agents: 4, ties: 3, weighted: 2 });
  });

  test("text above text is a tie, and the summary says that no header was found", () => {
    const { people, summary } = networkOf(["person,acquaintance", "Ana,Bo"]);
    expect(people.names).toEqual(["person", "acquaintance", "Ana", "Bo"]);
    expect(summary.notes).toEqual(["no header line found"]);
  });

  test("numbered or lettered agents in the first line are no header", () => {
    expect(networkOf(["node1,node2", "node7,node8"]).people.names).toEqual(["node1", "node2", "node7", "node8"]);
    expect(networkOf(["a,b", "c,d"]).people.names).toEqual(["a", "b", "c", "d"]);
    expect(networkOf(["a,b", "Ana,Bo"]).people.names).toEqual(["Ana", "Bo"]);
  });

  test("numbers alone are ties between numbered agents", () => {
    expect(networkOf(["1 2", "2 3", "3 1"]).summary).toMatchObject({ agents: 3, ties: 3, notes: [] });
    expect(pairNames(networkOf(["1,2,3", "2,3,1", "3,1,2"]))).toEqual(["1 - 2", "1 - 3", "2 - 3"]);
  });
});

describe("direction", () => {
  test("source and target, and no header, say nothing of who names whom; from and to do", () => {
    expect([...networkOf(["source,target", "b,a"]).ties.named]).toEqual([BOTH]);
    expect([...networkOf(["b,a", "a,c"]).ties.named]).toEqual([BOTH, BOTH]);
    // agents are numbered as they come: b is 0, a is 1, c is 2
    expect([...networkOf(["from,to", "b,a", "c,b"]).ties.named]).toEqual([LOWER_NAMES, UPPER_NAMES]);
    const backward = networkOf(["to,from", "b,a", "c,b"]);
    expect(pairNames(backward)).toEqual(["a - b", "b - c"]);
    expect([...backward.ties.named]).toEqual([LOWER_NAMES, LOWER_NAMES]);
  });

  test("a pair listed both ways names both", () => {
    expect([...networkOf(["from,to", "a,b", "b,a", "b,c", "d,c"]).ties.named]).toEqual([BOTH, LOWER_NAMES, UPPER_NAMES]);
  });

  test.each([
    ["directed", "true", "false"],
    ["Directed", "1", "0"],
    ["direction", "directed", "undirected"],
    ["Type", "Directed", "Undirected"],
  ])("a column %s with %s and %s decides for each tie", (title, yes, no) => {
    expect([...networkOf([`source,target,${title}`, `a,b,${yes}`, `b,c,${no}`]).ties.named]).toEqual([LOWER_NAMES, BOTH]);
    expect([...networkOf([`from,to,${title}`, `a,b,${yes}`, `b,c,${no}`]).ties.named]).toEqual([LOWER_NAMES, BOTH]);
  });

  test("a column type with other words is not a direction", () => {
    expect(networkOf(["from,to,type", "a,b,friend", "b,c,kin"]).summary).toMatchObject({
      oneWay: 2,
      notes: ["columns not used: type"],
    });
  });
});

describe("real files", () => {
  test("a European spreadsheet's CSV: byte order mark, sep line, decimal commas, CRLF, quotes, empty rows", () => {
    const read = sampleNetwork("excel-europe.csv");
    expect(pairNames(read)).toEqual(["Müller; Anna - Björn", 'Björn - Said "the Fox" Aziz']);
    expect([...read.ties.named]).toEqual([BOTH, BOTH]);
    // 1.5 + 2.5 is more than 0.25
    expect([...read.ties.weightRank]).toEqual([1, 0]);
    expect(read.summary.notes).toEqual(["columns not used: Stärke"]);
  });

  test("an advice network: repeated, both ways, a weight that is not known, a self-loop", () => {
    const read = sampleNetwork("advice.tsv");
    expect(pairNames(read)).toEqual(["Ana - Bo", "Ana - Cy", "Cy - Dee"]);
    expect([...read.ties.named]).toEqual([BOTH, LOWER_NAMES, LOWER_NAMES]);
    // (4 + 1) + 2 = 7 is less than 9
    expect([...read.ties.weightRank]).toEqual([0, Number.NaN, 1]);
    expect(circlesByName(read)).toEqual(["Sales: Ana, Bo", "Research: Cy, Dee"]);
    expect(describeNetwork(read.summary)).toBe(
      "4 agents, 3 ties, 2 one way, 1 repeated line, 1 self-loop; 2 circles from the file; columns not used: comment",
    );
  });

  test("a list from SNAP: comments, tabs, no header", () => {
    const read = sampleNetwork("snap.txt");
    expect(read.people.names).toEqual(["30", "1412", "3352", "5254"]);
    expect(read.summary).toMatchObject({ agents: 4, ties: 4, notes: [] });
  });

  test("a table of R's write.table: a header one name short", () => {
    const read = sampleNetwork("r-write-table.txt");
    expect(pairNames(read)).toEqual(["Ana Maria - Bo", "Bo - Cy"]);
    expect([...read.ties.weightRank]).toEqual([1, 0]);
    const csv = networkOf(['"","from","to"', '"1","a","b"', '"2","b","c"']);
    expect(pairNames(csv)).toEqual(["a - b", "b - c"]);
  });

  test("names in any script and with any signs are kept as they are", () => {
    const read = sampleNetwork("many-scripts.csv");
    expect(read.people.names).toEqual(["ليلى", "李雷", "🦊 & <b>Zoë</b>", "=SUM(A1:A9)", "-5"]);
    expect(read.people.circleNames).toEqual(["حلقة", "圈子", `O'Neil, "the" group`]);
  });

  test("a run's ties.csv is the network at its last tick, with the strengths as weights", () => {
    const read = networkOf([
      "tick,from,to,credibility,trust_share,strength,from_circle,to_circle",
      "13,0,1,0.5,0.5,0.9,0,0",
      "13,1,0,0.5,0.5,0.9,0,0",
      "26,0,1,0.5,0.5,0.2,0,1",
      "26,1,0,0.5,0.5,0.2,1,0",
      "26,2,1,0.5,0.5,0.4,0,1",
      "26,1,2,0.5,0.5,0.4,1,0",
    ]);
    expect(pairNames(read)).toEqual(["0 - 1", "1 - 2"]);
    expect([...read.ties.weightRank]).toEqual([0, 1]);
    expect(circlesByName(read)).toEqual(["0: 0, 2", "1: 1"]);
    expect(read.summary.notes).toEqual([
      "2 lines of earlier ticks left out",
      "columns not used: trust_share",
      "4 trust ratings by direction",
    ]);
  });
});

test("names: blanks around them go, composed and decomposed letters are one, case is kept apart", () => {
  const decomposed = "Jose\u0301";
  const { people } = networkOf(["from,to", `  ${decomposed} ,Bo`, "José,bo", "\u00a0Bo,José"]);
  expect(people.names).toEqual(["Jos\u00e9", "Bo", "bo"]);
});

test("an apostrophe before what a spreadsheet would run is taken off, one of several", () => {
  const read = networkOf(["from,to", "'=x,''=x", "'''=x,'=x", "=x,''=x", "'x,'t Hooft"]);
  expect(read.people.names).toEqual(["=x", "'=x", "''=x", "'x", "'t Hooft"]);
  expect(pairNames(read)).toEqual(["=x - '=x", "=x - ''=x", "'x - 't Hooft"]);
});

test("weights that are all equal are said not to be used", () => {
  expect(networkOf(["from,to,weight", "a,b,1", "b,c,1"]).summary).toMatchObject({
    weighted: 0,
    notes: ["all weights are equal, so they are not used"],
  });
  expect(networkOf(["from,to,weight", "a,b,1", "b,c,2", "c,d,"]).summary).toMatchObject({ weighted: 2, notes: [] });
  expect(networkOf(["from,to,weight", "a,b,", "b,c,NA"]).summary).toMatchObject({ weighted: 0, notes: [] });
});

test("a summary counts in words that fit", () => {
  const { summary } = networkOf(["from,to,weight", "a,a,1", "a,b,1", "a,b,2", "c,d,0", "b,e,1", "f,f,1"]);
  expect(summary).toMatchObject({
    agents: 6,
    ties: 2,
    oneWay: 2,
    repeated: 1,
    selfLoops: 2,
    zeroWeights: 1,
    isolated: 3,
    circles: ANY,
  });
  expect(describeNetwork(summary)).toBe(
    "6 agents, 2 ties, 2 one way, 1 repeated line, 2 self-loops, 1 line of weight 0 left out, 3 without ties; 4 circles from Louvain communities",
  );
});
