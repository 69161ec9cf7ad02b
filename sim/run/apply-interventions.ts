import { agentMeasure } from "../metrics/agent-measures.ts";
import { P } from "../parameters/effective-values.ts";
import { countCircles, createCircleIndex } from "../population/circle-index.ts";
import { growNewsOwners } from "../population/news-store.ts";
import { BOTH } from "../population/people.ts";
import type { Population } from "../population/population.ts";
import { growTieOwners, removeTie, tieRow } from "../population/tie-store.ts";
import type { Turn } from "../population/turns.ts";
import { drawAgents } from "../start/draw-agents.ts";
import { startTie } from "../start/start-tie.ts";
import { dropEverything } from "../step/come-and-go.ts";
import { lapsePromises } from "../step/forget-ties.ts";
import type { AgentSelector, Intervention, TurningIntervention } from "./interventions.ts";
import { beginPassing, endPassing, type Settings, setParameters, setTraits } from "./settings.ts";
import { isTurning, turnOf } from "./turn-events.ts";

/** What an intervention acts on: the population, its settings, and the names of its agents and circles. */
export interface Stage {
  readonly population: Population;
  readonly settings: Settings;
  /** by agent; may be shorter than the number of agents if the last ones have no name */
  readonly names: string[];
  readonly circleNames: readonly string[];
}

/**
 * Starts a tick: ends settings whose last tick has passed, and then applies the interventions of this tick.
 *
 * @param due checked interventions of this tick, in their order
 */
export function applyInterventions(stage: Stage, tick: number, due: readonly Intervention[]): void {
  endPassing(stage.population, stage.settings, tick);
  for (const intervention of due) apply(stage, intervention);
}

function apply(stage: Stage, intervention: Intervention): void {
  const { population, settings } = stage;
  if ("set" in intervention) {
    const { set, until } = intervention;
    if (until === undefined) setParameters(population, settings, set);
    else beginPassing(population, settings, { until, set });
  } else if ("set_traits" in intervention) {
    const { set_traits: traits, until } = intervention;
    const agents = selectAgents(stage, intervention.agents);
    if (until === undefined) setTraits(population, settings, traits, agents);
    else beginPassing(population, settings, { until, traits, agents });
  } else if ("remove" in intervention) removeAgents(population, selectAgents(stage, intervention.remove));
  else if ("add" in intervention) addAgents(stage, intervention);
  else if ("move" in intervention)
    moveAgents(stage, selectAgents(stage, intervention.move), circleNumber(stage, intervention.to_circle));
  else if ("cut_ties" in intervention) cutTies(stage, intervention.cut_ties);
  else if (isTurning(intervention)) population.workspace.turns.push(turnFor(stage, intervention));
  else addTies(stage, intervention.add_ties, intervention.strength);
}

function turnFor(stage: Stage, intervention: TurningIntervention): Turn {
  const settled = stage.population.tick + 1 - intervention.tick;
  return turnOf(intervention, (agent) => agentNumber(stage, agent), settled);
}

/**
 * Ends the turns of a tick after its step.
 *
 * @param due the interventions of this tick
 * @returns those of them whose event never was
 */
export function endTurns({ workspace }: Population, due: readonly Intervention[]): TurningIntervention[] {
  const { turns } = workspace;
  const missing = due.filter(isTurning).filter((_, at) => !turns[at].found);
  turns.length = 0;
  return missing;
}

/** Lists the agents that a selector chooses now, ascending, without those who have left. */
export function selectAgents(stage: Stage, selector: AgentSelector): number[] {
  const { population } = stage;
  const { agents, circles } = population;
  const there = Array.from(circles.present);
  if (selector === "all") return there;
  if (typeof selector === "number" || typeof selector === "string") return selectAgents(stage, [selector]);
  if (isList(selector)) {
    const chosen = new Set(selector.map((one) => agentNumber(stage, one)));
    return there.filter((agent) => chosen.has(agent));
  }
  if ("circle" in selector) {
    const circle = circleNumber(stage, selector.circle);
    return there.filter((agent) => agents.circle[agent] === circle);
  }
  if ("every" in selector) return there.filter((agent) => agent % selector.every === 0);
  const measure = agentMeasure(population, selector.by);
  // Agents without a value have no rank. Equal values are ranked by index.
  const ranked = there.filter((agent) => !Number.isNaN(measure[agent])).sort((a, b) => measure[b] - measure[a] || a - b);
  return ranked.slice(0, selector.top).sort((a, b) => a - b);
}

function isList(selector: AgentSelector): selector is readonly (number | string)[] {
  return Array.isArray(selector);
}

function agentNumber(stage: Stage, one: number | string): number {
  return typeof one === "number" ? one : stage.names.indexOf(one);
}

function circleNumber(stage: Stage, circle: number | string): number {
  return typeof circle === "number" ? circle : stage.circleNames.indexOf(circle);
}

/** Removes agents with their ties, promises and news. Their indices are never used again. */
function removeAgents(population: Population, leaving: readonly number[]): void {
  const { agents, workspace } = population;
  for (const agent of leaving) {
    dropEverything(population, agent);
    agents.present[agent] = 0;
  }
  lapsePromises(population);
  workspace.touched.fill(0);
  population.circles = createCircleIndex(agents);
}

function addAgents(stage: Stage, addition: Extract<Intervention, { add: number }>): void {
  const { population, settings, names } = stage;
  const { agents, values, runKey } = population;
  const first = agents.count;
  const circle = addition.circle === undefined ? undefined : circleNumber(stage, addition.circle);
  const size = population.parameters.circleSize;
  const oneCircle = countCircles(population.circles) === 1;
  const circleOf = (agent: number) => circle ?? (oneCircle ? 0 : Math.floor(agent / size));
  drawAgents(agents, { count: addition.add, tick: population.tick + 1, circleOf }, values, runKey);
  growTieOwners(population.ties, agents.present.length);
  growNewsOwners(population.news, agents.present.length);
  population.workspace.touched = new Uint8Array(agents.present.length);
  if (addition.names !== undefined) {
    while (names.length < first) names.push("");
    for (const name of addition.names) names.push(name);
  }
  population.circles = createCircleIndex(agents);
  const newcomers = Array.from({ length: addition.add }, (_, k) => first + k);
  if (addition.traits !== undefined) setTraits(population, settings, addition.traits, newcomers);
}

function moveAgents({ population }: Stage, moving: readonly number[], circle: number): void {
  for (const agent of moving) population.agents.circle[agent] = circle;
  population.circles = createCircleIndex(population.agents);
}

function cutTies(stage: Stage, pairs: readonly (readonly [number | string, number | string])[]): void {
  const { population } = stage;
  const { ties, workspace } = population;
  for (const pair of pairs) {
    const [one, other] = pair.map((end) => agentNumber(stage, end));
    if (tieRow(ties, one, other) < 0) continue;
    removeTie(ties, one, other);
    workspace.touched[one] = 1;
    workspace.touched[other] = 1;
  }
  lapsePromises(population);
  workspace.touched.fill(0);
}

/** Adds ties with the first beliefs of rule 12. Pairs that know each other already don't change. */
function addTies(stage: Stage, pairs: readonly (readonly [number | string, number | string])[], strength?: number): void {
  const { population } = stage;
  const { agents, ties, values } = population;
  for (const pair of pairs) {
    const [one, other] = pair.map((end) => agentNumber(stage, end));
    if (agents.present[one] === 0 || agents.present[other] === 0 || tieRow(ties, one, other) >= 0) continue;
    startTie(population, Math.min(one, other), Math.max(one, other), strength ?? values[P.newStrength], BOTH);
  }
}
