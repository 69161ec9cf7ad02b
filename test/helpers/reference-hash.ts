import { definitions, type Parameters, parameterKeys } from "../../sim/parameters/definitions.ts";
import { traitKeys } from "../../sim/parameters/trait-names.ts";
import type { ReferenceModel } from "./reference-model.ts";
import type { Person, View } from "./reference-state.ts";

/**
 * The state hash of a run without interventions, computed from the state of the reference model as the section on the state hash
 * in docs/model.md says.
 */
export function referenceHash(model: ReferenceModel): string {
  const words = new Words();
  const { state, p } = model;
  const { people, promises } = state;
  words.whole(state.tick, people.length, ...model.runWords);
  putAgents(words, people);
  putTies(words, people);
  words.whole(promises.length);
  for (const column of ["asker", "promiser", "made", "due"] as const) words.whole(...promises.map((one) => one[column]));
  words.whole(...promises.map(({ relied }) => +relied), ...promises.map(({ need }) => +need));
  putNews(words, model);
  const text = JSON.stringify({ parameters: differing(p), passing: [] });
  words.whole(text.length, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
  return hashOf(words.list);
}

function putAgents(words: Words, people: readonly Person[]): void {
  const traits = people.flatMap((person) => traitKeys.map((key) => person[key]));
  words.whole(...people.map(() => 1));
  words.double(...traits);
  words.double(...traits);
  words.whole(...people.map(({ given }) => traitKeys.reduce((bits, key, trait) => bits + (given.has(key) ? 2 ** trait : 0), 0)));
  words.whole(...people.map(({ domain }) => domain));
  for (const column of ["x", "z", "sociality"] as const) words.double(...people.map((person) => person[column]));
  for (const column of ["circle", "since", "reach"] as const) words.whole(...people.map((person) => person[column]));
  words.double(...people.map(({ payoff }) => payoff));
  for (const column of ["kept", "broken"] as const) words.whole(...people.map((person) => person[column]));
}

function putTies(words: Words, people: readonly Person[]): void {
  words.whole(...people.map(({ ties }) => ties.size));
  for (const [i, { ties }] of people.entries()) {
    const rows = [...ties].sort(([a], [b]) => a - b).map(([contact, tie]) => ({ contact, tie, view: tie.views.get(i) as View }));
    words.whole(...rows.map(({ contact }) => contact));
    words.double(...rows.flatMap(({ view: { C, R, I, S } }) => [C, R, I, S]));
    words.double(...rows.map(({ view }) => view.e));
    words.double(...rows.map(({ tie }) => tie.w));
    words.whole(...rows.map(({ tie }) => tie.t0));
  }
}

function putNews(words: Words, { state, firstItems, p }: ReferenceModel): void {
  const oldest = Math.max(0, ...firstItems.slice(1, Math.max(1, state.tick - p.newsLife + 2)));
  const entries = new Array<number>(1024).fill(0);
  firstItems.forEach((first, tick) => {
    entries[tick % 1024] = first;
  });
  words.double(state.nextItem, oldest, ...entries);
  for (const i of state.people.keys()) {
    const live = [...state.news].filter(([, holders]) => holders.has(i)).map(([item]) => item);
    words.whole(live.length, ...live.sort((a, b) => a - b));
  }
}

function differing(p: Parameters): unknown {
  const plain = (value: unknown) => (value === Number.POSITIVE_INFINITY ? "never" : value);
  return parameterKeys.filter((key) => p[key] !== definitions[key].default).map((key) => [definitions[key].name, plain(p[key])]);
}

/** Collects words of 32 bits. */
class Words {
  readonly list: number[] = [];

  whole(...numbers: number[]): void {
    for (const number of numbers) this.list.push(number >>> 0);
  }

  /** The lower word first. */
  double(...numbers: number[]): void {
    const view = new DataView(new ArrayBuffer(8));
    for (const number of numbers) {
      view.setFloat64(0, number);
      this.list.push(view.getUint32(4), view.getUint32(0));
    }
  }
}

function hashOf(words: readonly number[]): string {
  let one = 0x3c6ef372;
  let two = 0x510e527f;
  for (const word of words) {
    one = xor(one, times(rotl(times(word, 0xcc9e2d51), 15), 0x1b873593));
    one = add(times(rotl(one, 13), 5), 0xe6546b64);
    two = xor(two, times(rotl(times(xor(word, one), 0x85ebca6b), 16), 0xc2b2ae35));
    two = add(times(rotl(two, 17), 9), 0x38b34ae5);
  }
  const a = finish(xor(one, words.length));
  const b = finish(xor(two, a));
  return [finish(add(a, b)), b].map((word) => word.toString(16).padStart(8, "0")).join("");
}

function finish(word: number): number {
  let x = times(xor(word, word >>> 16), 0x85ebca6b);
  x = times(xor(x, x >>> 13), 0xc2b2ae35);
  return xor(x, x >>> 16);
}

function rotl(word: number, bits: number): number {
  return ((word << bits) | (word >>> (32 - bits))) >>> 0;
}

function xor(a: number, b: number): number {
  return (a ^ b) >>> 0;
}

function add(a: number, b: number): number {
  return (a + b) % 2 ** 32;
}

function times(a: number, b: number): number {
  return Math.imul(a, b) >>> 0;
}
