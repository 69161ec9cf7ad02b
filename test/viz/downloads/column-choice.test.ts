import { describe, expect, test } from "vitest";
import { previewTable } from "../../../formats/network/preview-table.ts";
import { readNetwork } from "../../../formats/network/read-network.ts";
import { readOptionsOf } from "../../../formats/network/read-options.ts";
import { type ColumnChoices, choiceProblems, firstChoices, flagsOf, readingOf } from "../../../viz/downloads/column-choice.ts";

const calls = "Answered,Dialed,Calls,Hours\nAna,Bo,9,1\nBo,Cy,2,5\n";

function previewOf(text: string) {
  const preview = previewTable(text);
  if (preview === undefined) throw new Error("not a table");
  return preview;
}

/** What a form for a table holds, with changes. */
function choices(text: string, change: Partial<ColumnChoices> = {}): ColumnChoices {
  return { ...firstChoices(previewOf(text), undefined), ...change };
}

const readingIn = (text: string, change: Partial<ColumnChoices>) => readingOf(choices(text, change), previewOf(text).rows[0] ?? []);

describe("a preview", () => {
  test("has the first rows, and guesses titles and columns", () => {
    expect(previewTable(calls)).toEqual({
      kind: "network",
      isMatrix: false,
      rows: [
        ["Answered", "Dialed", "Calls", "Hours"],
        ["Ana", "Bo", "9", "1"],
        ["Bo", "Cy", "2", "5"],
      ],
      hasTitles: true,
      found: {},
    });
    expect(previewTable("from;to;trust;date\na;b;0.5;2024-01-01\n")).toMatchObject({
      hasTitles: true,
      found: { from: 0, to: 1, trust: 2, time: 3 },
    });
    expect(previewTable("7 3 4\n3 7 -8\n")).toMatchObject({ hasTitles: false, found: { from: 0, to: 1, weight: 2 } });
    expect(previewTable("Id,Label\n1,Ana\n2,Bo\n")).toMatchObject({ kind: "agents", hasTitles: true });
    expect(previewTable(",A,B,C\nA,0,1,0\nB,1,0,1\nC,0,1,0\n")).toMatchObject({ isMatrix: true, hasTitles: false, found: {} });
    expect(previewTable("0110\n1001\n1001\n0110\n")).toMatchObject({ isMatrix: true });
  });

  test("cuts long cells, and shows no more than six rows", () => {
    const { rows } = previewOf(`from,to\n${`${"a".repeat(500)},b\n`.repeat(50)}`);
    expect([rows.length, rows[1]?.[0]]).toEqual([6, `${"a".repeat(39)}…`]);
  });

  test.each([
    ["GraphML", '<graphml><graph><node id="a"/></graph></graphml>'],
    ["a format that is not supported", "digraph {\na -> b\n}"],
    ["binary data", "\u0000\u0001"],
    ["nothing", ""],
    ["one word in each line", "a\nb\n"],
    ["networkx's edge list, which has no columns", "1 2 {'weight': 3}\n2 3 {'weight': 1}\n"],
  ])("is not made of %s", (_, text) => {
    expect(previewTable(text)).toBeUndefined();
  });
});

describe("what was chosen", () => {
  test("becomes the words of the command line, and they read the file", () => {
    const reading = readingIn(calls, { columns: { from: 1, to: 0, weight: 3 } });
    expect(reading).toEqual({ columns: "from=Dialed,to=Answered,weight=Hours" });
    const { people, ties } = readNetwork(calls, { file: "calls.csv", seed: "1", ...readOptionsOf(reading) });
    expect(people.names).toEqual(["Bo", "Ana", "Cy"]);
    expect([...ties.weightRank]).toEqual([0, 1]);
  });

  test("names columns by number if they have no titles, or if a title could be mistaken", () => {
    const columns = { from: 0, to: 1, trust: 2 };
    const signed = { columns, scale: "ends", none: "-10", full: "10" } as const;
    expect(readingIn("7,3,4\n3,7,-8\n", signed)).toEqual({ columns: "from=1,to=2,trust=3", trust_scale: "-10,10" });
    expect(readingIn("from,to,Trust, really\na,b,1,2\n", { columns })).toEqual({ columns: "from=from,to=to,trust=Trust" });
    expect(readingIn('from,to,"Trust, really"\na,b,1\n', { columns })).toEqual({ columns: "from=from,to=to,trust=3" });
    expect(readingIn("from,to,2019\na,b,1\n", { columns })).toEqual({ columns: "from=from,to=to,trust=3" });
    expect(readingIn("from,to,x,X\na,b,1,2\n", { columns })).toEqual({ columns: "from=from,to=to,trust=3" });
  });

  test("leaves everything else to the program", () => {
    expect(readingIn(calls, {})).toEqual({});
    expect(readingIn(calls, { scale: "score", timeUnit: "day" })).toEqual({ trust_scale: "score", time_unit: "day" });
    expect(readingIn(calls, { until: " 2024-03-01 " })).toEqual({ until: "2024-03-01" });
    expect(readingIn("name,house\nAna,red\nBo,blue\n", { kind: "agents", circle: 1 })).toEqual({ circle_column: "house" });
    expect(readingIn("name,house\nAna,red\nBo,blue\n", { kind: "agents", columns: { from: 0 } })).toEqual({});
  });

  test("is shown again when the form opens again", () => {
    const change = {
      columns: { from: 1, to: 0, weight: 3 },
      scale: "ends",
      none: "1",
      full: "5",
      timeUnit: "day",
      until: "9",
    } as const;
    const chosen = { kind: "network", reading: readingIn(calls, change) } as const;
    expect(firstChoices(previewOf(calls), chosen)).toEqual(choices(calls, change));
    const people = "name,house\nAna,red\nBo,blue\n";
    expect(firstChoices(previewOf(people), { kind: "agents", reading: { circle_column: "house" } })).toEqual(
      choices(people, { kind: "agents", circle: 1 }),
    );
  });

  test("has flags that a shell takes literally", () => {
    expect(flagsOf({ columns: "from=a b,to=it's", trust_scale: "-10,10" })).toBe(
      "--columns='from=a b,to=it'\\''s' --trust-scale=-10,10",
    );
  });

  test("is checked before the file is read", () => {
    const half = "Choose both people of a tie, or neither.";
    const twice = "Choose each column only once.";
    const numbers = "Give two different numbers for no trust and full trust.";
    expect(choiceProblems(choices(calls, { columns: { from: 1 } }))).toEqual([half]);
    expect(choiceProblems(choices(calls, { columns: { from: 1, to: 1 }, scale: "ends", none: "5", full: "5" }))).toEqual([
      twice,
      numbers,
    ]);
    expect(choiceProblems(choices(calls, { scale: "ends", none: "", full: "x" }))).toEqual([numbers]);
    expect(choiceProblems(choices(calls, { kind: "agents", columns: { from: 1 }, scale: "ends" }))).toEqual([]);
    expect(choiceProblems(choices(calls, { columns: { from: 0, to: 1 }, scale: "ends", none: "10", full: "-10" }))).toEqual([]);
  });
});
