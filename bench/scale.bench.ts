import { step } from "../sim/step/step.ts";
import { median, report, timed } from "./timing.ts";
import { encountersOf, world } from "./worlds.ts";

/**
 * The cost of an encounter, with the rest of the tick included, in populations of different sizes and the same age. Sizes take turns,
 * so that other work on the machine affects them alike, and ratios are taken within each round.
 */
const sizes = [1_000, 10_000, 100_000];
const ROUNDS = 7;
/** Ticks before the clock starts, because the first weeks are not typical. */
const YOUTH = 10;
/** Agents × ticks in a turn, so that each size has the same work. */
const WORK = 600_000;

/** Microseconds per encounter, over some ticks after the first weeks. */
function turn(agents: number, seed: string): number {
  let milliseconds = 0;
  let encounters = 0;
  for (let done = 0; done < WORK; done += agents * 6) {
    const population = world(agents, `${seed} ${done}`);
    for (let tick = 0; tick < YOUTH; tick++) step(population);
    const before = encountersOf(population);
    milliseconds += timed(() => {
      for (let tick = 0; tick < 6; tick++) step(population);
    });
    encounters += encountersOf(population) - before;
  }
  return (1000 * milliseconds) / encounters;
}

for (const agents of sizes) turn(agents, "warm");
const costs = sizes.map((): number[] => []);
for (let round = 0; round < ROUNDS; round++)
  for (let at = 0; at < sizes.length; at++) costs[at].push(turn(sizes[at], `round ${round}`));

sizes.forEach((agents, at) => {
  const ratios = costs[at].map((cost, round) => cost / costs[0][round]);
  const figure = `${median(costs[at]).toFixed(3)} µs an encounter, ${median(ratios).toFixed(2)} times that at 1,000`;
  report(`${agents.toLocaleString("en-US")} agents`, figure);
});
