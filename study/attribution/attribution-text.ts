import type { Confidence } from "../contrasts/contrast.ts";
import type { Experiment } from "../experiment.ts";
import { itemAt } from "../item-at.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { countText, decimalsFor, intervalText, listText, numberText } from "../tables/number-text.ts";
import type { Attribution, Attributions, CauseShare } from "./attribution.ts";

/** The most causes that a sentence names. */
const MOST_NAMED = 5;

/** For each outcome and arm, a sentence that divides what the causes bring together among them. */
export function attributionSentences(experiment: Experiment, attributions: Attributions, confidence: Confidence): string[] {
  const { outcomes, arms } = experiment;
  return outcomes.flatMap(({ name }, outcome) =>
    arms.map((arm, at) => {
      const of = arms.length === 1 ? name : `${name} in arm ${arm.name}`;
      return attributionSentence(experiment, of, itemAt(itemAt(attributions, outcome), at), confidence);
    }),
  );
}

function attributionSentence({ factors }: Experiment, of: string, { total, causes }: Attribution, confidence: Confidence): string {
  const { n, low } = total;
  if (n === 0) return `No replicate has ${of} with every subset of the causes.`;
  const interval = (estimate: Estimate, places: number) =>
    Number.isNaN(estimate.low)
      ? `no interval, ${countText(n, "replicate")}`
      : `${Math.round(100 * confidence)}% interval ${intervalText(estimate, places)}, ${countText(n, "replicate")}`;
  const places = decimalsFor([total]);
  const size = `${numberText(total.mean, places)} (${interval(total, places)})`;
  if (!Number.isNaN(low) && causes.every(({ share }) => Number.isNaN(share.low)))
    return `The ${countText(factors.length, "cause")} together change ${of} by ${size}: the interval contains 0, so there is no clear difference to divide among them.`;
  const sorted = [...causes.entries()].sort(([, a], [, b]) => b.contribution.mean - a.contribution.mean);
  const named = sorted.slice(0, MOST_NAMED).map(([cause, share], at) => {
    const name = itemAt(factors, cause).name;
    return at === 0 ? `${name} brings ${shareText(share)} of it` : `${name} ${shareText(share)}`;
  });
  const others = sorted.length > MOST_NAMED ? [`${sorted.length - MOST_NAMED} others bring the rest`] : [];
  return `The ${countText(factors.length, "cause")} together change ${of} by ${size}; ${listText([...named, ...others])}.`;
}

/** `45% (38 to 52)` */
function shareText({ share: { mean, low, high } }: CauseShare): string {
  const percent = (value: number) => numberText(100 * value, 0);
  if (Number.isNaN(mean)) return "an undefined share";
  return `${percent(mean)}%${Number.isNaN(low) ? "" : ` (${percent(low)} to ${percent(high)})`}`;
}
