import { draw, eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";
import { PairSet, type Pairs } from "./pairs.ts";

/** Draws under one key, so that the count within the purpose stays below COUNTS. */
const AT_ONCE = 1024;

/**
 * Creates a network by preferential attachment: agents join one after the other, and each is tied to `perAgent` earlier ones, who are
 * drawn in proportion to the ties they have. The first `perAgent` + 1 agents are all tied to each other.
 *
 * @param perAgent ties that an agent brings, a whole number less than `agents`
 * @param tick the key of tick 0
 * @see Barabási and Albert 1999, Science 286(5439), 509–512
 */
export function createPreferentialAttachment(agents: number, perAgent: number, tick: Int32Array): Pairs {
  const into = new PairSet(agents, agents * perAgent + 16);
  /** both agents of every tie: a draw among them is a draw in proportion to ties */
  const ends = new Uint32Array(2 * agents * perAgent);
  let count = 0;
  const add = (earlier: number, later: number) => {
    if (!into.add(earlier, later)) return false;
    ends[count++] = earlier;
    ends[count++] = later;
    return true;
  };
  for (let one = 0; one <= perAgent; one++) for (let other = one + 1; other <= perAgent; other++) add(one, other);
  const key = new Int32Array(2);
  for (let agent = perAgent + 1; agent < agents; agent++) {
    const before = count;
    for (let attempt = 0, found = 0; found < perAgent; attempt++) {
      if (attempt % AT_ONCE === 0) eventKey(tick, agent, agent + attempt / AT_ONCE, key, 0);
      const end = Math.floor(draw(key[0], key[1], purposes.attaches + (attempt % AT_ONCE)) * before);
      if (add(ends[end], agent)) found++;
    }
  }
  return into.pairs;
}
