import { tieTableColumns } from "../../../sim/index.ts";
import { filled, type Make } from "./make-text.ts";

/** A line of a ties.csv, at tick 9 if no other is given. */
function tieLine(from: number, to: number, tick = 9): string {
  const values: Readonly<Record<string, number>> = { tick, from, to, evidence: 1, last_encounter: 1 };
  return tieTableColumns.map((title) => (title.endsWith("circle") ? "" : (values[title] ?? 0.5))).join(",");
}

export const ownTables: Readonly<Record<string, Make>> = {
  "repeated ties": filled(`${tieTableColumns.join(",")}\n`, `${tieLine(0, 1)}\n`),
  "one direction of each tie": filled(`${tieTableColumns.join(",")}\n`, (k) => `${tieLine(k, k + 1)}\n`),
  "ties of the last agent": filled(`${tieTableColumns.join(",")}\n`, (k) => `${tieLine(999_999, k)}\n${tieLine(k, 999_999)}\n`),
  "faulty numbers": filled(`${tieTableColumns.join(",")}\n`, `${tieTableColumns.map(() => "x").join(",")}\n`),
  "short lines": filled(`${tieTableColumns.join(",")}\n`, "1,2\n"),
  "ticks that rise": filled(`${tieTableColumns.join(",")}\n`, (k) => `${tieLine(0, 1, k)}\n`),
};
