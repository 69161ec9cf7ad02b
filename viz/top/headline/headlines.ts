import type { Alone, Facts } from "./facts.ts";

/** A sentence that holds only under its condition. */
interface Template {
  readonly name: string;
  /** @returns the sentence with its numbers; undefined where it would be false, or would say nothing */
  write(facts: Facts): string | undefined;
}

/** Weeks after a change from which on its effect is told. */
const SOONEST = 4;

/** The least difference that is told, as a share of the unchanged world; what is less is said to be small. */
const LEAST = 0.05;

/** What changes can move, and how it is called in a sentence. A count has to be this large at least, or a share of it says little. */
const moved: readonly { readonly measure: string; readonly name: string; readonly least: number; readonly digits: number }[] = [
  { measure: "strong_ties", name: "strong ties", least: 20, digits: 0 },
  { measure: "mean_trust_score", name: "trust score", least: 0, digits: 2 },
  { measure: "reach", name: "reach", least: 1, digits: 1 },
  { measure: "local_bridges", name: "local bridges", least: 20, digits: 0 },
  { measure: "weak_ties", name: "weak ties", least: 20, digits: 0 },
];

/** Sentences about the difference from the unchanged world. */
const comparisons: readonly Template[] = [
  {
    name: "what a change has moved",
    write({ tick, at, alone }) {
      if (alone === undefined || tick - alone.since < SOONEST) return undefined;
      const [most] = differences(at, alone);
      if (most === undefined || Math.abs(most.share) < LEAST) return undefined;
      const { name, share, value, unchanged } = most;
      const way = share < 0 ? "down" : "up";
      return `Since ${alone.cause}: ${name} ${way} ${formatShare(share)} (${value}, unchanged ${unchanged}).`;
    },
  },
  {
    name: "a change that has moved little",
    write({ tick, at, alone }) {
      if (alone === undefined || tick - alone.since < 52) return undefined;
      const all = differences(at, alone);
      if (all.length < moved.length || all.some(({ share }) => Math.abs(share) >= LEAST)) return undefined;
      return `Since ${alone.cause}: trust, ties, reach and bridges are all within 5% of the unchanged world.`;
    },
  },
];

/** Sentences about the network as it is. */
const descriptions: readonly Template[] = [
  {
    name: "all local bridges are weak",
    write({ at }) {
      const [bridges, weak, strong] = [at("local_bridges"), at("weak_bridge_share"), at("strong_ties")];
      if (!(bridges >= 2 && weak === 1)) return undefined;
      const rest = strong > 0 ? "No strong tie is a bridge." : "No tie is strong.";
      return `All ${count(bridges)} local bridges are weak ties. ${rest}`;
    },
  },
  {
    name: "most local bridges are weak",
    write({ at }) {
      const [bridges, strong] = [at("local_bridges"), at("strong_ties")];
      const weak = Math.round(bridges * at("weak_bridge_share"));
      if (!(bridges >= 10 && weak / bridges >= 0.9 && weak < bridges && strong > 0)) return undefined;
      return `${count(weak)} of ${count(bridges)} local bridges are weak ties, and ${count(bridges - weak)} of ${count(strong)} strong ties ${bridges - weak === 1 ? "is a bridge" : "are bridges"}.`;
    },
  },
  {
    name: "no local bridge",
    write({ at }) {
      if (!(at("local_bridges") === 0 && at("active_ties") > 0)) return undefined;
      return "There is no local bridge: any two people with an active tie share an active contact.";
    },
  },
  {
    name: "no strong tie",
    write({ at }) {
      if (!(at("strong_ties") === 0 && at("active_ties") > 1)) return undefined;
      return `No tie is strong: all ${count(at("active_ties"))} active ties are weak.`;
    },
  },
  {
    name: "how many weak and strong ties",
    write({ at }) {
      const [weak, strong, people] = [at("weak_ties"), at("strong_ties"), at("agents")];
      if (!(people >= 0 && weak >= 0 && strong >= 0)) return undefined;
      return `${count(people)} ${people === 1 ? "person" : "people"}, with ${count(weak)} weak and ${count(strong)} strong ties.`;
    },
  },
];

/** The sentences, the most telling first. Each is true wherever it is written. */
export const templates: readonly Template[] = [...comparisons, ...descriptions];

/** Whether there is something to say about the difference from the unchanged world. */
export function hasDifference(facts: Facts): boolean {
  return comparisons.some(({ write }) => write(facts) !== undefined);
}

/** The first sentence that holds; empty if none does. */
export function writeHeadline(facts: Facts): string {
  for (const { write } of templates) {
    const text = write(facts);
    if (text !== undefined) return text;
  }
  return "";
}

/** A measure that differs from the unchanged world. */
interface Difference {
  readonly name: string;
  /** how much larger it is, as a share of the unchanged world */
  readonly share: number;
  readonly value: string;
  readonly unchanged: string;
}

/** Measures of both worlds, the greatest difference first. What is not defined, or too small for a share, is left out. */
function differences(at: Facts["at"], alone: Alone): Difference[] {
  return moved
    .flatMap(({ measure, name, least, digits }) => {
      const [value, unchanged] = [at(measure), alone.at(measure)];
      if (!(unchanged >= least && unchanged > 0 && value >= 0)) return [];
      return [{ name, share: value / unchanged - 1, value: decimal(value, digits), unchanged: decimal(unchanged, digits) }];
    })
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
}

/** A difference in percent; less than all is never rounded to all. */
function formatShare(share: number): string {
  const percent = Math.round(100 * Math.abs(share));
  return share > -1 && share < 0 && percent === 100 ? "more than 99%" : `${percent.toLocaleString("en-US")}%`;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}

function decimal(value: number, digits: number): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
