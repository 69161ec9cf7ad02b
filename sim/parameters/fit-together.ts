import { definitions, type ParameterKey, type Parameters } from "./definitions.ts";

/**
 * The rules that tie parameters to each other. What was asked for and does not fit is a problem. What was not asked for is cut
 * to what fits, and a note says so; but for the circle, which is the whole population whatever larger size it has.
 *
 * @param parameters each sound by itself; what gives way is changed
 * @param asked keys that somebody has set
 * @param unsound keys whose value was refused: what hangs on them is not judged
 * @param ties `imported`: those of a starting network play no part
 */
export function fitTogether(
  parameters: Parameters,
  asked: ReadonlySet<ParameterKey>,
  unsound: ReadonlySet<ParameterKey>,
  ties: "made" | "imported",
): { problems: string[]; notes: string[] } {
  const p = parameters as { -readonly [K in keyof Parameters]: Parameters[K] };
  const problems: string[] = [];
  const notes: string[] = [];
  const sound = (...keys: ParameterKey[]) => !keys.some((key) => unsound.has(key));

  if (sound("activeFrom", "strongFrom") && p.activeFrom > p.strongFrom)
    problems.push(`active_from must be at most strong_from (${p.strongFrom}), got ${p.activeFrom}`);
  if (!sound("agents", "circleSize")) return { problems, notes };
  if (p.circleSize > p.agents) {
    if (asked.has("circleSize")) problems.push(`circle_size must be at most agents (${p.agents}), got ${p.circleSize}`);
    p.circleSize = p.agents;
  }
  if (ties === "imported" || !sound("network", "tiesWithin", "tiesAcross")) return { problems, notes };

  const giveWay = (key: "tiesWithin" | "tiesAcross", most: number, where: string) => {
    if (asked.has(key) || p[key] <= most) return;
    notes.push(`${definitions[key].name} is ${most}, not its default ${p[key]}: no more ties fit ${where}`);
    p[key] = most;
  };
  const atMost = (key: "tiesWithin" | "tiesAcross", most: number, where: string) => {
    giveWay(key, most, where);
    if (p[key] > most)
      problems.push(`${definitions[key].name} must be at most ${most} ${where} (more ties than fit), got ${p[key]}`);
  };
  const others = p.agents - 1;
  const among = `among ${p.agents} agents`;
  if (p.network === "circles") {
    const outside = p.agents - p.circleSize;
    atMost("tiesWithin", p.circleSize - 1, `in circles of ${p.circleSize}`);
    atMost("tiesAcross", outside, outside === 0 ? "in one circle" : `outside a circle of ${p.circleSize}`);
  } else if (p.network === "small_world") {
    atMost("tiesWithin", others, among);
  } else if (p.tiesWithin + p.tiesAcross > others) {
    const { step } = definitions.tiesWithin;
    giveWay("tiesAcross", 0, among);
    giveWay("tiesWithin", Math.max(0, Math.floor((others - p.tiesAcross) / step) * step), among);
    const wanted = p.tiesWithin + p.tiesAcross;
    if (wanted > others)
      problems.push(`ties_within + ties_across must be at most ${others} ${among} (more ties than fit), got ${wanted}`);
  }
  return { problems, notes };
}
