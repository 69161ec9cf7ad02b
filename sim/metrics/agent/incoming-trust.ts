import type { Population } from "../../population/population.ts";
import { BELIEFS, CREDIBILITY, INTIMACY, RELIABILITY, SELF_ORIENTATION } from "../../population/tie-store.ts";
import { evidenceNow } from "../../trust/evidence.ts";
import { trustScore } from "../../trust/trust-equation.ts";

/** A contact judges an agent if it has at least this much evidence now. Less is only a first impression. */
const EVIDENCE_TO_JUDGE = 3;

/** Positions in `totals`. */
export const TIES_READ = 0,
  SCORE_SUM = 1,
  SHARE_SUM = 2;

/** Incoming trust. `score`, `share` and `judges` are columns by agent and may be longer than the number of agents. */
export interface IncomingTrust {
  /** mean trust score T of those who judge the agent, 0.3 to 30; NaN if nobody does */
  score: Float64Array;
  /** mean trust share τ of those who judge the agent, 0 to 1; NaN if nobody does */
  share: Float64Array;
  /** how many contacts judge the agent */
  judges: Uint32Array;
  /** over all known directed ties, whatever the evidence: their number, the sum of T, and the sum of τ */
  readonly totals: Float64Array;
}

export function createIncomingTrust(): IncomingTrust {
  return { score: new Float64Array(0), share: new Float64Array(0), judges: new Uint32Array(0), totals: new Float64Array(3) };
}

/**
 * Computes the incoming trust of each agent: the mean trust of its contacts who have three or more pieces of evidence about it now,
 * whether the tie is active or not. Reads the beliefs once for both scales and the totals, because reading takes most of the time.
 *
 * @param into overwritten; columns grow if they are too short
 */
export function fillIncomingTrust(population: Population, into: IncomingTrust): void {
  const agents = population.agents.count;
  if (agents > into.score.length) {
    into.score = new Float64Array(Math.ceil(agents * 1.25));
    into.share = new Float64Array(Math.ceil(agents * 1.25));
    into.judges = new Uint32Array(Math.ceil(agents * 1.25));
  }
  const { score, share, judges, totals } = into;
  score.fill(0, 0, agents);
  share.fill(0, 0, agents);
  judges.fill(0, 0, agents);
  totals.fill(0);
  for (let agent = 0; agent < agents; agent++) addJudgmentsOf(population, agent, into);
  for (let agent = 0; agent < agents; agent++) {
    score[agent] /= judges[agent]; // 0 / 0 is NaN
    share[agent] /= judges[agent];
  }
}

/** Adds the agent's trust in each of its contacts. */
function addJudgmentsOf({ ties, values, tick }: Population, agent: number, into: IncomingTrust): void {
  const { beliefs, trust } = ties;
  const { ids, start, length } = ties.blocks;
  const { score, share, judges, totals } = into;
  let scores = 0;
  let shares = 0;
  const end = start[agent] + length[agent];
  for (let row = start[agent]; row < end; row++) {
    const at = row * BELIEFS;
    const t = trustScore(
      beliefs[at + CREDIBILITY],
      beliefs[at + RELIABILITY],
      beliefs[at + INTIMACY],
      beliefs[at + SELF_ORIENTATION],
    );
    scores += t;
    shares += trust[row];
    if (evidenceNow(ties, values, row, tick) < EVIDENCE_TO_JUDGE) continue;
    const contact = ids[row];
    score[contact] += t;
    share[contact] += trust[row];
    judges[contact]++;
  }
  totals[TIES_READ] += length[agent];
  totals[SCORE_SUM] += scores;
  totals[SHARE_SUM] += shares;
}
