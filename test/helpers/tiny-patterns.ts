import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** What these functions read or change in an experiment file. */
interface ExperimentAsFile {
  readonly settled: string | number;
  readonly ticks: number;
  readonly burn_in?: number;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly vary?: Readonly<Record<string, unknown>>;
  readonly focal_agents?: Readonly<Record<string, unknown>>;
  readonly outcomes: Readonly<Record<string, unknown>>;
  readonly series?: unknown;
}

/** Builds the program behind `npm run patterns`. */
export function buildPatterns(): void {
  spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-b", "patterns"]);
}

/** Runs the built program with these arguments. */
export function runPatterns(...args: string[]) {
  return runBuilt("patterns.js", args);
}

/** Runs the built program behind `npm run robustness`. */
export function runRobustness(...args: string[]) {
  return runBuilt("robustness/robustness.js", args);
}

function runBuilt(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`dist/patterns/${program}`, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

/** Writes the experiments of robustness for small worlds, few factors and few arms. */
export function writeTinyRobustness(folder: string): void {
  mkdirSync(folder);
  const factors = ["memory", "encounter_gain", "budget", "trust_function"];
  const arms = ["defaults", "memory_low", "strong_from_high", "meeting_together_off"];
  const designs = { screening: { kind: "morris", trajectories: 2, levels: 4 }, indices: { kind: "saltelli", base: 4 } };
  const pick = (all: Readonly<Record<string, unknown>>, names: readonly string[]) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
  for (const name of ["screening", "indices", "verdicts"] as const) {
    const experiment = parse(readFileSync(`patterns/robustness/experiments/${name}.yaml`, "utf8"));
    const size = { ticks: 130, burn_in: 26, parameters: { agents: 60, circle_size: 20 } };
    const one =
      name === "verdicts"
        ? { ...experiment, ...size, arms: pick(experiment.arms, arms) }
        : { ...experiment, ...size, vary: pick(experiment.vary, factors), design: designs[name] };
    writeFileSync(join(folder, `${name}.yaml`), JSON.stringify(one));
  }
}

/**
 * Writes the experiments of the patterns for worlds of 60 agents, or fewer in the control, with a burn-in of half a year.
 *
 * @param isComplete false to leave out what pattern 14 needs, which takes most of the time
 */
export function writeTinyPatterns(folder: string, isComplete: boolean): void {
  mkdirSync(folder);
  for (const file of readdirSync("patterns/experiments")) {
    const experiment = tiny(parse(readFileSync(join("patterns/experiments", file), "utf8")));
    writeFileSync(join(folder, file), JSON.stringify(isComplete ? experiment : withoutLateWindow(experiment)));
  }
}

function withoutLateWindow({ series, ...experiment }: ExperimentAsFile): ExperimentAsFile {
  const early = Object.entries(experiment.outcomes).filter(([name]) => !name.startsWith("second_"));
  return { ...experiment, ticks: Math.min(experiment.ticks, 520), outcomes: Object.fromEntries(early) };
}

function tiny(experiment: ExperimentAsFile): ExperimentAsFile {
  const { parameters = {}, vary = {}, focal_agents: focal } = experiment;
  const isOfSizes = vary.circle_size !== undefined;
  return {
    ...experiment,
    ...(experiment.settled === "on" && { settled: 26 }),
    ...(experiment.burn_in !== undefined && { burn_in: 26, ticks: 130 }),
    ...(focal?.top !== undefined && { focal_agents: { ...focal, top: 6 } }),
    parameters: { ...parameters, agents: parameters.agents === undefined ? 60 : 40, ...(isOfSizes ? {} : { circle_size: 20 }) },
    ...(isOfSizes && { vary: { circle_size: [10, 20, 30] } }),
  };
}
