import { groupsIn } from "../../study/expressions/expression.ts";
import { textOf } from "../../study/expressions/expression-text.ts";
import type { Group } from "../../study/expressions/listing.ts";
import { parseCondition } from "../../study/expressions/parse-expression.ts";
import type { WindowKind } from "../../study/outcomes.ts";
import { LARGEST, type TableReader } from "../table-reader.ts";
import type { YamlValue } from "../yaml-value.ts";
import type { ReadSpan, ReadWhen } from "./experiment-file.ts";
import { whenKeys } from "./outcome-fields.ts";

interface FoundWhen {
  readonly when: ReadWhen;
  readonly whenLine: number;
  /** in a condition */
  readonly groups: readonly Group[];
}

/** Reads when an outcome is measured: at the end unless its table says otherwise. */
export function readWhen(reader: TableReader, name: string, line: number): FoundWhen {
  const found = whenKeys.filter((key) => reader.get(key) !== undefined);
  if (found.length > 1)
    reader.faults.add(line, `outcomes.${name} can have only one of ${whenKeys.join(", ")}, got ${found.join(" and ")}`);
  const [key] = found;
  const value = key && reader.get(key);
  if (key === undefined || value === undefined) return { when: { at: "end" }, whenLine: line, groups: [] };
  const whenLine = value.line;
  if (key === "at") {
    const at = value.scalar === "end" ? "end" : reader.whole("at", 0);
    return { when: { at: at ?? "end" }, whenLine, groups: [] };
  }
  if (key !== "when") return { when: { over: key, span: readSpan(reader, key, value) }, whenLine, groups: [] };
  const condition = readCondition(reader, "when");
  return { when: { first: condition?.text ?? "" }, whenLine, groups: condition?.groups ?? [] };
}

/** Reads a condition in one spelling; undefined if it is faulty. */
export function readCondition(
  reader: TableReader,
  key: string,
): { readonly text: string; readonly groups: readonly Group[] } | undefined {
  const written = reader.text(key);
  if (written === undefined) return undefined;
  const { expression, problems } = parseCondition(written);
  for (const problem of problems) reader.faults.add(reader.get(key)?.line ?? 0, `${reader.nameOf(key)}, ${problem}`);
  return problems.length > 0 ? undefined : { text: textOf(expression), groups: groupsIn(expression) };
}

/** A faulty span is reported, and the window takes its place. */
function readSpan(reader: TableReader, key: WindowKind | "change", value: YamlValue): "window" | ReadSpan {
  if (value.scalar === "window") return "window";
  const [from, to] = value.list ?? [];
  if (value.list?.length === 2 && isTick(from?.scalar) && (isTick(to?.scalar) || to?.scalar === "end"))
    return { from: from.scalar + 0, to: to.scalar };
  reader.fault(key, "window, or two ticks such as [260, 520]", value);
  return "window";
}

function isTick(value: YamlValue["scalar"]): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LARGEST;
}
