import { formatNumber, InputError, type Row } from "../../../sim/index.ts";
import { factColumns, type Wave } from "../exported-world.ts";
import { type Exporter, type Replay, range, writeRows } from "../exporter.ts";

/** A matrix has a cell for each pair. Estimation with more people takes longer than anyone waits. */
const MOST_PEOPLE = 5000;

/** RSiena's code for a tie that cannot exist, because one of the two is not there. */
const STRUCTURAL_ZERO = "10";

/**
 * Waves for RSiena: one matrix a wave, with code 10 where one of the two people is absent, or NA; covariates; and the file of
 * composition changes, one line an actor, with the intervals of presence in waves, closed at both ends.
 *
 * @see RSiena's help on sienaDependent, coCovar, varCovar and sienaCompositionChangeFromFile
 */
export function createSienaExporter({ people, ticks, createFile }: Replay, absent: "10" | "NA"): Exporter {
  const { count } = people;
  if (ticks.length < 2)
    throw new InputError(["siena needs at least two waves, but the run has 0 ticks and so only one: make a longer run"]);
  if (count > MOST_PEOPLE)
    throw new InputError([
      `siena takes at most ${formatNumber(MOST_PEOPLE)} people, because a matrix has a cell for each pair, and the run has ${formatNumber(count)}: export to tidygraph or graphml`,
    ]);
  const code = absent === "NA" ? "NA" : STRUCTURAL_ZERO;
  const circles: Row[] = [];
  let wave = 0;

  function writeMatrix(ties: Wave): void {
    const file = createFile(`wave_${++wave}.dat`);
    const contacts = new Map<number, number[]>();
    const addContact = (of: number, contact: number) => contacts.set(of, [...(contacts.get(of) ?? []), contact]);
    for (const { lower, upper } of ties) {
      addContact(lower, upper);
      addContact(upper, lower);
    }
    const isThere = Array.from(range(count), (agent) => people.isPresent(agent));
    const noTies: string[] = isThere.map((there) => (there ? "0" : code));
    for (const agent of range(count)) {
      const cells = isThere[agent] ? noTies.slice() : noTies.map(() => code);
      for (const contact of contacts.get(agent) ?? []) cells[contact] = "1";
      cells[agent] = "0";
      file.write(`${cells.join(" ")}\n`);
    }
    circles.push(Array.from(range(count), (agent) => (isThere[agent] ? people.circleNumber(agent) + 1 : "NA")));
  }

  /** The time of a tick in waves: 2.5 is halfway between the second and the third. */
  function inWaves(tick: number): number {
    const after = ticks.findIndex((one) => one >= tick);
    const [from, to] = [ticks[after - 1], ticks[after]];
    return from === undefined || to === undefined ? 1 : after + (tick - from) / (to - from);
  }

  return {
    addWave: writeMatrix,
    finish() {
      const all = [...range(count)];
      writeRows(createFile("waves.csv"), [["wave", "tick"], ...ticks.map((tick, k) => [k + 1, tick])]);
      writeRows(createFile("actors.csv"), [
        ["actor", "agent", "name", "circle"],
        ...all.map((agent) => [agent + 1, agent, people.label(agent), people.circle(agent)]),
      ]);
      writeRows(createFile("covariates.csv"), [factColumns, ...all.map((agent) => people.facts(agent))]);
      writeRows(createFile("circles.csv"), [
        circles.map((_, k) => `wave_${k + 1}`),
        ...all.map((agent) => circles.map((column) => column[agent])),
      ]);
      const composition = createFile("composition.dat");
      for (const agent of all) {
        const left = people.leftAt(agent);
        composition.write(`${inWaves(people.joinedAt(agent))} ${left === undefined ? ticks.length : inWaves(left)}\n`);
      }
    },
  };
}
