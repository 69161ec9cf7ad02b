import type { RunState } from "../state/live-run.ts";

/** Strong, weak or faded, by the cuts in force. */
export function describeStrength(strength: number, { values }: Pick<RunState, "values">): string {
  if (strength >= Number(values.value.strong_from)) return "a strong tie";
  return strength >= Number(values.value.active_from) ? "a weak tie" : "a tie that has faded";
}
