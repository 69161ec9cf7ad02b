import { useCompiledStep } from "../sim/compiled/compiled-step.ts";
import { stepCode } from "../sim/compiled/step-code.ts";
import { advanceAndList } from "../sim/ripple/past-events.ts";
import type { TurningIntervention } from "../sim/run/interventions.ts";
import { createRun, tickOf } from "../sim/run/run.ts";
import { createRippleWorker } from "../workers/ripple.ts";
import { report, spread } from "./timing.ts";
import { sized } from "./worlds.ts";

/** What a ripple over 156 weeks of 200 agents costs, in CPU time, as the page asks for it: two worlds run on from the event. */
const AGENTS = 200;
const WEEKS = 156;
const EVENT_TICK = 104;
const RIPPLES = 8;

useCompiledStep(stepCode);

const run = createRun({ parameters: sized(AGENTS), seed: "ripple" });
while (tickOf(run) < EVENT_TICK - 1) advanceAndList(run);
const turns = advanceAndList(run).flatMap(({ tick, kind, agents: [asker, promiser], made, happened }): TurningIntervention[] => {
  if (kind !== "promise" || made === undefined) return [];
  return [{ tick, promise: { asker, promiser, made, outcome: happened ? "broken" : "kept" } }];
});

const start = { seed: "ripple", parameters: { agents: AGENTS }, interventions: [] };
const { follow } = createRippleWorker({ now: () => performance.now(), soon: setImmediate });
const costs: number[] = [];
let reached = 0;
for (const turn of turns.slice(0, RIPPLES)) {
  const before = process.cpuUsage();
  const { weeks } = await follow(start, turn, { weeks: WEEKS, least: 0.01 }, () => undefined);
  const { user, system } = process.cpuUsage(before);
  costs.push((user + system) / 1000);
  reached += weeks.reduce((sum, week) => sum + week.reached.length, 0);
}
report(`the first ripple, with ${EVENT_TICK} weeks before the event, ms`, costs[0].toFixed(0));
report(`a ripple over ${WEEKS} weeks of ${AGENTS} agents, ms`, spread(costs.slice(1), 0));
report("people reached, mean", (reached / costs.length).toFixed(0));
