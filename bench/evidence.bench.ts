import { spawnSync } from "node:child_process";
import { useCompiledStep } from "../sim/compiled/compiled-step.ts";
import { stepCode } from "../sim/compiled/step-code.ts";
import type { Watch } from "../sim/evidence/evidence-item.ts";
import { packEvidence, unpackItems } from "../sim/evidence/packed-evidence.ts";
import { replayEvidence } from "../sim/evidence/replay-evidence.ts";
import { TrustParts } from "../sim/evidence/trust-parts.ts";
import { advance, createRun } from "../sim/run/run.ts";
import { cpuTimed, report, spread } from "./timing.ts";
import { sized } from "./worlds.ts";

/**
 * What evidence costs, in CPU time: the replay of a run of 200 agents over 520 weeks for a tie or an agent, as JavaScript and with
 * compiled phases, and what an ordinary run pays for it. Each measurement is a process of its own, cold as a page or a command is, and
 * the kinds take turns, so that other work on the machine affects all alike.
 */
const AGENTS = 200;
const TICKS = 520;
const ROUNDS = 3;

const watches: Readonly<Record<string, Watch>> = { "a tie": { tie: [0, 1] }, "an agent": { agent: 7 } };

/** What a process measures: a watch or none, compiled or not, and whether it has watched another run before. */
interface Measured {
  readonly watched?: string;
  readonly compiled: boolean;
  readonly hasWatched?: true;
}

const create = (seed = "evidence") => createRun({ parameters: sized(AGENTS), seed });

const [, file = "", given] = process.argv;
if (given === undefined) compareAll();
else measure(JSON.parse(given));

function measure({ watched, compiled, hasWatched }: Measured): void {
  if (compiled) useCompiledStep(stepCode);
  if (hasWatched) {
    const before = replayEvidence(create("another"), { tie: [0, 1] });
    for (let tick = 0; tick < TICKS; tick++) before.advance();
  }
  const run = create();
  const evidence = watched === undefined ? undefined : replayEvidence(run, watches[watched]);
  const cost = cpuTimed(() => {
    for (let tick = 0; tick < TICKS; tick++) evidence === undefined ? advance(run) : evidence.advance();
  });
  const items = evidence?.items ?? [];
  const packed = packEvidence(items, evidence?.missed ?? []);
  const unpacking = cpuTimed(() => unpackItems(packed));
  const dividing = cpuTimed(() => {
    const trust = new TrustParts(0);
    for (const item of items) trust.add(item);
    trust.list();
  });
  console.log(JSON.stringify({ cost, items: items.length, unpacking, dividing }));
}

function compareAll(): void {
  const kinds: (Measured & { readonly name: string })[] = [
    { name: "an ordinary run, JavaScript", compiled: false },
    { name: "the same after another run was watched", compiled: false, hasWatched: true },
    { name: "an ordinary run, compiled", compiled: true },
    { name: "the same after another run was watched, compiled", compiled: true, hasWatched: true },
    ...Object.keys(watches).flatMap((watched) => [
      { name: `${watched}, JavaScript`, compiled: false, watched },
      { name: `${watched}, compiled`, compiled: true, watched },
    ]),
  ];
  const costs = kinds.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, { name, ...kind }] of kinds.entries()) {
      const { stdout } = spawnSync(process.execPath, [file, JSON.stringify(kind)], { encoding: "utf8" });
      const { cost, items, unpacking, dividing } = JSON.parse(stdout);
      costs[at].push(cost);
      if (round < ROUNDS - 1) continue;
      report(`${name}: ms for ${AGENTS} agents × ${TICKS} ticks`, spread(costs[at], 0));
      if (items > 0)
        report("  items, ms to unpack them and to divide the trust", `${items}, ${unpacking.toFixed(1)}, ${dividing.toFixed(1)}`);
    }
  const least = costs.map((one) => Math.min(...one));
  const ratio = (one: number, other: number) => (least[one] / least[other]).toFixed(2);
  report("an ordinary run after evidence ÷ before, JavaScript, compiled", `${ratio(1, 0)}, ${ratio(3, 2)}`);
  report("a tie ÷ an ordinary run, JavaScript, compiled", `${ratio(4, 0)}, ${ratio(5, 2)}`);
  report("an agent ÷ an ordinary run, JavaScript, compiled", `${ratio(6, 0)}, ${ratio(7, 2)}`);
}
