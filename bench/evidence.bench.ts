import { packEvidence, unpackItems } from "../sim/evidence/packed-evidence.ts";
import { replayEvidence } from "../sim/evidence/replay-evidence.ts";
import { TrustParts } from "../sim/evidence/trust-parts.ts";
import { createRun } from "../sim/run/run.ts";
import { step } from "../sim/step/step.ts";
import { median, report, spread } from "./timing.ts";
import { sized } from "./worlds.ts";

/**
 * What evidence costs, in CPU time: the replay of a run of 200 agents over 520 weeks for a tie or an agent, against the same run without
 * a watch, as JavaScript. They take turns, tick by tick, so that other work on the machine affects both alike.
 */
const AGENTS = 200;
const TICKS = 520;
const ROUNDS = 4;

const create = () => createRun({ parameters: sized(AGENTS), seed: "evidence" });

for (const [what, watch] of [
  ["a tie", { tie: [0, 1] }],
  ["an agent", { agent: 7 }],
] as const) {
  const plain: number[] = [];
  const watched: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { population } = create();
    const evidence = replayEvidence(create(), watch);
    let [one, other] = [0, 0];
    for (let tick = 0; tick < TICKS; tick++) {
      one += costOf(() => step(population));
      other += costOf(evidence.advance);
    }
    plain.push(one);
    watched.push(other);
    if (round < ROUNDS - 1) continue;
    const { items, missed } = evidence;
    const packed = packEvidence(items, missed);
    report(`${what}: items, unpacking them on the page, ms`, `${items.length}, ${costOf(() => unpackItems(packed)).toFixed(1)}`);
    if ("agent" in watch)
      report(
        "dividing the trust among causes, ms",
        costOf(() => {
          const trust = new TrustParts(0);
          for (const item of items) trust.add(item);
          trust.list();
        }).toFixed(1),
      );
  }
  report(`${what}, ${AGENTS} agents × ${TICKS} ticks, ms`, spread(watched, 0));
  report("the same run without a watch, ms", spread(plain, 0));
  report("ratio, by the median", (median(watched) / median(plain)).toFixed(2));
}

/** Milliseconds of CPU time. */
function costOf(call: () => void): number {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
