import { formatValue } from "../sim/index.ts";
import type { Faults } from "./faults.ts";
import { hasControls, printable } from "./names.ts";
import type { YamlValue } from "./yaml-value.ts";

/** A key of a YAML or JSON table with its line, and its value. */
export interface Entry {
  readonly key: string;
  readonly line: number;
  readonly value: YamlValue;
}

/** The entries as a table. Each value gets the line of its key. A repeated key is reported. */
export function tableOf(entries: readonly Entry[], faults: Faults): ReadonlyMap<string, YamlValue> {
  const table = new Map<string, YamlValue>();
  for (const { key, line, value } of entries) {
    const known = table.get(key);
    if (known === undefined) table.set(key, { ...value, line });
    else faults.add(line, `duplicate key ${formatValue(key)}, already in line ${known.line}`);
  }
  return table;
}

/** Reports a text with characters that are not text. */
export function checkCharacters(text: string, line: number, faults: Faults): void {
  if (hasControls(text)) faults.add(line, `contains control characters: ${printable(text)}`);
}
