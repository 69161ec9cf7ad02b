import { takeSnapshot } from "../sim/snapshot/take-snapshot.ts";
import { step } from "../sim/step/step.ts";
import { median, report, timed } from "./timing.ts";
import { world } from "./worlds.ts";

/** The time of a snapshot into a reused buffer, compared with a tick of the same population. */
for (const agents of [200, 1_000, 5_000]) {
  const population = world(agents);
  for (let tick = 0; tick < 120; tick++) step(population);
  let snapshot = takeSnapshot(population);
  const takes: number[] = [];
  const ticks: number[] = [];
  for (let round = 0; round < 40; round++) {
    takes.push(
      timed(() => {
        snapshot = takeSnapshot(population, snapshot);
      }),
    );
    ticks.push(timed(() => step(population)));
  }
  const figure = `${median(takes).toFixed(3)} ms, ${(median(takes) / median(ticks)).toFixed(2)} of a tick, ${snapshot.ties} ties`;
  report(`a snapshot of ${agents.toLocaleString("en-US")} agents`, figure);
}
