import { describe, expect, test } from "vitest";
import { describeNetwork } from "../../formats/network/network-summary.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { type Reading, readOptionsOf } from "../../formats/network/read-options.ts";
import { problemsOf as refused } from "../helpers/read-sample.ts";

function read(text: string, reading: Reading = {}) {
  return readNetwork(text, { file: "f", seed: "1", ...readOptionsOf(reading) });
}

/** The ticks of the contacts of each tie. */
function contacts(text: string, reading: Reading = {}): Record<string, number[]> | undefined {
  const { people, ties } = read(text, reading);
  if (ties.contacts === undefined) return undefined;
  const { first, ticks } = ties.contacts;
  return Object.fromEntries(
    [...ties.lower].map((lower, tie) => [
      `${people.names[lower]}-${people.names[ties.upper[tie]]}`,
      [...ticks.subarray(first[tie], first[tie + 1])],
    ]),
  );
}

const day = 86_400;

describe("a contact falls into the tick that lies so many whole weeks before the end", () => {
  test("in seconds, days, weeks and years", () => {
    const seconds = [0, 7 * day - 1, 7 * day, 7 * day + 1, 21 * day];
    const rows = (times: readonly number[]) => `from,to,time\n${times.map((time) => `a,b,${time}`).join("\n")}`;
    // The last contact is in tick 0, and so is one almost a week earlier.
    expect(contacts(rows(seconds), { time_unit: "second" })).toEqual({ "a-b": [-3, -2, -2, -1, 0] });
    expect(contacts(rows([0, 6, 7, 14]), { time_unit: "day" })).toEqual({ "a-b": [-2, -1, -1, 0] });
    expect(contacts(rows([3, 9]), { time_unit: "week" })).toEqual({ "a-b": [-6, 0] });
    expect(contacts(rows([1999, 2001.5]), { time_unit: "year" })).toEqual({ "a-b": [-130, 0] });
  });

  test("in dates, with times and offsets or without", () => {
    const text = "from,to,date\na,b,2004-04-14\nb,a,2004-04-21 23:00:00Z\nb,c,2004-04-29T01:00+02:00\na,c,2004-04-28T23:00:00.5Z";
    expect(contacts(text)).toEqual({ "a-b": [-2, -1], "a-c": [0], "b-c": [0] });
  });

  test("up to the end that a person gives", () => {
    const text = "from,to,time\na,b,0\na,b,10\na,c,20";
    expect(contacts(text, { time_unit: "week", until: "15" })).toEqual({ "a-b": [-15, -5] });
    expect(contacts(text, { time_unit: "week", until: "30" })).toEqual({ "a-b": [-30, -20], "a-c": [-10] });
    expect(read(text, { time_unit: "week", until: "15" }).people.names).toEqual(["a", "b", "c"]);
  });

  test("in a column that a person chooses", () => {
    expect(contacts("a b 5\nb c 7", { columns: "from=1,to=2,time=3", time_unit: "week" })).toEqual({ "a-b": [-2], "b-c": [0] });
    expect(contacts("from,to,weight\na,b,5\nb,c,7", { columns: "time=weight", time_unit: "week" })).toEqual({
      "a-b": [-2],
      "b-c": [0],
    });
  });
});

test("the summary says how many contacts there are, and that weights are not used", () => {
  const text = "from,to,time,weight\na,b,1,5\na,b,2,5\nb,c,3,1";
  const { summary, ties } = read(text, { time_unit: "week" });
  expect(describeNetwork(summary)).toMatch(/^3 agents, 2 ties, .*weights are not used, because .*; 3 contacts over 3 ticks$/);
  expect(ties.weightRank.every(Number.isNaN)).toBe(true);
});

describe("nothing is guessed", () => {
  test("numbers without a unit are not used, and a warning says how to use them", () => {
    const { ties, summary } = read("from,to,time\na,b,1\nb,c,2");
    expect(ties.contacts).toBeUndefined();
    expect(summary.warnings).toEqual([
      "the column time is not used; the lines of all times are read as one network; to start from dated contacts, give the unit of the times: --time-unit=second|minute|hour|day|week|year",
    ]);
  });

  test("a column of times that is called weight is not a weight", () => {
    const text = "source target weight\n1 2 1082040961\n3 4 1082155839\n5 2 1082414391";
    const { ties, summary } = read(text);
    expect(ties.weightRank.every(Number.isNaN)).toBe(true);
    expect(summary.warnings[0]).toContain("weights look like times since 1970");
    expect(contacts(text, { time_unit: "second" })).toEqual({ "1-2": [0], "3-4": [0], "2-5": [0] });
  });

  test("dates beside weights are not used without being asked for", () => {
    const text = "from,to,weight,date\na,b,1,2020-01-01\nb,c,2,2020-02-01";
    expect(contacts(text)).toBeUndefined();
    expect(read(text).summary.warnings[0]).toContain("--time-unit=date");
    expect(contacts(text, { time_unit: "date" })).toEqual({ "a-b": [-4], "b-c": [0] });
  });

  test("a unit that makes the record longer than 1,000 years, or one week, is doubted", () => {
    const rows = "from,to,time\na,b,0\nb,c,100000";
    expect(refused(() => read(rows, { time_unit: "week" }))[0]).toContain("check --time-unit");
    expect(read(rows, { time_unit: "second" }).summary.warnings[0]).toContain("all contacts fall into one tick");
  });
});

describe("faults", () => {
  test.each([
    ["from,to,time\na,b,1\nb,c,", { time_unit: "day" }, "f, line 3: a time is missing"],
    ["from,to,time\na,b,1\nb,c,soon", { time_unit: "day" }, 'f, line 3: a time must be a number of days, got "soon"'],
    ["from,to,time\na,b,2020-02-30\nb,c,2020-01-01", { time_unit: "date" }, "f, line 2: a time must be a date such as"],
    ["from,to,time\na,b,1", { time_unit: "day", until: "2020-01-01" }, "f: --until must be a number of days, as in the file"],
    ["from,to,time\na,b,5", { time_unit: "day", until: "4" }, "f: has no line up to 4; give a later time with --until"],
    ["from,to\na,b", { until: "4" }, "f: has no column of times, so --until cannot be used; choose one"],
    ["from,to\na,b", { time_unit: "day" }, "f: has no column of times, so --time-unit cannot be used; choose one"],
    ["from,to,when\na,b,1", { columns: "time=when" }, "f: the unit of the times in the column when is not known"],
    ["from,to,time\na,b,1", { columns: "time=wen" }, 'f, line 1: has no column "wen"'],
    ["from,to,time\na,b,1", { columns: "time=from" }, 'f, line 1: the column "from" cannot be time: it has another use'],
    ["from,to,time,time\na,b,1,2", { time_unit: "day" }, "f, line 1: duplicate column time"],
  ] as const)("%j", (text, reading, fault) => {
    expect(refused(() => read(text, reading))[0]).toContain(fault);
  });

  test("an unknown unit names the known ones", () => {
    expect(refused(() => readOptionsOf({ time_unit: "weeks" }))[0]).toBe(
      'time_unit: unknown unit "weeks" (did you mean "week"?); known units: second, minute, hour, day, week, year, date',
    );
  });
});
