import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Workplace } from "./command-line.ts";

/** Small runs of some milliseconds each: two design points, two arms, and series. */
export const TINY = `
question: Is it the same however it was run?
ticks: 20
burn_in: 5
seed: tiny
replicates: 6
parameters: {agents: 24, circle_size: 12, ties_within: 4, ties_across: 4}
focal_agents: {every: 6}
vary:
  gossip: [on, off]
  blow_off: [0, 0.4]
arms:
  as_is: {}
  keep: {focal_traits: {follow_through: 1}}
outcomes:
  trust: mean_trust_score
  ties: {measure: active_ties, mean: window, every: 5}
  focal: {measure: incoming_trust_share, of: focal}
series: {every: 10, measures: [weak_ties, mean_trust_score]}
`;

/** TINY after a burn-in: 24 runs, in which 3 seeds and 2 sizes of circles need 6 burn-ins. */
export const SETTLED = TINY.replace("replicates: 6", "replicates: 3\nsettled: 160")
  .replace("blow_off: [0, 0.4]", "circle_size: [8, 12]")
  .replace(", circle_size: 12", "");

/** The files that do not depend on how an experiment ran: all but its log, files left by shards and the cluster's scripts. */
export function finishedFiles(place: Workplace, folder: string): Record<string, string> {
  const names = readdirSync(place.path(folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name !== "log.jsonl" && !/^(slurm|shard-)/.test(name) && statSync(place.path(join(folder, name))).isFile())
    .sort();
  const sum = (name: string) =>
    createHash("sha256")
      .update(readFileSync(place.path(join(folder, name))))
      .digest("hex");
  return Object.fromEntries(names.map((name) => [name, sum(name)]));
}

/** The complete lines of a log. */
export function logLines(place: Workplace, folder: string): Record<string, unknown>[] {
  const path = `${folder}/log.jsonl`;
  if (!existsSync(place.path(path))) return [];
  const lines = place.read(path).split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

/** Repeatable draws for the times and choices of a test. */
export function repeatable(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
