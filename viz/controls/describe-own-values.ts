import type { Way } from "../../sim/parameters/ways.ts";
import type { Interventions } from "../state/settings.ts";

/**
 * Says whom a way's slider does not move, because an intervention gave them their own value; empty if it moves everyone by their mean.
 *
 * @param tick ticks done; an intervention of the next tick counts
 */
export function describeOwnValues({ trait }: Pick<Way, "trait">, interventions: Interventions, tick: number): string {
  const setting = interventions.filter((one) => {
    const isInForce = (one.tick as number) <= tick + 1 && (one.until === undefined || (one.until as number) > tick);
    return isInForce && trait in Object(one.set_traits);
  });
  if (setting.some(({ agents }) => agents === "all")) return "Everyone has this value.";
  const last = setting.at(-1);
  if (last === undefined) return "";
  const who =
    typeof last.label === "string" ? `Some people have their own value: ${last.label}.` : "Some people have their own value.";
  return `${who} The slider moves the others.`;
}
