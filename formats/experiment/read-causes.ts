import { mostFactors } from "../../study/designs/design-size.ts";
import { FOCAL } from "../../study/experiment.ts";
import type { Faults } from "../faults.ts";
import { describeValue, type YamlValue } from "../yaml-value.ts";
import { checkName } from "./check-name.ts";
import type { ReadDesign, ReadFactor, Setting } from "./experiment-file.ts";
import { readSettings } from "./read-arms.ts";

/**
 * Reads the causes of a Shapley design: named settings, of which each design point has a subset. The factors are the causes, and their
 * levels are off and on.
 *
 * @param value of `design.of`
 * @param line of the design
 */
export function readCauses(value: YamlValue | undefined, line: number, faults: Faults): ReadDesign {
  const rule = "a table of causes such as {talk: {parameters: {gossip: off}}, word: {focal_traits: {follow_through: 1}}}";
  const given = [...(value?.table ?? [])];
  if (value === undefined) faults.add(line, `the design shapley needs of, ${rule}`);
  else if (value.table === undefined) faults.add(value.line, `design.of must be ${rule}, got ${describeValue(value)}`);
  else checkCount(given.length, value.line, faults);
  const settings: Setting[] = [];
  const factors = given.map(([name, cause]): ReadFactor => {
    const place = `design.of.${name}`;
    checkName("cause", name, new Set(), cause.line, faults);
    const before = faults.count;
    const read = readSettings(cause, place, faults);
    const isEmpty = read.settings.length === 0 && read.sets.interventions.given.length === 0;
    if (isEmpty && faults.count === before)
      faults.add(cause.line, `${place} sets nothing, so it cannot make a difference; give it settings or remove it`);
    for (const setting of read.settings) {
      checkOnce(setting, settings, faults);
      settings.push(setting);
    }
    const sets = { ...read.sets, interventions: read.sets.interventions.given };
    return { name, values: { levels: [false, true] }, sets, line: cause.line };
  });
  return { design: { kind: "shapley" }, factors, settings };
}

function checkCount(count: number, line: number, faults: Faults): void {
  const most = mostFactors("shapley");
  if (count < 2) faults.add(line, `design.of needs at least two causes, got ${count}; to compare two cases, use arms`);
  if (count > most)
    faults.add(
      line,
      `design.of takes at most ${most} causes, because every subset of them is run, got ${count}; put settings that belong together into one cause`,
    );
}

/** Reports a setting that belongs to an earlier cause, too: with both causes, it could have only one of the two values. */
function checkOnce({ name, line, place }: Setting, before: readonly Setting[], faults: Faults): void {
  const other = before.find((one) => one.name === name && one.place !== place);
  if (other === undefined) return;
  const setting = name.startsWith(FOCAL) ? name.slice(FOCAL.length) : name;
  faults.add(line, `${place} sets ${setting}, as ${other.place} does; a setting can belong to only one cause`);
}
