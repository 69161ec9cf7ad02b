import type { Row } from "../../../sim/index.ts";
import { factColumns, type Wave } from "../exported-world.ts";
import { type Exporter, type Replay, range, writeRows } from "../exporter.ts";

/**
 * Spells for networkDynamic: vertices by number from 1, vertex spells as onset, terminus, vertex.id, and edge spells as onset,
 * terminus, tail, head, with the strength and the trust in both directions at the wave. A spell holds from its onset until just
 * before its terminus. An edge ends no later than its vertices.
 *
 * @see networkDynamic's help on networkDynamic: arguments vertex.spells, edge.spells and create.TEAs
 */
export function createNetworkDynamicExporter({ people, ticks, createFile }: Replay): Exporter {
  const end = (ticks.at(-1) ?? 0) + 1;
  const edges = createFile("edge_spells.csv");
  writeRows(edges, [["onset", "terminus", "tail", "head", "strength", "trust_of_tail", "trust_of_head"]]);
  let waiting: Wave | undefined;

  /** Who leaves before the next wave is known only then, so each wave waits for the next one. */
  function writeWaiting(): void {
    if (waiting !== undefined) writeRows(edges, spells(waiting));
  }

  function* spells(wave: Wave): Generator<Row> {
    for (const { lower, upper, strength, trustOfLower, trustOfUpper } of wave) {
      const terminus = Math.min(wave.until, leftOf(lower), leftOf(upper));
      yield [wave.tick, terminus, lower + 1, upper + 1, strength, trustOfLower, trustOfUpper];
    }
  }

  function leftOf(agent: number): number {
    return people.leftAt(agent) ?? end;
  }

  return {
    addWave(wave) {
      writeWaiting();
      waiting = wave;
    },
    finish() {
      writeWaiting();
      const vertices = createFile("vertices.csv");
      const vertexSpells = createFile("vertex_spells.csv");
      writeRows(vertices, [["vertex.id", "vertex.names", "circle", ...factColumns]]);
      writeRows(vertexSpells, [["onset", "terminus", "vertex.id"]]);
      for (const agent of range(people.count)) {
        writeRows(vertices, [[agent + 1, people.label(agent), people.circle(agent), ...people.facts(agent)]]);
        writeRows(vertexSpells, [[people.joinedAt(agent), leftOf(agent), agent + 1]]);
      }
    },
  };
}
