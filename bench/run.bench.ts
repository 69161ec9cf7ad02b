import { advance, createCollector, createRun } from "../sim/index.ts";
import { tickKey } from "../sim/random/keyed-draws.ts";
import { phases } from "../sim/step/phases.ts";
import { step } from "../sim/step/step.ts";
import { median, report, spread, timed } from "./timing.ts";
import { encountersOf, sized, world } from "./worlds.ts";

/** A warm run of the default size and length: its time, the share of each phase, and the cost of measuring. */
const AGENTS = 800;
const TICKS = 520;
const ROUNDS = 4;

function run(seed: string): number {
  const population = world(AGENTS, seed);
  const milliseconds = timed(() => {
    for (let tick = 0; tick < TICKS; tick++) step(population);
  });
  encounters.push(encountersOf(population));
  return milliseconds;
}

function measuredRun(seed: string): number {
  const measured = createRun({ parameters: sized(AGENTS), seed });
  const collector = createCollector(measured.population, (tick) => tick % 13 === 0);
  return timed(() => {
    collector.collect();
    for (let tick = 0; tick < TICKS; tick++) {
      advance(measured);
      collector.collect();
    }
  });
}

const encounters: number[] = [];
for (let k = 0; k < 2; k++) {
  run(`warm ${k}`);
  measuredRun(`warm ${k}`);
}
encounters.length = 0;

const plain: number[] = [];
const shares: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  plain.push(run(`round ${round}`));
  shares.push(measuredRun(`round ${round}`) / plain[round]);
}
report(`${AGENTS} agents × ${TICKS} ticks, milliseconds`, spread(plain));
report(
  "an encounter, all of the tick included, nanoseconds",
  spread(
    plain.map((ms, k) => (1e6 * ms) / encounters[k]),
    0,
  ),
);
report("measured every 13 ticks, times the run without", median(shares).toFixed(3));

const perPhase = new Float64Array(phases.length);
const population = world(AGENTS, "phases");
const whole = timed(() => {
  for (let tick = 1; tick <= TICKS; tick++) {
    population.tick = tick;
    tickKey(population.runKey, tick, population.workspace.tickKey);
    phases.forEach((phase, at) => {
      perPhase[at] += timed(() => phase(population));
    });
  }
});
phases.forEach((phase, at) => {
  report(`  of which ${phase.name}`, `${((100 * perPhase[at]) / whole).toFixed(1)}%`);
});
