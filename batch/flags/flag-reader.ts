import { Option } from "commander";
import { formatNumber, formatValue } from "../../sim/index.ts";

/** Stands for a flag that the user gave without its value. */
const NO_VALUE = false;

/** The values of a flag, in the order in which the user gave them. */
export type Given = readonly (string | typeof NO_VALUE)[] | undefined;

/**
 * Defines a flag with a value. Commander would stop at the first flag without its value, and would take a following flag as the
 * value. This keeps every use, for `FlagReader` to judge.
 *
 * @param flags `--seed <text>`
 */
export function valueFlag(flags: string, description: string): Option {
  const option = new Option(flags, description).preset(NO_VALUE).argParser(collect);
  option.required = false;
  option.optional = true;
  return option;
}

function collect(value: unknown, before: unknown[] | undefined): unknown[] {
  return [...(before ?? []), value];
}

/** Reads the values of flags and collects what is wrong with them. */
export class FlagReader {
  readonly problems: string[] = [];

  /** Every value of a flag that can be repeated. */
  texts(flag: string, given: Given): string[] {
    const texts = (given ?? []).filter((value) => value !== NO_VALUE);
    if (texts.length < (given?.length ?? 0))
      this.problems.push(`${flag} needs a value (for a value that begins with -, write ${flag}=…)`);
    return texts;
  }

  text(flag: string, given: Given): string | undefined {
    const texts = this.texts(flag, given);
    if (texts.length > 1) this.problems.push(`${flag} can be given only once, got ${texts.map(formatValue).join(" and ")}`);
    return texts[0];
  }

  /** A whole number in plain digits. */
  whole(flag: string, given: Given, min: number, max: number): number | undefined {
    const text = this.text(flag, given);
    if (text === undefined) return undefined;
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    this.problems.push(
      `${flag} must be a whole number from ${formatNumber(min)} to ${formatNumber(max)}, written in digits only, got ${formatValue(text)}`,
    );
    return undefined;
  }

  /** `name=value`, with each name once. */
  settings(flag: string, given: Given): Record<string, string> {
    const settings: [string, string][] = [];
    for (const text of this.texts(flag, given)) {
      const at = text.indexOf("=");
      const name = text.slice(0, Math.max(at, 0)).trim();
      if (name === "") this.problems.push(`${flag} must be name=value, got ${formatValue(text)}`);
      else if (settings.some(([other]) => other === name))
        this.problems.push(`${flag} sets ${name} twice, the second time to ${formatValue(text.slice(at + 1))}`);
      else settings.push([name, text.slice(at + 1)]);
    }
    return Object.fromEntries(settings);
  }
}
