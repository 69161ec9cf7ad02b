import { describe, expect, test } from "vitest";
import { BOTH, LOWER_NAMES } from "../../sim/index.ts";
import { circlesByName, networkOf, pairNames, problemsOf } from "../helpers/read-sample.ts";

/** Records with their direction and weight: `Ana > Bo 2`, `Ana - Bo 2`. */
function records(lines: readonly string[], file = "m"): string[] {
  const { listing } = networkOf(lines, file);
  const { names, from, to, weight, directed } = listing;
  return from.map((one, at) => `${names[one]} ${directed[at] ? ">" : "-"} ${names[to[at]]} ${weight[at]}`);
}

// Ana and Bo know each other, Cy knows Ana.
const named = ["Ana - Bo 2", "Ana - Cy 1"];

describe("a symmetric matrix has ties without direction", () => {
  test.each([
    ["names on both sides", [",Ana,Bo,Cy", "Ana,0,2,1", "Bo,2,0,0", "Cy,1,0,0"]],
    ["a title in the corner", ["name;Ana;Bo;Cy", "Ana;0;2;1", "Bo;2;0;0", "Cy;1;0;0"]],
    ["names as R's write.table has them", ["Ana Bo Cy", "Ana 0 2 1", "Bo 2 0 0", "Cy 1 0 0"]],
    ["names above only", ["Ana,Bo,Cy", "0,2,1", "2,0,0", "1,0,0"]],
    ["rows in another order", [",Ana,Bo,Cy", "Cy,1,0,0", "Ana,0,2,1", "Bo,2,0,0"]],
    ["blank cells, and one half only", [",Ana,Bo,Cy", "Ana,,2,1", "Bo,,,", "Cy,,,"]],
  ])("%s", (_how, lines) => {
    expect(records(lines)).toEqual(named);
  });

  test("without names, agents are numbered from 1", () => {
    expect(records(["0 1 0", "1 0 3", "0 3 0"])).toEqual(["1 - 2 1", "2 - 3 3"]);
    expect(records(["0 1 0 1", "1 0 1 0", "0 1 0 1", "1 0 1 0"])).toEqual(["1 - 2 1", "1 - 4 1", "2 - 3 1", "3 - 4 1"]);
  });
});

test("the rows of an asymmetric matrix name its columns", () => {
  expect(records([",Ana,Bo,Cy", "Ana,0,2,0", "Bo,1,0,0", "Cy,4,0,0"])).toEqual(["Ana > Bo 2", "Bo > Ana 1", "Cy > Ana 4"]);
  const read = networkOf([",Ana,Bo,Cy", "Ana,0,2,0", "Bo,1,0,0", "Cy,4,0,0"]);
  expect(read.summary.notes).toEqual(["read as a matrix of 3 agents, rows name columns"]);
});

describe("SIENA's matrices", () => {
  // 6 and 9 are missing, 10 can't be a tie, 11 must be one.
  const rows = [" 9 1 6 0", " 2 9 0 11", "10 4 9 1", " 0 0 9 9"];
  const ties = ["1 > 2 1", "2 > 1 2", "2 > 4 1", "3 > 2 4", "3 > 4 1"];
  test("separated by blanks", () => {
    expect(records(rows, "w1.dat")).toEqual(ties);
  });

  test("in columns of fixed width", () => {
    expect(records([" 9 1 6 0", " 2 9 011", "10 4 9 1", " 0 0 9 9"], "w1.dat")).toEqual(ties);
    expect(records(["0110", "1001", "0000", "1110"])).toEqual([
      "1 > 2 1",
      "1 > 3 1",
      "2 > 1 1",
      "2 > 4 1",
      "4 > 1 1",
      "4 > 2 1",
      "4 > 3 1",
    ]);
  });

  test("the summary says which codes were read; other numbers are weights", () => {
    expect(networkOf(rows, "w1.dat").summary.notes).toContain(
      "6 and 9 read as missing, 10 as no tie and 11 as a tie, as SIENA writes them",
    );
    expect(records(["0 7 0 6", "7 0 9 0", "0 9 0 1", "6 0 1 0"], "w1.dat")).toEqual(["1 - 2 7", "1 - 4 6", "2 - 3 9", "3 - 4 1"]);
  });
});

test("a small square of numbers that is no matrix is a list", () => {
  expect(pairNames(networkOf(["1,2,3", "2,3,1", "3,1,2"]))).toEqual(["1 - 2", "1 - 3", "2 - 3"]);
  expect(networkOf(["1,2,5,100", "2,3,1,101", "3,4,2,102", "4,1,1,103"]).summary).toMatchObject({ agents: 4, ties: 4 });
});

test.each([
  ["with names", [",e1,e2,e3", "Ana,1,0,1", "Bo,0,1,1", "Cy,1,1,0"]],
  ["without names", ["1 0 1 1", "0 1 1 0", "1 1 0 0", "0 0 1 1", "1 0 0 1"]],
])("a two-mode matrix %s is refused by name", (_how, lines) => {
  const [problem] = problemsOf(() => networkOf(lines));
  expect(problem).toMatch(/two-mode network, which is not supported; ties must connect agents of one kind$/);
});

test("faults of a matrix have their lines", () => {
  expect(problemsOf(() => networkOf([",Ana,Bo,Cy", "Ana,0,-2,1", "Bo,2,0,0", "Cy,1,0,0"]))).toEqual([
    'network, line 2: a cell of a matrix must be a number of at least 0, got "-2"',
    expect.stringContaining("negative cells can be ratings of trust"),
  ]);
});

describe("UCINET's DL", () => {
  test("a full matrix with labels", () => {
    expect(records(["dl n=3 format=fullmatrix", "labels:", "Ana,Bo", '"Cy Lee"', "data:", "0 2 1", "2 0 0", "1 0 0"])).toEqual([
      "Ana - Bo 2",
      "Ana - Cy Lee 1",
    ]);
    expect(records(["DL N = 2", "DATA:", "0 1", "0 0"])).toEqual(["1 > 2 1"]);
  });

  test("labels embedded in the data", () => {
    expect(records(["dl n=3", "labels embedded", "data:", "Ana Bo Cy", "Ana 0 2 1", "Bo 2 0 0", "Cy 1 0 0"])).toEqual(named);
  });

  test.each([
    ["lowerhalf diagonal=absent", ["2", "1 0"]],
    ["lowerhalf", ["0", "2 0", "1 0 0"]],
    ["upperhalf diagonal absent", ["2 1", "0"]],
    ["upperhalf", ["0 2 1", "0 0", "0"]],
  ])("half a matrix: %s", (format, data) => {
    expect(records([`dl n=3 format=${format}`, "labels: Ana Bo Cy", "data:", ...data])).toEqual(named);
  });

  test("an edge list by number, or by embedded labels, with partial weights", () => {
    expect(records(["dl n=3 format=edgelist1", "labels: Ana,Bo,Cy", "data:", "1 2 2", "3 1"])).toEqual([
      "Ana > Bo 2",
      "Cy > Ana NaN",
    ]);
    expect(records(["dl n=3, format = edgelist1", "labels embedded:", "data:", "Ana Bo 2", "Cy Ana 1"])).toEqual([
      "Ana > Bo 2",
      "Cy > Ana 1",
    ]);
  });

  test("a node list", () => {
    expect(records(["dl n=3 format=nodelist1", "data:", "1 2 3", "3 2"])).toEqual(["1 > 2 NaN", "1 > 3 NaN", "3 > 2 NaN"]);
  });

  test("two matrices are one network, with a warning", () => {
    const read = networkOf(["dl n=2 nm=2", "data:", "0 1", "0 0", "0 0", "1 0"]);
    expect([...read.ties.named]).toEqual([BOTH]);
    expect(read.summary.warnings).toEqual([
      "2 relations in one file are read as one network; to study one of them, delete the others",
    ]);
  });

  test("faults", () => {
    const problem = (...lines: string[]) => problemsOf(() => networkOf(lines, "x.dl"));
    expect(problem("dl nr=2 nc=3", "data:", "0 1 0", "1 0 0")[0]).toContain("two-mode network");
    expect(problem("dl n=3 format=edgelist2", "data:", "1 2")[0]).toContain("two-mode network");
    expect(problem("dl n=3 format=blockmatrix", "data:", "1")[0]).toContain("format must be one of fullmatrix, upperhalf, ");
    expect(problem("dl n=3", "data:", "0 1 0", "1 0 0")).toEqual(["x.dl, line 4: the data end after 6 values, but 9 are expected"]);
    expect(problem("dl n=2 format=edgelist1", "data:", "1 5")).toEqual([
      'x.dl, line 3: an end of a tie must be a label or a number from 1 to 2, because n is 2, got "5"',
    ]);
    expect(problem("dl n=2", "labels: a b c", "data:", "0 1 1 0")[0]).toBe("x.dl: n is 2, but 3 labels are given");
  });
});

describe("Pajek", () => {
  test("a matrix", () => {
    expect(records(["*Vertices 3", '1 "Ana"', '2 "Bo"', '3 "Cy"', "*Matrix", "0 2 1", "2 0 0", "1 0 0"])).toEqual(named);
    expect(problemsOf(() => networkOf(["*Vertices 3", "*Matrix", "0 2 1", "2 0 0"])).join()).toContain(
      "has a matrix of 2 rows, but 3 vertices; add the missing rows",
    );
  });

  test("the first partition gives the circles; vectors and other partitions are kept as attributes", () => {
    const lines = ["*Network club", "*Vertices 3", '1 "Ana"', '2 "Bo"', '3 "Cy"', "*Edges", "1 2", "2 3"];
    const project = [...lines, "*Partition sides", "*Vertices 3", "1", "2", "1", "*Partition years", "*Vertices 3", "7", "8", "8"];
    const read = networkOf([...project, "*Vector size", "*Vertices 3", "0.5", "0.25", "1"]);
    expect(circlesByName(read)).toEqual(["1: Ana, Cy", "2: Bo"]);
    expect(read.summary.notes).toEqual(["not used: partition years, vector size"]);
    expect(read.listing.agentAttributes.get("size")).toEqual(["0.5", "0.25", "1"]);
    expect(circlesByName(networkOf(project, "x", { circleColumn: "years" }))).toEqual(["7: Ana", "8: Bo, Cy"]);
    expect(problemsOf(() => networkOf(project, "x", { circleColumn: "club" }))).toEqual([
      'x: has no partition "club"; its partitions: sides, years',
    ]);
  });
});

test("a listing keeps every directed record and its attributes for later readers", () => {
  const { listing, ties } = networkOf(["from,to,weight,time,mood", "a,b,2,10,0.5", "b,a,4,11,-1", "a,b,1,12,0.25"]);
  expect([...ties.named]).toEqual([BOTH]);
  expect(listing.from).toEqual([0, 1, 0]);
  expect(listing.directed).toEqual([true, true, true]);
  expect(listing.weight).toEqual([2, 4, 1]);
  expect(listing.tieAttributes.get("mood")).toEqual(["0.5", "-1", "0.25"]);
  expect([...networkOf(["from,to", "a,b"]).ties.named]).toEqual([LOWER_NAMES]);
});
