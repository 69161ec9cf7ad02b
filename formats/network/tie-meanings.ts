import { plainWord } from "./words.ts";

/** Titles of the columns or attributes that say more about a tie than a weight. Undefined if there is no such column. */
export interface TieMeanings {
  /** one number of trust for each rating */
  readonly trust: string | undefined;
  /** credibility, reliability, intimacy, self-orientation, in this order */
  readonly beliefs: readonly (string | undefined)[];
  readonly evidence: string | undefined;
  /** the time of a contact or rating */
  readonly time: string | undefined;
}

/** The titles that a person has chosen. */
export interface ChosenMeanings {
  readonly trust?: string | undefined;
  readonly time?: string | undefined;
}

export const noMeanings: TieMeanings = { trust: undefined, beliefs: [], evidence: undefined, time: undefined };

/** The four beliefs as titles, in the order of the model's record of beliefs. */
const beliefWords: readonly string[] = ["credibility", "reliability", "intimacy", "selforientation"];
const trustWords: readonly string[] = ["trust", "trustshare", "trustscore"];
const timeWords: readonly string[] = ["time", "timestamp", "datetime", "date"];

/** Whether the numbers under this title are trust scores. */
export function isScoreTitle(title: string): boolean {
  return plainWord(title) === "trustscore";
}

/** Finds the columns with ratings and times among the titles of ties. Beliefs say more than one number, so they come first. */
export function findMeanings(titles: readonly string[], chosen: ChosenMeanings = {}): TieMeanings {
  const find = (word: string): string | undefined => titles.find((title) => plainWord(title) === word);
  const findFirst = (words: readonly string[]): string | undefined => words.flatMap((word) => find(word) ?? [])[0];
  const beliefs = chosen.trust === undefined ? beliefWords.map(find) : [];
  const hasBeliefs = beliefs.some((title) => title !== undefined);
  const trust = chosen.trust ?? (hasBeliefs ? undefined : findFirst(trustWords));
  return {
    trust,
    beliefs: hasBeliefs ? beliefs : [],
    evidence: hasBeliefs || trust !== undefined ? find("evidence") : undefined,
    time: chosen.time ?? findFirst(timeWords),
  };
}

/** Whether a file with these columns rates people. */
export function hasRatings({ trust, beliefs }: TieMeanings): boolean {
  return trust !== undefined || beliefs.length > 0;
}

/** The titles in use, for the note about columns that are not. */
export function listMeaningTitles({ trust, beliefs, evidence, time }: TieMeanings): (string | undefined)[] {
  return [trust, ...beliefs, evidence, time];
}
