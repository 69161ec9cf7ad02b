import type { World } from "../state/world.ts";

/** The words of the equation, for whoever meets them first. */
export const terms = {
  score: "The trust score, 0.3 to 30; 3 is neutral.",
  credibility: "Credibility: does the other know what they talk about? 1 to 10.",
  reliability: "Reliability: does the other do what they say? 1 to 10.",
  intimacy: "Intimacy: is it safe to be open with the other? 1 to 10.",
  "self-orientation": "Self-orientation: is the other out for themselves? 1 to 10; the more, the less trust.",
} as const;

/** Strong, weak or faded, by the cuts in force. */
export function strengthInWords(strength: number, { values }: World): string {
  if (strength >= Number(values.value.strong_from)) return "a strong tie";
  return strength >= Number(values.value.active_from) ? "a weak tie" : "a tie that has faded";
}
