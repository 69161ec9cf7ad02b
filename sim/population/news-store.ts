import {
  createSortedBlocks,
  type FollowingColumns,
  findRow,
  growOwners,
  insertRow,
  removeRows,
  type SortedBlocks,
} from "./sorted-blocks.ts";

/** More ticks than an item of news can live: the longest `news_life` is below this. */
const BIRTH_TICKS = 1024;

/** Items of news, numbered in the order in which they appeared, and who holds which. */
export interface NewsStore {
  /** the number of the next item */
  next: number;
  /** items with a lower number are past their life and stay so */
  oldestLive: number;
  /** by tick modulo its length: the first item that appeared in that tick or later */
  firstOfTick: Float64Array;
  /** by agent: the items it holds; `countLiveItems` drops those past their life */
  held: SortedBlocks;
}

/** An item has no data besides its number, so no columns follow. */
const noColumns: FollowingColumns = { grow() {}, move() {} };

export function createNewsStore(agents: number): NewsStore {
  return { next: 0, oldestLive: 0, firstOfTick: new Float64Array(BIRTH_TICKS), held: createSortedBlocks(agents, agents * 8) };
}

export function growNewsOwners(news: NewsStore, agents: number): void {
  growOwners(news.held, agents);
}

/** Begins a tick: ends the life of items older than `life` ticks, counting the tick in which they appeared. */
export function ageNews(news: NewsStore, tick: number, life: number): void {
  news.firstOfTick[tick % BIRTH_TICKS] = news.next;
  const oldestTick = tick - life + 1;
  if (oldestTick < 1) return;
  const oldest = news.firstOfTick[oldestTick % BIRTH_TICKS];
  // If the life gets longer during a run, items whose life has ended don't come back.
  if (oldest > news.oldestLive) news.oldestLive = oldest;
}

/** Removes items past their life from the agent's list, and returns how many items are left. */
export function countLiveItems(news: NewsStore, agent: number): number {
  const { held, oldestLive } = news;
  const start = held.start[agent];
  const length = held.length[agent];
  let past = 0;
  while (past < length && held.ids[start + past] < oldestLive) past++;
  if (past > 0) removeRows(held, agent, start, past, noColumns);
  return length - past;
}

/** Returns the agent's live item at `place`, from 0 to `countLiveItems` − 1, oldest first. */
export function itemAt(news: NewsStore, agent: number, place: number): number {
  return news.held.ids[news.held.start[agent] + place];
}

export function holdsItem(news: NewsStore, agent: number, item: number): boolean {
  return findRow(news.held, agent, item) >= 0;
}

/** Adds an item that the agent doesn't hold yet. */
export function holdItem(news: NewsStore, agent: number, item: number): void {
  countLiveItems(news, agent);
  insertRow(news.held, agent, item, noColumns);
}

/** Removes all items of an agent that leaves. */
export function dropItems(news: NewsStore, agent: number): void {
  removeRows(news.held, agent, news.held.start[agent], news.held.length[agent], noColumns);
}
