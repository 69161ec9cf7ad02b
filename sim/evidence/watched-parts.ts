import { P } from "../parameters/effective-values.ts";
import type { PairList } from "../population/pair-list.ts";
import type { Population } from "../population/population.ts";
import { tieRow } from "../population/tie-store.ts";
import { draw, eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";
import type { EvidenceRecorder } from "./evidence-recorder.ts";

/**
 * Which parts of a tick can move watched beliefs, or make the watched agent miss something. They are found before anything happens. A
 * part too many costs time; a part too few would be a missing item.
 */

/** Says whether a promise of a watched pair is due in this tick. */
export function hasWatchedPromise({ promises, tick }: Population, recorder: EvidenceRecorder): boolean {
  const { asker, promiser, due, count } = promises;
  for (let at = 0; at < count; at++) if (due[at] === tick && isOfWatched(recorder, asker[at], promiser[at])) return true;
  return false;
}

/**
 * Parts with fewer entries between them are joined: going into compiled code and out again takes longer than a few encounters in
 * JavaScript.
 */
const NEAR = 3;

/** A part of an ordered list of pairs, between two pairs. */
export type Part = readonly [start: number, end: number];

/** The encounters of the tick that count: those of watched pairs, and those in which someone may gossip to a believer. */
export function watchedEncounters(population: Population, recorder: EvidenceRecorder): Part[] {
  // No tie begins or ends while encounters take place.
  const knows = ({ ties }: Population, one: number, other: number) => tieRow(ties, one, other) >= 0;
  return watchedParts(population, population.workspace.encounters, recorder, knows);
}

/** The proposals of the tick that count: those of watched pairs, and those whose first encounter may have gossip for a believer. */
export function watchedProposals(population: Population, recorder: EvidenceRecorder): Part[] {
  return watchedParts(population, population.workspace.proposals, recorder, () => true);
}

/** @param knows whether one agent knows another when the parts take place */
function watchedParts(
  population: Population,
  { lower, upper, order, count }: PairList,
  recorder: EvidenceRecorder,
  knows: (population: Population, one: number, other: number) => boolean,
): Part[] {
  const parts: [number, number][] = [];
  const mayHear = (speaker: number, listener: number) => {
    const person = recorder.aboutWhom(listener);
    if (person < 0 || person === speaker || !drawsGossip(population, speaker, listener)) return false;
    return knows(population, listener, person) && knows(population, speaker, person);
  };
  for (let start = 0, end = 1; start < count; start = end++) {
    const one = lower[order[start]];
    const other = upper[order[start]];
    if (recorder.aboutWhom(one) < 0 && recorder.aboutWhom(other) < 0) continue;
    while (end < count && lower[order[end]] === one && upper[order[end]] === other) end++;
    if (!isOfWatched(recorder, one, other) && !mayHear(one, other) && !mayHear(other, one)) continue;
    const last = parts.at(-1);
    if (last !== undefined && start - last[1] < NEAR) last[1] = end;
    else parts.push([start, end]);
  }
  return parts;
}

function isOfWatched(recorder: EvidenceRecorder, one: number, other: number): boolean {
  return recorder.isWatched(one, other) || recorder.isWatched(other, one);
}

const event = new Int32Array(2);

/** Says whether one agent gossips to another in this tick if they meet and there is someone to talk about: the draw of rule 10. */
function drawsGossip({ values, workspace }: Population, speaker: number, listener: number): boolean {
  eventKey(workspace.tickKey, speaker, listener, event, 0);
  return draw(event[0], event[1], purposes.gossips) < values[P.gossipRate];
}
