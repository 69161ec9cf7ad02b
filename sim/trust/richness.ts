import { P } from "../parameters/effective-values.ts";
import { clip } from "./trust-equation.ts";

/**
 * Returns the richness of an ordinary encounter. Within a circle it is full. Across circles it rises with mutual trust, from that of
 * a message to that of a visit: distance slows a tie down, and trust shortens it.
 *
 * @param together whether the two agents are in one circle
 * @param mutual mutual trust before the encounter, 0 to 1
 * @returns `richness_lean` to `richness_rich`
 * @see Daft and Lengel 1986, Management Science 32(5), 554–571, for richness; Bos et al. 2002 for trust by rich and lean media
 */
export function ordinaryRichness(values: Float64Array, together: boolean, mutual: number): number {
  const rich = values[P.richnessRich];
  if (together) return rich;
  const lean = values[P.richnessLean];
  const from = values[P.leanBelow];
  return lean + (rich - lean) * clip((mutual - from) / (values[P.richFrom] - from));
}
