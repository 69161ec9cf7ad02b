import { readAgents } from "../../formats/agents.ts";
import { joinPeople } from "../../formats/join-people.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { agentTableColumns, tieTableColumns } from "../../sim/index.ts";
import { type Example, provoke } from "./example.ts";

const header = tieTableColumns.join(",");

/** A line of ties.csv, at tick 9. */
function tie(from: number, to: number, strength = 0.5): string {
  return `9,${from},${to},0.4,0.4,0.3,0.5,2,1.1,0.4,${strength},7,0,0,,`;
}

/** A line of agents.csv. */
function agent(number: string, row: number, since = "0"): string {
  return [number, `person ${row}`, ...agentTableColumns.slice(2).map((column) => (column === "since" ? since : ""))].join(",");
}

function provokeTies(lines: readonly string[]): Example {
  return provoke([header, ...lines].join("\n"), () => {
    readNetwork([header, ...lines].join("\n"), { file: "ties.csv", seed: "1" });
    return undefined;
  });
}

function provokeWithUntil(lines: readonly string[]): Example {
  return provoke(`${[header, ...lines].join("\n")} (with --until 5)`, () => {
    readNetwork([header, ...lines].join("\n"), { file: "ties.csv", seed: "1", until: "5" });
    return undefined;
  });
}

function provokeAgents(what: string, numbers: readonly string[], since?: string): Example {
  return provoke(`agents.csv of a run ${what}`, () => {
    const rows = readAgents(
      [agentTableColumns.join(","), ...numbers.map((number, row) => agent(number, row, since))].join("\n"),
      "agents.csv",
      { domains: 6 },
    );
    const network = readNetwork([header, tie(0, 1), tie(1, 0)].join("\n"), { file: "ties.csv", seed: "1" });
    joinPeople(network, rows, { file: "agents.csv", seed: "1" });
    return undefined;
  });
}

/** The tables of a run, changed after the run wrote them. */
export function runTableExamples(): Example[] {
  return [
    provokeTies([tie(0, 0), tie(0, 1, 1.5)]),
    provokeTies([tie(0, 1), tie(0, 1), tie(1, 0)]),
    provokeTies([tie(0, 1)]),
    provokeTies([tie(0.5, 1)]),
    provokeTies([tie(0, 1), tie(1, 0, 0.6)]),
    provokeWithUntil([tie(0, 1), tie(1, 0)]),
    provokeAgents("without a number for one agent", ["0", "x"]),
    provokeAgents("with a word for the tick of coming", ["0", "1"], "soon"),
    provokeAgents("with one number twice", ["0", "1", "1"]),
    provokeAgents("without an agent who has ties", ["0", "2"]),
  ];
}
