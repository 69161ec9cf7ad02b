import { type Purpose, purposes } from "../../sim/random/purposes.ts";

/** The two words of a run, of a tick or of an event. */
export type Words = readonly [number, number];

/** The two words of a run, from the text of its seed. */
export function runWords(seed: string): Words {
  const mash = createMash();
  const [a, b, c] = [mash(" "), mash(" "), mash(" ")];
  const less = (s: number) => {
    const rest = s - mash(seed);
    return rest < 0 ? rest + 1 : rest;
  };
  const s = [less(a), less(b), less(c)];
  let carry = 1;
  const next = () => {
    const v = 2091639 * s[0] + carry * 2 ** -32;
    carry = Math.floor(v);
    s.push(v - carry);
    s.shift();
    return s[2];
  };
  return [Math.floor(next() * 2 ** 32), Math.floor(next() * 2 ** 32)];
}

function createMash(): (text: string) => number {
  let n = 0xefc8249d;
  return (text) => {
    for (let at = 0; at < text.length; at++) {
      n += text.charCodeAt(at);
      let h = 0.02519603282416938 * n;
      n = Math.floor(h) % 2 ** 32;
      h = (h - n) * n;
      n = Math.floor(h) % 2 ** 32;
      n += (h - n) * 2 ** 32;
    }
    return (Math.floor(n) % 2 ** 32) / 2 ** 32;
  };
}

/** The words of a tick, as the section on random numbers in docs/model.md defines them. */
export function tickWords(run: Words, tick: number): Words {
  return [absorb(run[0], tick, 0x7feb352d), absorb(run[1], tick, 0x31848bab)];
}

/** The words of an event of the tick; in place of the tick's words it may also start from those of another event. */
export function eventWords(tick: Words, doer: number, other: number): Words {
  return [
    absorb(absorb(tick[0], doer, 0x2c1b3c6d), other, 0x297a2d39),
    absorb(absorb(tick[1], doer, 0x1b56c4e9), other, 0x6c8e9cf5),
  ];
}

/** A draw of the event, from 0 up to, not including, 1. */
export function drawOf(event: Words, purpose: Purpose, count = 0): number {
  const number = purposes[purpose] + count;
  let x = add(event[0], times(number, 0x9e3779b9));
  x = times(xor(x, x >>> 17), 0xed5ad4bb);
  x = add(xor(x, x >>> 11), event[1]);
  x = times(xor(x, x >>> 15), 0xac4c1b51);
  x = times(xor(x, x >>> 14), 0x31848bab);
  return xor(x, x >>> 16) / 2 ** 32;
}

function absorb(state: number, word: number, odd: number): number {
  let x = times(xor(xor(state, state >>> 15), word), odd);
  x = xor(x, x >>> 13);
  x = times(x, 0x5bd1e995);
  return xor(x, x >>> 16);
}

// Numbers without sign, 32 bits wide, so that each line above reads as in the description.

function xor(a: number, b: number): number {
  return (a ^ b) >>> 0;
}

function add(a: number, b: number): number {
  return (a + b) % 2 ** 32;
}

function times(a: number, b: number): number {
  return Math.imul(a, b) >>> 0;
}
