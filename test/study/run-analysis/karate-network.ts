import { type Network, type Ties, tiesOfEnds } from "../../../study/run-analysis/network.ts";
import { karate } from "../../helpers/known-networks.ts";

/** Those who stayed with the instructor, as in networkx's `karate_club_graph`. */
const withInstructor = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21];

const pairs = karate.pairs.map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);

/**
 * Zachary's karate club. The two clubs after its split are circles. Strengths are made up and all different, and the attribute too:
 * w(u, v) = ((7u + 13v) mod 10 + 1) / 10.01 + (34u + v) / 10⁶ and x(n) = n² mod 11.
 */
export const karateNetwork: Network = {
  tick: 52,
  present: new Uint8Array(34).fill(1),
  circle: Uint32Array.from({ length: 34 }, (_, agent) => +!withInstructor.includes(agent)),
  status: Float64Array.from({ length: 34 }, (_, agent) => (agent * agent) % 11),
  expertise: new Float64Array(34).fill(0.5),
  strongFrom: 0.6,
  ties: tiesOf(
    34,
    pairs.map(([u, v]) => [u, v, (((7 * u + 13 * v) % 10) + 1) / 10.01 + (34 * u + v) * 1e-6]),
  ),
};

/** @param list two agents and the strength of each tie */
function tiesOf(agents: number, list: readonly (readonly [number, number, number])[]): Ties {
  const [one, other] = [0, 1].map((end) => Uint32Array.from(list, (tie) => tie[end]));
  return tiesOfEnds(
    agents,
    one,
    other,
    Float64Array.from(list, (tie) => tie[2]),
  );
}

/** A network of given ties between agents in given circles. */
export function networkOf(circle: readonly number[], list: readonly (readonly [number, number, number])[], tick = 0): Network {
  const agents = circle.length;
  return {
    tick,
    present: new Uint8Array(agents).fill(1),
    circle: Uint32Array.from(circle),
    status: new Float64Array(agents),
    expertise: new Float64Array(agents),
    strongFrom: 0.5,
    ties: tiesOf(agents, list),
  };
}
