import { NEWS_OFFERED, NEWS_USED, noteEvent } from "../population/event-log.ts";
import { countLiveItems, holdItem, holdsItem, itemAt } from "../population/news-store.ts";
import { DOER, OTHER, OTHER_ROW, OWN_ROW, type Population, RICHNESS, type Side } from "../population/population.ts";
import { draw } from "../random/keyed-draws.ts";
import { ahead, purposes } from "../random/purposes.ts";
import { strengthNow } from "../trust/tie-strength.ts";
import { willingness } from "./give-generously.ts";
import { treatment } from "./treat-equally.ts";

/**
 * Passes news between agents who trust each other. The doer offers one of the live items it holds; the probability rises with
 * its generosity, its trust and the strength of the tie. The other uses the item with a probability that rises with its trust in
 * the doer and with how it treats the doer. If it uses an item that is new to it, it holds the item from now on, and its
 * reach grows by one.
 */
export function passNews(population: Population, side: Side): void {
  const { agents, ties, news, values, tick } = population;
  const { who, before, key, drawn } = side;
  const doer = who[DOER];
  const other = who[OTHER];
  const count = countLiveItems(news, doer);
  if (count === 0) return;
  const strength = strengthNow(ties, values, who[OWN_ROW], tick);
  const offers = before[RICHNESS] * willingness(population, doer, strength) * ties.trust[who[OWN_ROW]];
  if (!(drawn[ahead.offers] < offers)) return;
  const item = itemAt(news, doer, Math.floor(draw(key[0], key[1], purposes.newsItem) * count));
  const isNew = +!holdsItem(news, other, item);
  noteEvent(population.events, NEWS_OFFERED, doer, other, item, isNew);
  const uses = ties.trust[who[OTHER_ROW]] * treatment(population, other, doer);
  if (!(draw(key[0], key[1], purposes.uses) < uses)) return;
  noteEvent(population.events, NEWS_USED, other, doer, item, isNew);
  if (isNew === 0) return;
  holdItem(news, other, item);
  agents.reach[other]++;
}
