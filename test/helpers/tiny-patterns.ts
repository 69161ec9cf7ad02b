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
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/patterns/patterns.js", ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
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
