import { factColumns, type Wave, type WaveTie } from "../exported-world.ts";
import { type Exporter, type Replay, range } from "../exporter.ts";
import { xmlText } from "../xml-text.ts";

/** A tie at one wave. */
interface Moment {
  readonly start: number;
  /** the last tick, inclusive */
  readonly end: number;
  readonly values: readonly [weight: number, trustOfSource: number, trustOfTarget: number];
}

const dynamicColumns = ["weight", "trust_of_source", "trust_of_target"];

/**
 * GEXF 1.3, dynamic: nodes with the spell in which they are present, undirected edges with the spells in which they are ties, and
 * their weight and trust at each wave. Both ends of an interval belong to it. All waves are in memory, because an edge holds the
 * values of all its waves.
 *
 * @see https://gexf.net/schema.html
 */
export function createGexfExporter({ people, ticks, createFile }: Replay): Exporter {
  const last = ticks.at(-1) ?? 0;
  const waves: Wave[] = [];

  function lastTick(agent: number, until: number): number {
    return Math.min((people.leftAt(agent) ?? last + 1) - 1, until);
  }

  /** The waves are sorted alike, so the least pair that is next in any wave is the next edge. */
  function* momentsByEdge(): Generator<{ source: number; target: number; moments: Moment[] }> {
    const cursors = waves.map((wave) => ({ wave, place: 0 }));
    for (;;) {
      const next = cursors.flatMap(({ wave, place }) => wave.at(place) ?? []);
      const first = next.reduce<WaveTie | undefined>((least, tie) => (least && !comesBefore(tie, least) ? least : tie), undefined);
      if (first === undefined) return;
      const { lower: source, upper: target } = first;
      const moments: Moment[] = [];
      for (const cursor of cursors) {
        const { wave, place } = cursor;
        const tie = wave.at(place);
        if (tie?.lower !== source || tie.upper !== target) continue;
        const end = lastTick(source, lastTick(target, wave.until - 1));
        moments.push({ start: wave.tick, end, values: [tie.strength, tie.trustOfLower, tie.trustOfUpper] });
        cursor.place++;
      }
      yield { source, target, moments };
    }
  }

  return {
    addWave: (wave) => waves.push(wave),
    finish() {
      const file = createFile("network.gexf");
      file.write(`<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph mode="dynamic" defaultedgetype="undirected" timeformat="integer" timerepresentation="interval" start="0" end="${last}">
<attributes class="node" mode="static">
${["circle", ...factColumns].map((name) => attribute(name, typeOf(name))).join("")}</attributes>
<attributes class="edge" mode="dynamic">
${dynamicColumns.map((name) => attribute(name, "double")).join("")}</attributes>
<nodes>
`);
      for (const agent of range(people.count)) {
        const facts = people.facts(agent);
        const values = [attvalue("circle", people.circle(agent)), ...factColumns.map((name, k) => attvalue(name, facts[k]))];
        const spell = spells([{ start: people.joinedAt(agent), end: lastTick(agent, last) }]);
        file.write(
          `<node id="${agent}" label="${xmlText(people.label(agent))}"><attvalues>${values.join("")}</attvalues>${spell}</node>\n`,
        );
      }
      file.write("</nodes>\n<edges>\n");
      let id = 0;
      for (const { source, target, moments } of momentsByEdge()) {
        const values = dynamicColumns.flatMap((name, k) =>
          moments.map(({ start, end, values: one }) => attvalue(name, one[k], ` start="${start}" end="${end}"`)),
        );
        const weight = moments.at(-1)?.values[0] ?? 0;
        file.write(
          `<edge id="${id++}" source="${source}" target="${target}" weight="${weight}"><attvalues>${values.join("")}</attvalues>${spells(moments)}</edge>\n`,
        );
      }
      file.write("</edges>\n</graph>\n</gexf>\n");
    },
  };
}

function comesBefore(one: WaveTie, other: WaveTie): boolean {
  return one.lower < other.lower || (one.lower === other.lower && one.upper < other.upper);
}

function typeOf(column: string): string {
  return column === "circle" ? "string" : column === "domain" ? "integer" : "double";
}

function attribute(name: string, type: string): string {
  return `<attribute id="${name}" title="${name}" type="${type}"/>\n`;
}

function attvalue(name: string, value: unknown, interval = ""): string {
  return `<attvalue for="${name}" value="${xmlText(String(value))}"${interval}/>`;
}

/** Intervals that follow each other without a gap are one spell. */
function spells(intervals: readonly { readonly start: number; readonly end: number }[]): string {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of intervals) {
    const before = joined.at(-1);
    if (before !== undefined && before.end + 1 === start) before.end = end;
    else if (end >= start) joined.push({ start, end });
  }
  return `<spells>${joined.map(({ start, end }) => `<spell start="${start}" end="${end}"/>`).join("")}</spells>`;
}
