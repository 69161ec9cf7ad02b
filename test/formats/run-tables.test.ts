import { beforeAll, describe, expect, test } from "vitest";
import { readAgents } from "../../formats/agents.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { type PeopleOfFiles, peopleOfFiles } from "../../formats/people-of-files.ts";
import {
  advance,
  agentTable,
  agentTableColumns,
  checkpoint,
  createCollector,
  csvLine,
  InputError,
  type Run,
  restore,
  strangers,
  tieLines,
  tieTableColumns,
} from "../../sim/index.ts";
import { strengthWhenSet } from "../../sim/start/imported-state.ts";
import { fadedStrength } from "../../sim/trust/tie-strength.ts";
import { advanceTo, makeRun } from "../helpers/make-run.ts";

const END = 40;
const parameters = {
  fading_rate: 0.15,
  fading_protection: 0.7,
  news_rate: 0.05,
  follow_up_interval: "never",
  turnover: 0,
} as const;

/** A run in which people leave and come, until tick 30, and whose names are other agents' numbers. */
function original(settled = 0): Run {
  const names = Array.from({ length: 50 }, (_, agent) => String(agent + 1));
  const people = {
    ...strangers(names),
    circle: Int32Array.from(names, (_, agent) => 2 - (agent % 3)),
    circleNames: ["0", "1", "2"],
  };
  const interventions = [
    { tick: 10, remove: [0, 7] },
    { tick: 20, add: 2, circle: 1, names: ["Zoë", "=x"] },
    { tick: 25, add_ties: [["Zoë", 3]] },
    { tick: 31, set: { turnover: 0 } },
  ];
  return advanceTo(
    makeRun({ parameters: { ...parameters, agents: 50, circle_size: 20, turnover: 0.5 }, people, interventions, settled }),
    END,
  );
}

function tablesOf(run: Run): { ties: string; agents: string } {
  const collector = createCollector(run.population, () => true);
  collector.collect();
  return {
    ties: csvLine(tieTableColumns) + [...tieLines(run, collector)].join(""),
    agents: [...agentTable(run, collector)].join(""),
  };
}

function read(ties: string, agents?: string): PeopleOfFiles {
  const network = { file: "ties.csv", value: readNetwork(ties, { file: "ties.csv", seed: "run" }) };
  const rows = agents === undefined ? undefined : { file: "agents.csv", value: readAgents(agents, "agents.csv", { domains: 6 }) };
  return peopleOfFiles(network, rows, "run");
}

function runOf({ people, imported }: PeopleOfFiles, settled = 0): Run {
  return makeRun({ parameters, ...(people && { people }), ...(imported && { imported }), settled });
}

/** The columns that describe people, without what they did during the last year. */
function describePeople(agents: string): string[] {
  const columns = agentTableColumns.indexOf("trusting") + 1;
  return agents.split("\n").map((line) => line.split(",").slice(0, columns).join(","));
}

let run: Run;
let tables: { ties: string; agents: string };
beforeAll(() => {
  run = original();
  tables = tablesOf(run);
});

describe("the ties.csv and agents.csv of a run", () => {
  test("give back every tie with its strength, last encounter, beliefs and evidence, and every agent with its number", () => {
    const again = runOf(read(tables.ties, tables.agents));
    expect(again.population.tick).toBe(END);
    const written = tablesOf(again);
    expect(written.ties).toBe(tables.ties);
    expect(describePeople(written.agents)).toEqual(describePeople(tables.agents));
    expect([...again.population.circles.present]).toEqual([...run.population.circles.present]);
  });

  test.each([
    ["a run", 0],
    ["a run with a burn-in", 30],
  ])("give the same next tick as %s without promises under way and news, which they don't hold", (_, settled) => {
    const whole = settled === 0 ? restore(checkpoint(run)) : original(settled);
    whole.population.promises.count = 0;
    whole.population.news.held.length.fill(0);
    const given = tablesOf(whole);
    const again = runOf(read(given.ties, given.agents), settled);
    expect(tablesOf(again).ties).toBe(given.ties);
    expect(describePeople(tablesOf(again).agents)).toEqual(describePeople(given.agents));
    advance(whole);
    advance(again);
    const encounters = ({ population }: Run) => population.events.counts[0];
    expect(encounters(again)).toBeGreaterThan(0);
    // Strengths that fade to the same number can differ in their last digit before.
    const rounded = (text: string) => text.replace(/\d\.\d{13,}/g, (digits) => Number(digits).toFixed(12));
    expect(rounded(tablesOf(again).ties)).toBe(rounded(tablesOf(whole).ties));
  });

  test("of several waves, the last counts", () => {
    const earlier = tables.ties.replaceAll(`\n${END},`, "\n13,").split("\n").slice(1).join("\n");
    const both = read(`${csvLine(tieTableColumns)}${earlier}${tables.ties.split("\n").slice(1).join("\n")}`, tables.agents);
    expect(tablesOf(runOf(both)).ties).toBe(tables.ties);
    expect(both.note).toContain("lines of earlier ticks left out");
  });

  test("can be read without agents.csv: agents have their numbers as names", () => {
    const { people } = read(tables.ties);
    expect(people?.names.slice(0, 3)).toEqual(["0", "1", "2"]);
  });

  test("begin at their tick, without those who have left", () => {
    const { people, imported } = read(tables.ties, tables.agents);
    expect(imported?.state?.tick).toBe(END);
    expect(people?.present?.[7]).toBe(0);
  });
});

describe("faults in them", () => {
  /** Changes cells of the table of ties; rows count from the first below the header, which is line 2. */
  function faultsOf(change: (rows: string[][]) => void, agents = tables.agents): string[] {
    const [header = "", ...lines] = tables.ties.trimEnd().split("\n");
    const rows = lines.map((line) => line.split(","));
    change(rows);
    try {
      read([header, ...rows.map((row) => row.join(","))].join("\n"), agents);
    } catch (error) {
      if (error instanceof InputError) return [...error.problems];
      throw error;
    }
    return [];
  }

  const set = (row: number, column: (typeof tieTableColumns)[number], value: string) => (rows: string[][]) => {
    const cells = rows[row];
    if (cells !== undefined) cells[tieTableColumns.indexOf(column)] = value;
  };

  test("beliefs and strengths outside 0 to 1, negative evidence, and ticks that are not counts", () => {
    expect(faultsOf(set(0, "credibility", "1.2"))).toEqual([
      'ties.csv, line 2: credibility must be a number from 0 to 1, got "1.2"',
    ]);
    expect(faultsOf(set(1, "evidence", "-3"))[0]).toMatch(/line 3: evidence must be a number from 0 to 1,000,000,000, got "-3"/);
    expect(faultsOf(set(1, "last_encounter", "41"))[0]).toBe(
      'ties.csv, line 3: last_encounter must be a whole number, at most the tick, 40, got "41"',
    );
  });

  test("a strength that differs between the two lines of a tie", () => {
    expect(faultsOf(set(0, "strength", "0.5"))[0]).toMatch(
      /ties\.csv, line \d+: strength must be the same in both lines of a tie, got/,
    );
  });

  test("a direction that is missing, or given twice", () => {
    expect(faultsOf((rows) => rows.splice(0, 1))[0]).toMatch(/no line has the one from \d+ to \d+; a run writes both/);
    expect(faultsOf((rows) => rows.splice(1, 0, rows[0] ?? []))[0]).toMatch(
      /^ties\.csv, line 3: repeats the tie from \d+ to \d+ of line 2/,
    );
  });

  test("agents that the agents.csv lacks, repeats or calls otherwise than by number", () => {
    const lines = tables.agents.split("\n");
    const without = [...lines.slice(0, 1), ...lines.slice(2)].join("\n");
    expect(faultsOf(() => {}, without)).toEqual([
      "agents.csv: agent 1 is missing, but has ties; use the ties.csv and agents.csv of one run",
    ]);
    const twice = tables.agents.replace("\n2,3,", "\n1,3,");
    expect(faultsOf(() => {}, twice)[0]).toBe("agents.csv, line 3: repeats agent 1 of line 2; delete one of the two lines");
    const named = tables.agents.replace("\n2,3,", "\nx,3,");
    expect(faultsOf(() => {}, named)[0]).toBe('agents.csv, line 3: agent must be a whole number from 0 to 999,999, got "x"');
  });
});

test("a strength before it faded is found exactly, whatever the rates", () => {
  for (let k = 1; k < 2000; k++) {
    const [strength, silent] = [(k * 0.618) % 1, k % 97];
    const faded = fadedStrength(strength, silent, 0.02 * (1 + (k % 7)), (k % 11) / 10);
    const found = strengthWhenSet(faded, silent, 0.02 * (1 + (k % 7)), (k % 11) / 10);
    expect(fadedStrength(found, silent, 0.02 * (1 + (k % 7)), (k % 11) / 10)).toBe(faded);
    expect(Math.abs(found - strength)).toBeLessThan(1e-14);
  }
});
