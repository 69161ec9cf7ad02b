import { P } from "../parameters/effective-values.ts";
import { NEWS_BORN, noteEvent } from "../population/event-log.ts";
import { ageNews, holdItem } from "../population/news-store.ts";
import type { Population } from "../population/population.ts";
import { draw, eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";
import { placeByWeight } from "./running-sums.ts";

/**
 * Phase 2. Drops items of news past their life and adds new ones, each held by one agent. What is worth passing on comes up with those
 * who know, so the agent is drawn by expertise, or uniformly if `expert_news` is off. If the rate doesn't give a whole number of items,
 * a draw decides on the last one. If nobody has any expertise, no item is born.
 */
export function updateNews(population: Population): void {
  const { values, workspace, circles, tick } = population;
  ageNews(population.news, tick, values[P.newsLife]);
  const there = circles.present.length;
  const expected = values[P.newsRate] * there;
  if (expected === 0) return;
  const { event } = workspace;
  eventKey(workspace.tickKey, 0, 0, event, 0);
  const whole = Math.floor(expected);
  const births = whole + +(draw(event[0], event[1], purposes.births) < expected - whole);
  const byExpertise = values[P.expertNews] === 1;
  if (births === 0 || (byExpertise && !(sumExpertise(population) > 0))) return;
  for (let k = 0; k < births; k++) {
    eventKey(workspace.tickKey, k, k, event, 0);
    const u = draw(event[0], event[1], purposes.birthplace);
    const place = byExpertise ? placeByWeight(workspace.sums, 0, there, u) : Math.floor(u * there);
    const holder = circles.present[place];
    const item = population.news.next++;
    holdItem(population.news, holder, item);
    noteEvent(population.events, NEWS_BORN, holder, holder, item, Number.NaN);
  }
}

/** Writes the running sums of expertise over the agents present to `workspace.sums`, and returns the total. */
function sumExpertise({ agents, circles, workspace }: Population): number {
  const { present } = circles;
  if (present.length > workspace.sums.length) workspace.sums = new Float64Array(Math.ceil(present.length * 1.25));
  const { sums } = workspace;
  let sum = 0;
  for (let at = 0; at < present.length; at++) {
    sum += agents.expertise[present[at]];
    sums[at] = sum;
  }
  return sum;
}
