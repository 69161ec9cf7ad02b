type NameOf = (agent: number) => string;

/** Something in two worlds: as it is before a change, and with it. */
interface BeforeAndAfter {
  readonly before: number;
  readonly after: number;
}

/** How much one person trusts another in two worlds, as a score T or as a share: `Person 7 trusts Person 41 more: 2.3 → 2.6`. */
export function describeTrust(
  { believer, about, before, after }: BeforeAndAfter & { readonly believer: number; readonly about: number },
  nameOf: NameOf,
  scale: "score" | "share" = "score",
): string {
  const [from, to] = formatPair(before, after, scale === "score" ? 1 : 2);
  const unit = scale === "score" ? "" : " of 1";
  return `${nameOf(believer)} trusts ${nameOf(about)} ${after > before ? "more" : "less"}: ${from} → ${to}${unit}`;
}

/** The strength of a tie in two worlds; 0 in the one without it. */
export function describeTie(
  { lower, upper, before, after }: BeforeAndAfter & { readonly lower: number; readonly upper: number },
  nameOf: NameOf,
): string {
  const pair = `${nameOf(lower)} and ${nameOf(upper)}`;
  if (before === 0) return `${pair}: tie gained, strength ${after.toFixed(2)}`;
  if (after === 0) return `${pair}: tie lost, strength ${before.toFixed(2)} without the change`;
  const [from, to] = formatPair(before, after, 2);
  return `${pair}: tie ${after > before ? "stronger" : "weaker"}, ${from} → ${to}`;
}

/** Two numbers with as many digits as they need to differ. */
function formatPair(one: number, other: number, digits: number): [string, string] {
  const pair: [string, string] = [one.toFixed(digits), other.toFixed(digits)];
  return pair[0] === pair[1] && digits < 4 ? formatPair(one, other, digits + 1) : pair;
}
