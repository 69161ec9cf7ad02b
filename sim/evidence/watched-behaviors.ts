import { askFavor } from "../behaviors/ask-favor.ts";
import { disclose } from "../behaviors/be-real.ts";
import { payAttention } from "../behaviors/give-generously.ts";
import { gossip } from "../behaviors/gossip.ts";
import { introduce } from "../behaviors/introduce.ts";
import { settlePromise } from "../behaviors/keep-promises.ts";
import { passNews } from "../behaviors/pass-news.ts";
import { pickActive } from "../behaviors/pick-contact.ts";
import { shareExpertise } from "../behaviors/share-expertise.ts";
import { showRespect } from "../behaviors/treat-equally.ts";
import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { DECLINED, GOSSIP, NEWS_OFFERED, NEWS_USED, REFUSED } from "../population/event-log.ts";
import { DOER, NEEDS_EXPERT, OTHER, OTHER_ROW, type Population, REQUEST, type Side } from "../population/population.ts";
import { BELIEFS } from "../population/tie-store.ts";
import { draw } from "../random/keyed-draws.ts";
import { ahead, purposes } from "../random/purposes.ts";
import type { Behavior } from "../step/commit.ts";
import { type EvidenceKind, type FourBeliefs, NO_SOURCE } from "./evidence-item.ts";
import type { EvidenceRecorder } from "./evidence-recorder.ts";

/** The lists of behaviors as `commit` and `formTies` take them. */
export type WatchedBehaviors = Readonly<Record<"ways" | "dealings" | "firstDealings", readonly Behavior[]>>;

/** The lists of behaviors of an encounter, each followed by a look at the beliefs that it can move. */
export function watchedBehaviors(recorder: EvidenceRecorder): WatchedBehaviors {
  const favor: Behavior = (population, side) => watchFavor(recorder, population, side);
  const talk: Behavior = (population, side) => watchGossip(recorder, population, side);
  const news: Behavior = (population, side) => watchNews(recorder, population, side);
  const introduction: Behavior = (population, side) => {
    if (side.who[DOER] === recorder.agent && refusesToIntroduce(population, side)) recorder.miss("introduction", side.who[OTHER]);
    introduce(population, side);
  };
  return {
    ways: [
      (population, side) => watchRespect(recorder, population, side),
      watchWay(recorder, shareExpertise, "sharing"),
      watchWay(recorder, disclose, "disclosure"),
      watchWay(recorder, payAttention, "attention"),
    ],
    dealings: [favor, talk, introduction, news],
    firstDealings: [favor, talk, news],
  };
}

function watchRespect(recorder: EvidenceRecorder, population: Population, side: Side): void {
  const believer = side.who[OTHER];
  const isWatched = recorder.isWatched(believer, side.who[DOER]);
  if (isWatched) recorder.compare(believer, "began");
  const source = isWatched ? thirdPerson(population, side) : NO_SOURCE;
  showRespect(population, side);
  if (isWatched) recorder.compare(believer, "respect", { source });
}

/** Whose treatment the other sees, by rule 4, if it is that of a third person. */
function thirdPerson(population: Population, { who, key, drawn }: Side): number {
  if (!(drawn[ahead.seesOther] < population.values[P.bystanderShare])) return NO_SOURCE;
  const row = pickActive(population, who[DOER], key, purposes.seesWhom, who[OTHER], -1);
  return row < 0 ? NO_SOURCE : population.ties.blocks.ids[row];
}

/** Whether an introduction comes up, by rule 13, and the other doesn't want to introduce the doer to anyone. */
function refusesToIntroduce({ ties, values }: Population, { who, key, drawn }: Side): boolean {
  if (values[P.introductions] === 0) return false;
  if (who[REQUEST] < NEEDS_EXPERT && !(drawn[ahead.introduces] < values[P.introductionRate])) return false;
  return !(draw(key[0], key[1], purposes.introduces + 1) < ties.trust[who[OTHER_ROW]]);
}

function watchWay(recorder: EvidenceRecorder, way: Behavior, kind: EvidenceKind): Behavior {
  return (population, side) => {
    const isWatched = recorder.isWatched(side.who[OTHER], side.who[DOER]);
    const unboasted = isWatched ? beliefsUnboasted(population, side, () => way(population, side)) : undefined;
    way(population, side);
    if (isWatched) recorder.compare(side.who[OTHER], kind, { unboasted });
  };
}

/**
 * What the beliefs of the other would be after a way if the doer boasted nothing in it. The way runs once without boasting, and then
 * everything is as before: ways write beliefs only.
 */
function beliefsUnboasted({ agents, ties }: Population, { who }: Side, run: () => void): FourBeliefs | undefined {
  const trait = who[DOER] * TRAITS + TRAIT.boasting;
  const boasting = agents.traits[trait];
  if (boasting === 0) return undefined;
  const at = who[OTHER_ROW] * BELIEFS;
  const before = ties.beliefs.slice(at, at + BELIEFS);
  agents.traits[trait] = 0;
  run();
  agents.traits[trait] = boasting;
  const [credibility, reliability, intimacy, selfOrientation] = ties.beliefs.subarray(at, at + BELIEFS);
  const unboasted: FourBeliefs = [credibility, reliability, intimacy, selfOrientation];
  ties.beliefs.set(before, at);
  return unboasted;
}

function watchFavor(recorder: EvidenceRecorder, population: Population, side: Side): void {
  const { counts } = population.events;
  const doer = side.who[DOER];
  const other = side.who[OTHER];
  const refused = counts[REFUSED];
  const declined = counts[DECLINED];
  askFavor(population, side);
  if (recorder.isWatched(doer, other)) recorder.compare(doer, "refused");
  if (doer === recorder.agent && counts[REFUSED] > refused) recorder.miss("favor", other);
  // While ties form, the log has these checks, too.
  if (other === recorder.agent && counts[DECLINED] > declined && !recorder.readsLog) recorder.miss("trust_check", doer);
}

function watchGossip(recorder: EvidenceRecorder, population: Population, side: Side): void {
  const { counts } = population.events;
  const told = counts[GOSSIP];
  gossip(population, side);
  if (counts[GOSSIP] > told && recorder.aboutWhom(side.who[OTHER]) >= 0)
    recorder.compare(side.who[OTHER], "gossip", { source: side.who[DOER] });
}

function watchNews(recorder: EvidenceRecorder, population: Population, side: Side): void {
  const { counts } = population.events;
  const offered = counts[NEWS_OFFERED];
  const used = counts[NEWS_USED];
  passNews(population, side);
  if (side.who[DOER] === recorder.agent && counts[NEWS_OFFERED] > offered && counts[NEWS_USED] === used)
    recorder.miss("news", side.who[OTHER]);
}

/** Keeps or breaks a promise, and looks at what it moved. */
export function watchPromise(recorder: EvidenceRecorder, ...promise: Parameters<typeof settlePromise>): void {
  const [{ agents }, asker, promiser, , relied] = promise;
  const kept = agents.promisesKept[promiser];
  settlePromise(...promise);
  if (recorder.isWatched(asker, promiser))
    recorder.compare(asker, agents.promisesKept[promiser] > kept ? "kept" : "broken", { relied: relied === 1 });
  if (recorder.isWatched(promiser, asker)) recorder.compare(promiser, "thanks");
}

/** Forms ties, and lists the trust checks that the watched agent failed. The log is left as it was. */
export function listDeclined(recorder: EvidenceRecorder, { events }: Population, form: () => void): void {
  const { listening, kept } = events;
  recorder.readsLog = recorder.agent >= 0;
  if (recorder.readsLog) events.listening = 1;
  form();
  recorder.readsLog = false;
  for (let at = kept; at < events.kept && recorder.agent >= 0; at++)
    if (events.kind[at] === DECLINED && events.to[at] === recorder.agent) recorder.miss("trust_check", events.from[at]);
  events.listening = listening;
  if (listening === 0) events.kept = kept;
}
