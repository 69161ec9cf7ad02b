import { formatNumber } from "../errors.ts";

/** The degrees of a configuration model: a list that repeats itself, or a distribution. */
export type Degrees = { readonly text: string } & (
  | { readonly kind: "list"; readonly list: readonly number[] }
  | { readonly kind: "equal" }
  | { readonly kind: "poisson" }
  | { readonly kind: "geometric" }
  /** a tail that falls as the degree to the power −exponent */
  | { readonly kind: "power_law"; readonly exponent: number }
);

const LONGEST_LIST = 10_000;
const EXPONENTS = [2.1, 10] as const;
const RULE =
  "must be equal, poisson, geometric, power_law and an exponent from 2.1 to 10, or a list of whole numbers such as 2 2 3 9";

/** Reads degrees: `poisson`, `power_law 2.5` or `2 2 3 9`. */
export function readDegrees(given: string): Degrees | { readonly rule: string } {
  const words = given.trim().split(/\s+/);
  const [first] = words;
  if ((first === "equal" || first === "poisson" || first === "geometric") && words.length === 1)
    return { kind: first, text: first } as Degrees;
  if (first === "power_law") {
    const exponent = words.length === 2 && /^\d+(\.\d+)?$/.test(words[1]) ? Number(words[1]) : Number.NaN;
    return exponent >= EXPONENTS[0] && exponent <= EXPONENTS[1]
      ? { kind: "power_law", exponent, text: `power_law ${exponent}` }
      : { rule: RULE };
  }
  if (!words.every((word) => /^\d{1,7}$/.test(word))) return { rule: RULE };
  if (words.length > LONGEST_LIST) return { rule: `must list at most ${formatNumber(LONGEST_LIST)} degrees` };
  const list = words.map(Number);
  return { kind: "list", list, text: list.join(" ") };
}

/** The degrees of a checked text. */
export function degreesOf(text: string): Degrees {
  const read = readDegrees(text);
  if ("rule" in read) throw new RangeError(`degrees ${read.rule}`);
  return read;
}

/**
 * The rule that a list of degrees breaks, so that no network has them without double ties and ties of an agent to itself; undefined
 * if it breaks none.
 *
 * @param list repeats itself until every agent has a degree
 * @see Erdős and Gallai 1960, Matematikai Lapok 11, 264–274
 */
export function misfitOfDegrees(list: readonly number[], agents: number): string | undefined {
  const most = agents - 1;
  const highest = list.reduce((high, degree) => (degree > high ? degree : high), 0);
  if (highest > most) return `be at most ${formatNumber(most)}, the number of others, got ${formatNumber(highest)}`;
  const counts = new Float64Array(agents);
  for (let agent = 0; agent < agents; agent++) counts[list[agent % list.length]]++;
  const sum = counts.reduce((total, count, degree) => total + count * degree, 0);
  if (sum % 2 === 1)
    return `add up to an even number over ${formatNumber(agents)} agents, because a tie has two ends, got ${formatNumber(sum)}`;
  return isGraphical(counts) ? undefined : "fit into a network: with these, the agents with the most ties find too few partners";
}

/** Whether the k highest degrees find enough partners, for every k. Degrees are given as the number of agents with each degree. */
function isGraphical(counts: Float64Array): boolean {
  const agents = counts.length;
  /** over all agents with a degree up to d: how many, and the sum of their degrees */
  const upTo = new Float64Array(agents);
  const sumUpTo = new Float64Array(agents);
  for (let degree = 0; degree < agents; degree++) {
    upTo[degree] = counts[degree] + (degree > 0 ? upTo[degree - 1] : 0);
    sumUpTo[degree] = counts[degree] * degree + (degree > 0 ? sumUpTo[degree - 1] : 0);
  }
  let k = 0;
  let wanted = 0;
  for (let degree = agents - 1; degree >= 0; degree--)
    for (let same = 0; same < counts[degree]; same++) {
      k++;
      wanted += degree;
      // Each of the others takes at most k ties, and no more than it has.
      const others = agents - k;
      const taken = degree > k ? sumUpTo[k] + (others - upTo[k]) * k : sumUpTo[degree] - (upTo[degree] - others) * degree;
      if (wanted > k * (k - 1) + taken) return false;
    }
  return true;
}
