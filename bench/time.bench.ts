import { useCompiledStep } from "../sim/compiled/compiled-step.ts";
import { stepCode } from "../sim/compiled/step-code.ts";
import { advance, createRun } from "../sim/run/run.ts";
import { stateHash } from "../sim/run/state-hash.ts";
import { createEngine } from "../workers/engine.ts";
import { createKeyframes } from "../workers/keyframes.ts";
import type { Start } from "../workers/messages.ts";
import { cpuTimed, report, spread } from "./timing.ts";
import { sized } from "./worlds.ts";

/** The past of a run: visits to ticks of 2,000 with 200 agents, whose state hashes are checked, and the memory of keyframes. */
const AGENTS = 200;
const TICKS = 2000;
const VISITS = 40;

/** Ticks after which the memory of the keyframes is reported. */
const LENGTHS = [1000, 2000, 4000, 8000];

useCompiledStep(stepCode);

const clock = { now: () => performance.now(), soon: setImmediate, later: setTimeout };
const start: Start = { seed: "time", parameters: { agents: AGENTS }, interventions: [] };

const run = createRun({ parameters: sized(AGENTS), seed: start.seed });
const hashes = [stateHash(run)];
for (let tick = 1; tick <= TICKS; tick++) {
  advance(run);
  hashes.push(stateHash(run));
}

const engine = createEngine(clock);
engine.start(start);
const playing = cpuTimed(() => engine.step(TICKS));
const visits: number[] = [];
let wrong = 0;
for (let k = 0; k < VISITS; k++) {
  const tick = (k * 1259) % TICKS; // far jumps, forward and back
  visits.push(
    cpuTimed(() => {
      if (!engine.visit(tick)) while (engine.travel(Number.POSITIVE_INFINITY) !== 0);
    }),
  );
  if (engine.stateHash() !== hashes[tick]) wrong++;
}
report(`${TICKS} ticks of ${AGENTS} agents, measured at every tick, ms`, playing.toFixed(0));
report(`a visit to one of them, ms (${VISITS} visits)`, `${spread(visits, 0)}, max ${Math.max(...visits).toFixed(0)}`);
report("visits whose state hash differs from the run without a page", String(wrong));

const long = createRun({ parameters: sized(AGENTS), seed: "long" });
const keyframes = createKeyframes();
for (let tick = 1; tick <= Math.max(...LENGTHS); tick++) {
  keyframes.note(long);
  advance(long);
  if (LENGTHS.includes(tick)) report(`keyframes after ${tick} ticks, MB`, (keyframes.bytes / 2 ** 20).toFixed(0));
}
