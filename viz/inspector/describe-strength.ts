import type { RunState } from "../state/live-run.ts";

/** Calls a tie strong, weak or faded by the thresholds in force. */
export function describeStrength(strength: number, { values }: Pick<RunState, "values">): string {
  const { strong_from, active_from } = values.value;
  if (strength >= Number(strong_from)) return "a strong tie";
  return strength >= Number(active_from) ? "a weak tie" : "a faded tie";
}
