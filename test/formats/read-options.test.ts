import { expect, test } from "vitest";
import { readConfig } from "../../formats/config.ts";
import { readColumnChoice } from "../../formats/network/read-options.ts";
import { problemsOf } from "../helpers/read-sample.ts";

test("columns are chosen by title or number", () => {
  expect(readColumnChoice("from=Ego Name, to = 2,weight=a=b", "--columns")).toEqual({ from: "Ego Name", to: "2", weight: "a=b" });
  expect(readColumnChoice("weight=Calls", "--columns")).toEqual({ weight: "Calls" });
});

test("every fault of a choice at once", () => {
  expect(problemsOf(() => readColumnChoice("form=A,to=B,to=C,weight=", "--columns"))).toEqual([
    '--columns: unknown key "form" (did you mean "from"?); known keys: from, to, weight, direction, trust, time',
    "--columns: to is given twice",
    "--columns: weight needs the title or the number of a column, as in weight=1",
    '--columns: give both from and to, or neither, got "form=A,to=B,to=C,weight="',
  ]);
});

test("a configuration can choose columns, too, and its faults have lines", () => {
  const text = "network:\n  file: a.csv\n  columns: from=A,to=B\nagents: {file: b.csv, circle_column: team}";
  expect(readConfig(text, "run.yaml")).toMatchObject({
    network: { file: "a.csv", columns: "from=A,to=B" },
    agents: { file: "b.csv", circle_column: "team" },
  });
  expect(problemsOf(() => readConfig("network:\n  file: a.csv\n  columns: from=A\n  colums: x", "run.yaml"))).toEqual([
    'run.yaml, line 3: network.columns: give both from and to, or neither, got "from=A"',
    expect.stringMatching(
      /^run\.yaml, line 4: unknown key "colums" in network \(did you mean "columns"\?\); known keys: file, sha256, /,
    ),
  ]);
});
