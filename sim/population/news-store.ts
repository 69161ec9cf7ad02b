import {
  createSortedBlocks,
  type FollowingColumns,
  findRow,
  growOwners,
  insertRow,
  removeRows,
  type SortedBlocks,
} from "./sorted-blocks.ts";

/** More ticks than an item of news can live. */
const BIRTH_TICKS = 1024;

/** Items of news, numbered in the order of their birth, and who holds which. */
export interface NewsStore {
  /** the number of the next item to be born */
  next: number;
  /** items below this number are past their life, for good */
  oldestLive: number;
  /** by tick modulo its length: the first item that was born in that tick or later */
  firstOfTick: Float64Array;
  /** by agent: the items it holds; those past their life are dropped when the agent is next looked at */
  held: SortedBlocks;
}

/** Only the numbers themselves are kept. */
const noColumns: FollowingColumns = { grow() {}, move() {} };

export function createNewsStore(agents: number): NewsStore {
  return { next: 0, oldestLive: 0, firstOfTick: new Float64Array(BIRTH_TICKS), held: createSortedBlocks(agents, agents * 8) };
}

export function growNewsOwners(news: NewsStore, agents: number): void {
  growOwners(news.held, agents);
}

/** Begins a tick: what has outlived `life` ticks, that of its birth included, is live no more. */
export function ageNews(news: NewsStore, tick: number, life: number): void {
  news.firstOfTick[tick % BIRTH_TICKS] = news.next;
  const oldestTick = tick - life + 1;
  if (oldestTick < 1) return;
  const oldest = news.firstOfTick[oldestTick % BIRTH_TICKS];
  // A life that was made longer brings nothing back.
  if (oldest > news.oldestLive) news.oldestLive = oldest;
}

/** How many live items the agent holds; its list is cleared of the others first. */
export function liveItems(news: NewsStore, agent: number): number {
  const { held, oldestLive } = news;
  const start = held.start[agent];
  const length = held.length[agent];
  let past = 0;
  while (past < length && held.ids[start + past] < oldestLive) past++;
  if (past > 0) removeRows(held, agent, start, past, noColumns);
  return length - past;
}

/** The agent's live item at `place`, from 0 up to `liveItems`, in the order of their birth. */
export function itemAt(news: NewsStore, agent: number, place: number): number {
  return news.held.ids[news.held.start[agent] + place];
}

export function holdsItem(news: NewsStore, agent: number, item: number): boolean {
  return findRow(news.held, agent, item) >= 0;
}

/** The agent holds an item that it did not hold. */
export function holdItem(news: NewsStore, agent: number, item: number): void {
  liveItems(news, agent);
  insertRow(news.held, agent, item, noColumns);
}

/** An agent that leaves takes its items along. */
export function dropItems(news: NewsStore, agent: number): void {
  removeRows(news.held, agent, news.held.start[agent], news.held.length[agent], noColumns);
}
