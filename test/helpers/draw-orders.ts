import { drawBits, eventKey, tickKey } from "../../sim/random/keyed-draws.ts";
import { type Purpose, purposes } from "../../sim/random/purposes.ts";
import { seedKey } from "../../sim/random/seed.ts";

const tick = new Int32Array(2);
const event = new Int32Array(2);

/** The 32 bits of one draw, unsigned. */
export function bits(runKey: Int32Array, atTick: number, doer: number, other: number, purpose: Purpose, count = 0): number {
  tickKey(runKey, atTick, tick);
  eventKey(tick, doer, other, event, 0);
  return drawBits(event[0], event[1], purposes[purpose] + count) >>> 0;
}

const key = seedKey("orders");
const names = Object.keys(purposes) as Purpose[];

/** Draws in the orders in which a simulation makes them: each is the k-th of a row of neighbors. */
export const orders: readonly (readonly [name: string, draw: (k: number) => number])[] = [
  ["counts", (k) => bits(key, 1 + (k >> 12), 3, 5, "partner", k & 4095)],
  ["purposes", (k) => bits(key, 1 + Math.floor(k / names.length), 3, 5, names[k % names.length])],
  ["agents' own events", (k) => bits(key, 7, k, k, "need")],
  ["contacts of an agent", (k) => bits(key, 7, 3, k, "asks")],
  ["doers to one contact", (k) => bits(key, 7, k, 3, "asks")],
  ["pairs of 200 agents", (k) => bits(key, 1 + Math.floor(k / 40_000), Math.floor(k / 200) % 200, k % 200, "gossips")],
  ["ticks", (k) => bits(key, k, 3, 5, "agrees")],
  ["ticks of 520, then agents", (k) => bits(key, 1 + (k % 520), Math.floor(k / 520), Math.floor(k / 520), "followUp")],
];
