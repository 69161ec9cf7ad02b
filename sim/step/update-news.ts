import { P } from "../parameters/effective-values.ts";
import { ageNews, holdItem } from "../population/news-store.ts";
import type { Population } from "../population/population.ts";
import { draw, eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";

/**
 * Phase 1. Drops items of news past their life and adds new ones, each held by one agent drawn at random. If the rate doesn't
 * give a whole number of items, a draw decides on the last one.
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
  for (let k = 0; k < births; k++) {
    eventKey(workspace.tickKey, k, k, event, 0);
    const holder = circles.present[Math.floor(draw(event[0], event[1], purposes.birthplace) * there)];
    holdItem(population.news, holder, population.news.next++);
  }
}
