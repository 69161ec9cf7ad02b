import { formatNumber } from "../errors.ts";
import { blockMatrixOf } from "./block-matrix.ts";
import { circleSizes, mostWithin, pairsAcross } from "./circle-sizes.ts";
import { definitions, type ParameterKey, type Parameters } from "./definitions.ts";
import { degreesOf, misfitOfDegrees } from "./degrees.ts";
import { mostHomophily } from "./homophily.ts";

const NO_ROOM = "no more ties fit";

type Writable = { -readonly [K in keyof Parameters]: Parameters[K] };

/** A parameter that gives way if it is a default. */
type Yielding = "tiesWithin" | "tiesAcross" | "homophily";

/**
 * Fits the parameters of a starting network to the number of agents and their circles.
 *
 * @param p each valid on its own; defaults that do not fit are changed here
 * @param asked keys that the user has set
 * @param problems a given value that does not fit is added here
 * @param notes a changed default is added here
 */
export function fitNetwork(p: Writable, asked: ReadonlySet<ParameterKey>, problems: string[], notes: string[]): void {
  const others = p.agents - 1;
  const among = `among ${formatNumber(p.agents)} agents`;
  const giveWay = (key: Yielding, most: number, where: string, reason: string) => {
    if (asked.has(key) || p[key] <= most) return;
    notes.push(
      `${definitions[key].name} is ${formatNumber(most)} ${where} instead of its default ${formatNumber(p[key])} (${reason})`,
    );
    p[key] = most;
  };
  const atMost = (key: Yielding, most: number, where: string, reason = NO_ROOM) => {
    giveWay(key, most, where, reason);
    if (p[key] > most)
      problems.push(
        `${definitions[key].name} must be at most ${formatNumber(most)} ${where} (${reason}), got ${formatNumber(p[key])}`,
      );
  };
  const fitAllTies = () => {
    if (p.tiesWithin + p.tiesAcross <= others) return;
    const { step } = definitions.tiesWithin;
    giveWay("tiesAcross", 0, among, NO_ROOM);
    giveWay("tiesWithin", Math.max(0, Math.floor((others - p.tiesAcross) / step) * step), among, NO_ROOM);
    const wanted = p.tiesWithin + p.tiesAcross;
    if (wanted > others)
      problems.push(
        `ties_within + ties_across must be at most ${formatNumber(others)} ${among} (${NO_ROOM}), got ${formatNumber(wanted)}`,
      );
  };
  const sizes = () => circleSizes(p.agents, p.circleSize, p.circleSpread);
  switch (p.network) {
    case "circles": {
      const across = Math.floor((pairsAcross(p.agents, sizes()) * 2) / p.agents);
      const where = sizes().length === 1 ? "in one circle" : `across circles of ${formatNumber(p.circleSize)}`;
      atMost("tiesWithin", mostWithin(p.circleSize), `in circles of ${formatNumber(p.circleSize)}`, "four fifths of the others");
      return atMost("tiesAcross", across, where);
    }
    case "small_world":
    case "ring":
      return atMost("tiesWithin", others, among);
    case "random":
    case "preferential_attachment":
      return fitAllTies();
    case "configuration": {
      const degrees = degreesOf(p.degrees);
      if (degrees.kind !== "list") return fitAllTies();
      const misfit = misfitOfDegrees(degrees.list, p.agents);
      if (misfit !== undefined) problems.push(`degrees must ${misfit}`);
      return;
    }
    case "blocks": {
      const { rows } = blockMatrixOf(p.blockMatrix);
      const count = sizes().length;
      if (rows === undefined) {
        fitAllTies();
        const ties = p.tiesWithin + p.tiesAcross;
        const most = ties > others ? 1 : mostHomophily(p.agents, sizes(), ties);
        if (p.homophily > most)
          atMost("homophily", Math.floor(most * 100) / 100, "in the smallest circle", "no more of its ties stay inside");
      } else if (rows.length !== count)
        problems.push(
          `block_matrix must have ${formatNumber(count)} rows, one for each circle (set circle_size and circle_spread, or change the rows), got ${rows.length}`,
        );
    }
  }
}
