import { agentMeasureColumns, type Doings, doingsSinceStart, measureAgents } from "../metrics/agent-measures.ts";
import { createMeasureWorkspace } from "../metrics/measure-workspace.ts";
import { TRAITS, traitNames } from "../parameters/trait-names.ts";
import type { Population } from "../population/population.ts";
import { BELIEFS, CREDIBILITY, INTIMACY, RELIABILITY, SELF_ORIENTATION, tieRow } from "../population/tie-store.ts";
import { evidenceNow } from "../trust/evidence.ts";
import { strengthNow } from "../trust/tie-strength.ts";
import { trustScore } from "../trust/trust-equation.ts";

/** What one agent believes of another, and the trust that follows from it. */
export interface BeliefView {
  /** each 0 to 1 */
  readonly credibility: number;
  readonly reliability: number;
  readonly intimacy: number;
  readonly selfOrientation: number;
  /** pieces of evidence at this tick */
  readonly evidence: number;
  /** T, 0.3 to 30 */
  readonly score: number;
  /** 0 to 1 */
  readonly share: number;
}

/** Everything about a tie. */
export interface TieView {
  readonly tick: number;
  readonly lower: number;
  readonly upper: number;
  readonly strength: number;
  readonly lastEncounter: number;
  /** what the agent with the lower index believes of the other */
  readonly byLower: BeliefView;
  /** what the agent with the higher index believes of the other */
  readonly byUpper: BeliefView;
}

/** A contact of an agent. */
export interface ContactView {
  readonly agent: number;
  readonly strength: number;
  readonly lastEncounter: number;
  /** what the agent believes of the contact */
  readonly trusts: BeliefView;
  /** what the contact believes of the agent */
  readonly trustedBy: BeliefView;
}

/** Everything about an agent. Contacts are sorted from the strongest tie to the weakest. */
export interface AgentView {
  readonly tick: number;
  readonly agent: number;
  readonly circle: number;
  readonly domain: number;
  /** the tick in which the agent came */
  readonly since: number;
  readonly sociality: number;
  /** a value for each of `agentMeasureNames`; NaN if undefined */
  readonly measures: Readonly<Record<string, number>>;
  readonly contacts: readonly ContactView[];
}

/** Describes the tie of two agents. Returns undefined if they don't know each other. Changes nothing. */
export function viewTie(population: Population, one: number, other: number): TieView | undefined {
  const { ties, values, tick } = population;
  const lower = Math.min(one, other);
  const upper = Math.max(one, other);
  if (!(upper < population.agents.count)) return undefined;
  const row = tieRow(ties, lower, upper);
  if (row < 0) return undefined;
  return {
    tick,
    lower,
    upper,
    strength: strengthNow(ties, values, row, tick),
    lastEncounter: ties.lastEncounter[row],
    byLower: viewBelief(population, row),
    byUpper: viewBelief(population, tieRow(ties, upper, lower)),
  };
}

/**
 * Describes an agent. Changes nothing.
 *
 * @param doings what agents did and received in the last year; without it, since the start
 * @returns undefined if the agent isn't present
 */
export function viewAgent(
  population: Population,
  agent: number,
  doings: Doings = doingsSinceStart(population.agents),
): AgentView | undefined {
  const { agents, ties, values, tick } = population;
  if (!(agent < agents.count && agents.present[agent] === 1)) return undefined;
  const { ids, start, length } = ties.blocks;
  const contacts: ContactView[] = [];
  for (let row = start[agent]; row < start[agent] + length[agent]; row++)
    contacts.push({
      agent: ids[row],
      strength: strengthNow(ties, values, row, tick),
      lastEncounter: ties.lastEncounter[row],
      trusts: viewBelief(population, row),
      trustedBy: viewBelief(population, tieRow(ties, ids[row], agent)),
    });
  contacts.sort((a, b) => b.strength - a.strength || a.agent - b.agent);
  return {
    tick,
    agent,
    circle: agents.circle[agent],
    domain: agents.domain[agent],
    since: agents.since[agent],
    sociality: agents.sociality[agent],
    measures: measuresOf(population, agent, doings),
    contacts,
  };
}

/** Measures all agents at once, because most measures need the whole network, and returns those of one agent. */
function measuresOf(population: Population, agent: number, doings: Doings): Record<string, number> {
  const { traits, expertise, status } = population.agents;
  const all = measureAgents(population, createMeasureWorkspace(), doings);
  return {
    ...Object.fromEntries(traitNames.map((name, trait) => [name, traits[agent * TRAITS + trait]])),
    expertise: expertise[agent],
    status: status[agent],
    ...Object.fromEntries(agentMeasureColumns.map(({ name }) => [name, all[name][agent]])),
  };
}

function viewBelief({ ties, values, tick }: Population, row: number): BeliefView {
  const at = row * BELIEFS;
  const credibility = ties.beliefs[at + CREDIBILITY];
  const reliability = ties.beliefs[at + RELIABILITY];
  const intimacy = ties.beliefs[at + INTIMACY];
  const selfOrientation = ties.beliefs[at + SELF_ORIENTATION];
  return {
    credibility,
    reliability,
    intimacy,
    selfOrientation,
    evidence: evidenceNow(ties, values, row, tick),
    score: trustScore(credibility, reliability, intimacy, selfOrientation),
    share: ties.trust[row],
  };
}
