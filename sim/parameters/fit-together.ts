import { formatNumber } from "../errors.ts";
import { circleSizes, mostWithin, pairsAcross } from "./circle-sizes.ts";
import { definitions, type ParameterKey, type Parameters } from "./definitions.ts";

const NO_ROOM = "no more ties fit";

/**
 * Applies the rules between parameters. A given value that does not fit is a problem. A default that does not fit is reduced
 * until it fits, and a note reports it; except for `circle_size`, because any size above the population means one circle.
 *
 * @param parameters each valid on its own; defaults that do not fit are changed here
 * @param asked keys that the user has set
 * @param unsound keys whose value was rejected: rules that involve them are skipped
 * @param ties `imported`: the parameters of starting networks are unused
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
  if (sound("richnessLean", "richnessRich") && p.richnessLean > p.richnessRich)
    problems.push(`richness_lean must be at most richness_rich (${p.richnessRich}), got ${p.richnessLean}`);
  if (sound("leanBelow", "richFrom") && p.leanBelow >= p.richFrom)
    problems.push(`lean_below must be less than rich_from (${p.richFrom}), got ${p.leanBelow}`);
  if (!sound("agents", "circleSize")) return { problems, notes };
  if (p.circleSize > p.agents) {
    if (asked.has("circleSize"))
      problems.push(`circle_size must be at most agents (${formatNumber(p.agents)}), got ${formatNumber(p.circleSize)}`);
    p.circleSize = p.agents;
  }
  if (ties === "imported" || !sound("network", "circleSpread", "tiesWithin", "tiesAcross")) return { problems, notes };

  const giveWay = (key: "tiesWithin" | "tiesAcross", most: number, where: string, reason = NO_ROOM) => {
    if (asked.has(key) || p[key] <= most) return;
    notes.push(
      `${definitions[key].name} is ${formatNumber(most)} ${where} instead of its default ${formatNumber(p[key])} (${reason})`,
    );
    p[key] = most;
  };
  const atMost = (key: "tiesWithin" | "tiesAcross", most: number, where: string, reason = NO_ROOM) => {
    giveWay(key, most, where, reason);
    if (p[key] > most)
      problems.push(
        `${definitions[key].name} must be at most ${formatNumber(most)} ${where} (${reason}), got ${formatNumber(p[key])}`,
      );
  };
  const others = p.agents - 1;
  const among = `among ${formatNumber(p.agents)} agents`;
  if (p.network === "circles") {
    const sizes = circleSizes(p.agents, p.circleSize, p.circleSpread);
    const across = Math.floor((pairsAcross(p.agents, sizes) * 2) / p.agents);
    atMost("tiesWithin", mostWithin(p.circleSize), `in circles of ${formatNumber(p.circleSize)}`, "four fifths of the others");
    atMost("tiesAcross", across, sizes.length === 1 ? "in one circle" : `across circles of ${formatNumber(p.circleSize)}`);
  } else if (p.network === "small_world") {
    atMost("tiesWithin", others, among);
  } else if (p.tiesWithin + p.tiesAcross > others) {
    const { step } = definitions.tiesWithin;
    giveWay("tiesAcross", 0, among);
    giveWay("tiesWithin", Math.max(0, Math.floor((others - p.tiesAcross) / step) * step), among);
    const wanted = p.tiesWithin + p.tiesAcross;
    if (wanted > others)
      problems.push(
        `ties_within + ties_across must be at most ${formatNumber(others)} ${among} (${NO_ROOM}), got ${formatNumber(wanted)}`,
      );
  }
  return { problems, notes };
}
