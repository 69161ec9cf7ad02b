import type { Row } from "../../../sim/index.ts";
import { factColumns, type Wave } from "../exported-world.ts";
import { type Exporter, type ExportFile, type Replay, range, writeRows } from "../exporter.ts";

/**
 * Tables for goldfish: nodes with label and present, composition changes with time, node and replace, the network of ties as changes
 * with time, sender, receiver and replace, and one table of events for each kind, with time, sender, receiver and increment. The
 * network at time 0 is in the changes, too.
 *
 * @see goldfish's help on defineNodes, defineNetwork and linkEvents
 */
export function createGoldfishExporter({ people, createFile }: Replay): Exporter {
  const events = new Map<string, ExportFile>();
  const ties = createFile("ties.csv");
  writeRows(ties, [["time", "sender", "receiver", "replace"]]);
  let before = new Set<number>();

  function* changes(wave: Wave): Generator<Row> {
    const { tick } = wave;
    const now = new Set<number>();
    for (const { lower, upper } of wave) {
      const pair = lower * people.count + upper;
      now.add(pair);
      if (!before.has(pair)) yield [tick, people.label(lower), people.label(upper), 1];
    }
    for (const pair of before) {
      if (now.has(pair)) continue;
      yield [tick, people.label(Math.floor(pair / people.count)), people.label(pair % people.count), 0];
    }
    before = now;
  }

  function fileOf(kind: string): ExportFile {
    const known = events.get(kind);
    if (known !== undefined) return known;
    const file = createFile(`events_${kind}.csv`);
    writeRows(file, [["time", "sender", "receiver", "increment"]]);
    events.set(kind, file);
    return file;
  }

  function* compositionChanges(): Generator<Row> {
    const all = [...range(people.count)];
    const came = all.map((agent) => ({ agent, tick: people.joinedAt(agent), is: "TRUE" })).filter(({ tick }) => tick > 0);
    const left = all.map((agent) => ({ agent, tick: people.leftAt(agent) ?? -1, is: "FALSE" })).filter(({ tick }) => tick >= 0);
    const inOrder = [...came, ...left].sort((a, b) => a.tick - b.tick || a.agent - b.agent);
    for (const { agent, tick, is } of inOrder) yield [tick, people.label(agent), is];
  }

  return {
    addWave(wave) {
      writeRows(ties, changes(wave));
    },
    addEvents(rows) {
      for (const [tick, kind, from, to] of rows) {
        if (from === to) continue; // someone is replaced, or news is born; goldfish takes only events of two
        writeRows(fileOf(String(kind)), [[tick, people.label(Number(from)), people.label(Number(to)), 1]]);
      }
    },
    finish() {
      const nodes = createFile("nodes.csv");
      writeRows(nodes, [["label", "present", "circle", ...factColumns]]);
      for (const agent of range(people.count))
        writeRows(nodes, [
          [people.label(agent), people.joinedAt(agent) === 0 ? "TRUE" : "FALSE", people.circle(agent), ...people.facts(agent)],
        ]);
      writeRows(createFile("composition.csv"), [["time", "node", "replace"], ...compositionChanges()]);
    },
  };
}
