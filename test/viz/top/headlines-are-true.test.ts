import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import {
  advance,
  agentRows,
  agentTableColumns,
  type Collector,
  createCollector,
  intervene,
  networkMeasures,
  plainParameters,
  type Row,
  type Run,
  tieRows,
  tieTableColumns,
} from "../../../sim/index.ts";
import { createSeries, type Series } from "../../../viz/state/series.ts";
import { readFacts } from "../../../viz/top/headline/facts.ts";
import { writeHeadline } from "../../../viz/top/headline/headlines.ts";
import { beginRun } from "../../../workers/begin-run.ts";

const RUNS = 50;
const TICKS = 72;
const CHANGED_AT = 16;

interface Measured {
  readonly run: Run;
  readonly collector: Collector;
  readonly series: Series;
}

/** A small world by its number: its size, ties and ways differ from world to world. */
function begin(number: number): Measured {
  const part = (k: number) => ((number * 7919 + k * 104_729) % 97) / 96;
  const isStrict = number % 4 < 2;
  const isOneCircle = number % 8 === 0;
  const parameters = {
    agents: 20 + Math.round((isStrict ? 40 : 60) * part(1)),
    circle_size: 6 + Math.round(5 * part(2)),
    ties_within: 2,
    ties_across: 1,
    follow_through_mean: Math.round(100 * part(3)) / 100,
    generosity_mean: Math.round(100 * part(4)) / 100,
    ...(isOneCircle && { agents: 14, circle_size: 14, ties_within: 6, ties_across: 0 }),
    strong_from: isStrict ? 0.2 + Math.round(20 * part(5)) / 100 : 0.06 + Math.round(34 * part(5)) / 100,
  };
  const { run } = beginRun({ seed: String(number), parameters, interventions: [] });
  const series = createSeries();
  series.clear(networkMeasures);
  return { run, collector: createCollector(run.population, () => true), series };
}

function collect({ collector, series }: Measured): void {
  series.add((collector.collect() as Float64Array).slice());
}

/** What the tables of a run say, counted without the program's measures. */
function recount({ run, collector }: Measured) {
  const cells = (columns: readonly string[], rows: Iterable<Row>) =>
    [...rows].map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
  const rows = cells(tieTableColumns, tieRows(run, collector));
  const people = cells(agentTableColumns, agentRows(run, collector));
  const { activeFrom, strongFrom } = run.population.parameters;
  const active = rows.filter(({ strength }) => Number(strength) >= activeFrom);
  const contacts = new Map<number, Set<number>>();
  for (const { from, to } of active) {
    const known = contacts.get(Number(from)) ?? new Set();
    contacts.set(Number(from), known.add(Number(to)));
  }
  const ties = active.filter(({ from, to }) => Number(from) < Number(to));
  const isBridge = ({ from, to }: (typeof ties)[number]) =>
    [...(contacts.get(Number(from)) ?? [])].every((one) => !contacts.get(Number(to))?.has(one));
  const isStrong = ({ strength }: (typeof ties)[number]) => Number(strength) >= strongFrom;
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const bridges = ties.filter(isBridge);
  return {
    people: people.length,
    active: ties.length,
    strong: ties.filter(isStrong).length,
    weak: ties.filter((tie) => !isStrong(tie)).length,
    bridges: bridges.length,
    strongBridges: bridges.filter(isStrong).length,
    trust: mean(rows.map(({ trust_score }) => Number(trust_score))),
    reach: (mean(people.map(({ reach }) => Number(reach))) * 52) / Math.min(52, run.population.tick),
  };
}

type Counted = ReturnType<typeof recount>;

const measureOf: Readonly<Record<string, keyof Counted>> = {
  "strong ties": "strong",
  "weak ties": "weak",
  "trust score": "trust",
  reach: "reach",
  "local bridges": "bridges",
};

const number = (text: string | undefined) => Number(text?.replaceAll(",", ""));

/** Forms of headlines, each with what has to be so. Expected values come from the tables. */
const claims: readonly [form: RegExp, check: (found: RegExpExecArray, now: Counted, alone: Counted | undefined) => void][] = [
  [
    /^All ([\d,]+) local bridges are weak ties\. (No strong tie is a bridge|No tie is strong)\.$/,
    ([, bridges, rest], now) => {
      expect([number(bridges), 0]).toEqual([now.bridges, now.strongBridges]);
      expect(rest === "No tie is strong").toBe(now.strong === 0);
    },
  ],
  [
    /^([\d,]+) of ([\d,]+) local bridges are weak ties, and ([\d,]+) of ([\d,]+) strong ties (?:is a bridge|are bridges)\.$/,
    ([, weak, bridges, strong, all], now) =>
      expect([weak, bridges, strong, all].map(number)).toEqual([
        now.bridges - now.strongBridges,
        now.bridges,
        now.strongBridges,
        now.strong,
      ]),
  ],
  [
    /^There is no local bridge: any two people with an active tie share an active contact\.$/,
    (_, now) => expect(now.bridges).toBe(0),
  ],
  [
    /^No tie is strong: all ([\d,]+) active ties are weak\.$/,
    ([, active], now) => expect([number(active), 0]).toEqual([now.active, now.strong]),
  ],
  [
    /^([\d,]+) (?:person|people), with ([\d,]+) weak and ([\d,]+) strong ties\.$/,
    ([, ...counts], now) => expect(counts.map(number)).toEqual([now.people, now.weak, now.strong]),
  ],
  [
    /^Since “Be real” (?:rose from 55% to 9\d%|fell from 55% to [0-8]%): (.+) (up|down) (.+)% \(([\d,.]+), unchanged ([\d,.]+)\)\.$/,
    ([, name, way, share, value, unchanged], now, alone) => {
      const measure = measureOf[name as string] as keyof Counted;
      const [own, theirs] = [now[measure], (alone as Counted)[measure]];
      const digits = value?.split(".")[1]?.length ?? 0;
      expect(Math.abs(number(value) - own)).toBeLessThanOrEqual(0.5001 * 10 ** -digits);
      expect(Math.abs(number(unchanged) - theirs)).toBeLessThanOrEqual(0.5001 * 10 ** -digits);
      expect(own < theirs ? "down" : "up").toBe(way);
      const percent = 100 * Math.abs(own / theirs - 1);
      if (share === "more than 99") expect(percent).toBeGreaterThan(99);
      else expect(Math.abs(percent - number(share))).toBeLessThanOrEqual(0.5001);
    },
  ],
  [
    /^Since “Be real” .+: trust, ties, reach and bridges are all within 5% of the unchanged world\.$/,
    (_, now, alone) => {
      for (const measure of Object.values(measureOf))
        expect(Math.abs(now[measure] / (alone as Counted)[measure] - 1)).toBeLessThan(0.05);
    },
  ],
];

describe("in many random runs", () => {
  test("no headline is false, and each is of a known form", () => {
    const seen = new Set<number>();
    for (let world = 1; world <= RUNS; world++) {
      const [changed, alone] = [begin(world), begin(world)];
      for (const one of [changed, alone]) collect(one);
      for (let tick = 1; tick <= TICKS; tick++) {
        if (tick === CHANGED_AT) intervene(changed.run, { set: { openness_mean: world % 2 === 0 ? 0.05 : 0.95 } });
        for (const one of [changed, alone]) {
          advance(one.run);
          collect(one);
        }
        if (tick % 6 !== 0) continue;
        const { run, series } = changed;
        const since = tick >= CHANGED_AT ? CHANGED_AT - 1 : undefined;
        const about = {
          interventions: signal(run.interventions.map((one) => ({ ...one }))),
          atStart: signal(plainParameters(run.parameters)),
          tick: signal(tick),
        };
        const facts = readFacts({ series, unchanged: { series: () => alone.series } }, since, about);
        const text = facts === undefined ? "" : writeHeadline(facts);
        const form = claims.findIndex(([one]) => one.test(text));
        expect(form, `world ${world}, tick ${tick}: ${text}`).toBeGreaterThanOrEqual(0);
        const [pattern, check] = claims[form];
        check(pattern.exec(text) as RegExpExecArray, recount(changed), since === undefined ? undefined : recount(alone));
        seen.add(form);
      }
    }
    // The runs show nearly every form, or the test would say little.
    expect([...seen].sort().length).toBeGreaterThanOrEqual(5);
  }, 240_000);
});
