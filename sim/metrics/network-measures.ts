import { P } from "../parameters/effective-values.ts";
// biome-ignore format: a table
import {
  DECLINED, ENCOUNTER, GOSSIP, INTRODUCTION, NEWS_OFFERED, NEWS_USED, PROMISE_BROKEN, PROMISE_KEPT, PROMISE_MADE,
  REFUSED, THANKS, TIE_FORGOTTEN, TIE_FORMED,
} from "../population/event-log.ts";
import type { Population } from "../population/population.ts";
import { hiddenTies } from "./agent/hidden-ties.ts";
import { fillIncomingTrust, SCORE_SUM, SHARE_SUM, TIES_READ } from "./agent/incoming-trust.ts";
import { silentNewTies, sortRecent, topThree } from "./contact/recent-contacts.ts";
import { contactThirds } from "./contact/tie-lives.ts";
import { type MeasureWorkspace, measureTies } from "./measure-workspace.ts";
import { closedPairs, STRONG_PAIRS, WEAK_PAIRS } from "./network/closed-pairs.ts";
import { clustering } from "./network/clustering.ts";
import { gini } from "./network/gini.ts";
import { layers } from "./network/layers.ts";
import { meanOfDefined } from "./network/mean.ts";
import { followTies, type PastTies, shareOf, wereStrong, wereWeak, wereWeakAcross } from "./network/past-ties.ts";
import { spearmanInOrder } from "./network/spearman.ts";
import { crossTies, strongCrossShare, strongTies } from "./network/tie-counts.ts";
import { N } from "./network-columns.ts";
import { sortOrder } from "./sort-order.ts";
import { localBridges, weakLocalBridges } from "./tie/local-bridge.ts";
import { type MeasureWindow, WINDOW_TICKS } from "./window.ts";

export { experimentMeasures, lifeMeasures, networkMeasures } from "./network-columns.ts";

/**
 * Computes every measure of the network at this tick, as one row. Changes nothing in the population.
 *
 * @param window what happened over the last ticks
 * @param into overwritten, in the order of `networkMeasures`; NaN if a measure is undefined. If the window has lives, the life measures
 *   follow
 */
export function measureNetwork(
  population: Population,
  workspace: MeasureWorkspace,
  window: MeasureWindow,
  into: Float64Array,
): void {
  into[N.tick] = population.tick;
  into[N.agents] = population.circles.present.length;
  measureTies(population, workspace);
  fillIncomingTrust(population, workspace.incoming);
  countTies(population, workspace, into);
  describeTies(population, workspace, into);
  describeTrust(population, workspace, into);
  countEvents(population, workspace, window, into);
  compareWithPast(population, workspace, window, into);
  describeContact(population, workspace, window, into);
}

function countTies(population: Population, { active, shared }: MeasureWorkspace, into: Float64Array): void {
  const strongFrom = population.values[P.strongFrom];
  const strong = strongTies(active, strongFrom);
  into[N.known_ties] = active.known;
  into[N.active_ties] = active.count;
  into[N.weak_ties] = active.count - strong;
  into[N.strong_ties] = strong;
  into[N.dormant_ties] = active.dormant;
  into[N.cross_ties] = crossTies(active, population.agents.circle);
  into[N.strong_cross_share] = strongCrossShare(active, population.agents.circle, strongFrom);
  const bridges = localBridges(shared, active.count);
  into[N.local_bridges] = bridges;
  into[N.bridge_share] = bridges / active.count;
  into[N.weak_bridge_share] = weakLocalBridges(shared, active.strength, active.count, strongFrom) / bridges;
}

function describeTies(population: Population, workspace: MeasureWorkspace, into: Float64Array): void {
  const { active, shared, overlap, column } = workspace;
  into[N.mean_strength] = meanOfDefined(active.strength, active.count);
  into[N.mean_overlap] = meanOfDefined(overlap, active.count);
  sortOrder(active.strength, active.count, workspace.byStrength);
  into[N.spearman_strength_overlap] = spearmanInOrder(workspace.byStrength, overlap, active.count, workspace.ranks);
  keepWithin(population, workspace);
  into[N.spearman_within] = spearmanInOrder(workspace.byStrength, workspace.within, active.count, workspace.ranks);
  closedPairs(active, population.agents.circle, population.values[P.strongFrom], workspace.marks, workspace.closed);
  into[N.closed_pairs_strong] = workspace.closed[STRONG_PAIRS];
  into[N.closed_pairs_weak] = workspace.closed[WEAK_PAIRS];
  into[N.closed_pairs_ratio] = workspace.closed[STRONG_PAIRS] / workspace.closed[WEAK_PAIRS];
  into[N.clustering] = clustering(active, shared, column);
  layers(population, active, workspace.layers);
  into[N.layer_strong] = workspace.layers[0];
  into[N.layer_middle] = workspace.layers[1];
  into[N.layer_active] = workspace.layers[2];
}

/** Copies the overlaps of ties within circles to `within`, with NaN for cross ties. */
function keepWithin({ agents }: Population, { active, overlap, within }: MeasureWorkspace): void {
  const { start, contacts } = active;
  for (let agent = 0; agent < active.agents; agent++) {
    const own = agents.circle[agent];
    for (let tie = start[agent]; tie < start[agent + 1]; tie++)
      within[tie] = agents.circle[contacts[tie]] === own ? overlap[tie] : Number.NaN;
  }
}

function describeTrust(population: Population, workspace: MeasureWorkspace, into: Float64Array): void {
  const { active, incoming, column } = workspace;
  const { totals } = incoming;
  into[N.mean_trust_score] = totals[SCORE_SUM] / totals[TIES_READ];
  into[N.mean_trust_share] = totals[SHARE_SUM] / totals[TIES_READ];
  // Agents who have left have no incoming trust.
  into[N.incoming_trust_score] = meanOfDefined(incoming.score, active.agents);
  into[N.incoming_trust_share] = meanOfDefined(incoming.share, active.agents);
  hiddenTies(population.agents, active, column, workspace.marks);
  into[N.hidden_ties] = meanOfPresent(population, column);
}

/** Computes rates of events over the ticks of the window, per agent present now. */
function countEvents(population: Population, workspace: MeasureWorkspace, window: MeasureWindow, into: Float64Array): void {
  const { counts, ticks } = window;
  const agents = population.circles.present.length;
  // If the window spans no tick, this is Infinity, and the rate of 0 events is 0 × Infinity, which is NaN.
  const aTick = agents === 0 ? Number.NaN : 1 / (agents * ticks);
  const aYear = WINDOW_TICKS * aTick;
  const due = counts[PROMISE_KEPT] + counts[PROMISE_BROKEN];
  into[N.encounters] = counts[ENCOUNTER] * aTick;
  into[N.promises_made] = counts[PROMISE_MADE] * aYear;
  into[N.promises_kept_share] = counts[PROMISE_KEPT] / due;
  into[N.promises_broken_share] = counts[PROMISE_BROKEN] / due;
  into[N.refused_share] = counts[REFUSED] / (counts[REFUSED] + counts[PROMISE_MADE]);
  into[N.thanks_share] = counts[THANKS] / counts[PROMISE_KEPT];
  into[N.gossip] = counts[GOSSIP] * aYear;
  into[N.introductions] = counts[INTRODUCTION] * aYear;
  into[N.declined] = counts[DECLINED] * aYear;
  into[N.ties_formed] = counts[TIE_FORMED] * aYear;
  into[N.ties_forgotten] = counts[TIE_FORGOTTEN] * aYear;
  into[N.news_offered] = counts[NEWS_OFFERED] * aYear;
  into[N.news_used] = counts[NEWS_USED] * aYear;
  into[N.reach] = (meanOfPresent(population, window.reach) * WINDOW_TICKS) / ticks;
  into[N.payoff] = (meanOfPresent(population, window.payoff) * WINDOW_TICKS) / ticks;
  into[N.gini_reach] = giniOfPresent(population, workspace, window.reach);
}

function compareWithPast(
  population: Population,
  { active }: MeasureWorkspace,
  { past52, past156 }: MeasureWindow,
  into: Float64Array,
): void {
  const strongFrom = population.values[P.strongFrom];
  const follow = (past: PastTies | undefined) => past && followTies(population, active, past, strongFrom);
  const year = follow(past52);
  const threeYears = follow(past156);
  into[N.conversion_52] = year ? shareOf(year.strong, year, wereWeak) : Number.NaN;
  into[N.conversion_156] = threeYears ? shareOf(threeYears.strong, threeYears, wereWeak) : Number.NaN;
  into[N.conversion_cross_156] = threeYears ? shareOf(threeYears.strong, threeYears, wereWeakAcross) : Number.NaN;
  into[N.survival_weak] = year ? shareOf(year.active, year, wereWeak) : Number.NaN;
  into[N.survival_strong] = year ? shareOf(year.active, year, wereStrong) : Number.NaN;
}

/** Computes the measures of contact, which need records of past encounters. */
function describeContact(
  population: Population,
  { thirds }: MeasureWorkspace,
  { recent, lives }: MeasureWindow,
  into: Float64Array,
): void {
  if (recent !== undefined) sortRecent(recent, population.agents.count);
  into[N.top_three] = recent === undefined ? Number.NaN : topThree(recent, population);
  into[N.silent_new_ties] = recent === undefined ? Number.NaN : silentNewTies(recent);
  if (lives === undefined) return;
  contactThirds(lives, population, thirds);
  into[N.contact_first_third] = thirds[0];
  into[N.contact_middle_third] = thirds[1];
  into[N.contact_last_third] = thirds[2];
}

/** Computes the mean of a column over the agents present. NaN if nobody is. */
function meanOfPresent({ circles }: Population, column: Float64Array): number {
  const { present } = circles;
  let sum = 0;
  for (let at = 0; at < present.length; at++) sum += column[present[at]];
  return sum / present.length;
}

function giniOfPresent({ circles }: Population, workspace: MeasureWorkspace, column: Float64Array): number {
  const { present } = circles;
  const values = workspace.column;
  for (let at = 0; at < present.length; at++) values[at] = column[present[at]];
  return gini(values, present.length, workspace.ranks.sorter);
}
