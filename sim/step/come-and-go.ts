import { P } from "../parameters/effective-values.ts";
import { otherAnywhere, swapCircles } from "../population/circle-index.ts";
import { AGENT_REPLACED, AGENTS_SWAPPED, NOBODY, noteEvent } from "../population/event-log.ts";
import { dropItems } from "../population/news-store.ts";
import type { Population } from "../population/population.ts";
import { removeTie } from "../population/tie-store.ts";
import { draw, eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";
import { drawNewcomer } from "../start/draw-agents.ts";
import { lapsePromises } from "./forget-ties.ts";

/** Ticks of a year. */
const YEAR = 52;

/** Phase 1. Some people leave, and newcomers take their places. After that, some people swap circles. */
export function comeAndGo(population: Population): void {
  replacePeople(population);
  swapPeople(population);
}

/**
 * Each agent leaves with a probability of `turnover` in a year. A newcomer gets its index and its circle, and begins without ties,
 * promises and news.
 */
function replacePeople(population: Population): void {
  const { agents, values, circles, events, workspace, runKey, tick } = population;
  const probability = values[P.turnover] / YEAR;
  if (probability === 0) return;
  let replaced = 0;
  for (let at = 0; at < circles.present.length; at++) {
    const agent = circles.present[at];
    if (!(ownDraw(population, agent, purposes.leaves) < probability)) continue;
    dropEverything(population, agent);
    agents.since[agent] = tick;
    drawNewcomer(agents, agent, values, runKey);
    noteEvent(events, AGENT_REPLACED, agent, agent, NOBODY, Number.NaN);
    replaced++;
  }
  if (replaced === 0) return;
  lapsePromises(population);
  workspace.touched.fill(0);
}

/**
 * Each agent may swap circles with another one, drawn from all others. As two people move each time, about a share of `moves` of all
 * people change circles in a year, and no circle grows or shrinks.
 */
function swapPeople(population: Population): void {
  const { agents, values, circles, events } = population;
  const probability = values[P.moves] / (2 * YEAR);
  if (probability === 0) return;
  for (let at = 0; at < circles.present.length; at++) {
    const agent = circles.present[at];
    if (!(ownDraw(population, agent, purposes.moves) < probability)) continue;
    const other = otherAnywhere(circles, agent, ownDraw(population, agent, purposes.movesWhom));
    if (other < 0 || agents.circle[agent] === agents.circle[other]) continue;
    swapCircles(circles, agents, agent, other);
    noteEvent(events, AGENTS_SWAPPED, agent, other, NOBODY, Number.NaN);
  }
}

/** Makes a draw of an event of one agent in this tick. */
function ownDraw({ workspace }: Population, agent: number, purpose: number): number {
  const { tickKey, event } = workspace;
  eventKey(tickKey, agent, agent, event, 0);
  return draw(event[0], event[1], purpose);
}

/** Removes the ties and the news of an agent, and marks all concerned as touched, so that `lapsePromises` deletes their promises. */
export function dropEverything({ ties, news, workspace }: Population, agent: number): void {
  const { blocks } = ties;
  while (blocks.length[agent] > 0) {
    const contact = blocks.ids[blocks.start[agent] + blocks.length[agent] - 1];
    removeTie(ties, agent, contact);
    workspace.touched[contact] = 1;
  }
  workspace.touched[agent] = 1;
  dropItems(news, agent);
}
