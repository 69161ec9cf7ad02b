import { formatNumber } from "../errors.ts";
import type { ParameterKey, Parameters } from "./definitions.ts";
import { fitNetwork } from "./fit-network.ts";

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
  if (ties === "made" && sound("network", "circleSpread", "tiesWithin", "tiesAcross", "homophily", "blockMatrix", "degrees"))
    fitNetwork(p, asked, problems, notes);
  return { problems, notes };
}
