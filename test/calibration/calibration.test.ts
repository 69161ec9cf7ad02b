import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import {
  CALIBRATION,
  type CalibrationDesign,
  calibrate,
  defaultSetting,
  errorOfMean,
  goalError,
  parametersOf,
  type Setting,
  TARGETS,
} from "../../calibration/calibration.ts";
import { calibrationReport } from "../../calibration/calibration-report.ts";
import { type MeasuredRun, type Runner, runHere } from "../../calibration/measured-run.ts";
import { InputError, keyOfName, networkMeasures } from "../../sim/index.ts";

const tiny: CalibrationDesign = {
  gain: [0.4],
  fading: [0.07, 0.09],
  protection: [0.7],
  budget: [6],
  screeningSeeds: 1,
  seeds: 2,
  measuredAt: [54, 58],
  finalists: 2,
  others: { agents: 60 },
};

describe("the error", () => {
  test("is 0 where every goal is met", () => {
    expect(goalError([5, 15, 50, 0.65])).toBe(0);
  });

  test("is the squared logarithm of a level's ratio to its target, equal for double and half", () => {
    const ofTwice = Math.LN2 * Math.LN2;
    expect(goalError([10, 15, 50, 0.65])).toBeCloseTo(ofTwice, 12);
    expect(goalError([5, 7.5, 50, 0.65])).toBeCloseTo(ofTwice, 12);
    expect(goalError([10, 7.5, 100, 0.325])).toBeCloseTo(4 * ofTwice, 12);
  });

  test("over seeds is the error of the mean levels, not the mean of the seeds' errors", () => {
    expect(
      errorOfMean([
        [4, 10, 40, 0.5],
        [6, 20, 60, 0.8],
      ]),
    ).toBe(0);
  });
});

/** Levels that are right at one setting and off by a factor that grows with the distance from it, times a factor per seed. */
function pretend(right: Setting, ofSeed: (seed: string) => number): Runner {
  const wanted = parametersOf(right);
  return async (tasks: readonly MeasuredRun[]) =>
    tasks.map(({ parameters, seed, measuredAt }) => {
      const off = Object.keys(wanted).reduce((sum, name) => sum + Math.abs(Math.log(parameters[name] / wanted[name])), 0);
      return measuredAt.map(() => TARGETS.map((target) => target * (1 + off) * ofSeed(seed)));
    });
}

describe("the search", () => {
  // between the values of the grid in two of the four
  const right: Setting = { gain: 0.32, fading: 0.08, protection: 0.7, budget: 5.5 };

  test("finds a setting between those of the coarse grid", async () => {
    const { finalists } = await calibrate(
      CALIBRATION,
      pretend(right, () => 1),
    );
    expect(finalists[0].setting).toEqual(right);
    expect(errorOfMean(finalists[0].bySeed)).toBeCloseTo(0, 12);
  });

  test("is not misled if the screening seeds give high values in every setting", async () => {
    const runner = pretend(right, (seed) => (seed === "calibration-1" || seed === "calibration-2" ? 0.55 : 1.05));
    const { finalists } = await calibrate(CALIBRATION, runner);
    expect(finalists[0].setting).toEqual(right);
  });

  test("ranks by error, includes the default among the finalists and runs each with all seeds", async () => {
    const { finalists } = await calibrate(
      CALIBRATION,
      pretend(right, () => 1),
    );
    const errors = finalists.map(({ bySeed }) => errorOfMean(bySeed));
    expect(errors).toEqual([...errors].sort((a, b) => a - b));
    expect(finalists.filter(({ setting }) => setting === defaultSetting)).toHaveLength(1);
    expect(finalists.map(({ bySeed }) => bySeed.length)).toEqual(finalists.map(() => CALIBRATION.seeds));
  });

  test("tries only settings that the parameters allow", async () => {
    const tried: number[] = [];
    const runner = pretend({ ...right, protection: 0.95 }, () => 1);
    await calibrate({ ...CALIBRATION, protection: [0.85, 0.9, 0.95] }, (tasks) => {
      tried.push(...tasks.map(({ parameters }) => parameters.fading_protection));
      return runner(tasks);
    });
    expect(Math.max(...tried)).toBe(0.95);
  });
});

describe("runs", () => {
  const task: MeasuredRun = {
    parameters: { fading_rate: 0.05, agents: 80 },
    seed: "a",
    measuredAt: [0, 30],
    measures: ["tick", "known_ties"],
  };

  test("two calibrations with two seeds give the same table", async () => {
    const first = calibrationReport(await calibrate(tiny, runHere));
    const second = calibrationReport(await calibrate(tiny, runHere));
    expect(second).toBe(first);
    expect(first).not.toContain("NaN");
    expect(first).toMatch(/0\.4 +0\.07 +0\.7 +6 +\d/);
    expect(first).toMatch(/0\.36 +0\.08 +0\.7 +6 .* default$/m);
  });

  test("a row describes its tick", async () => {
    const [[start, later]] = await runHere([task]);
    expect([start[0], later[0]]).toEqual([0, 30]);
    expect(later[1]).not.toBe(start[1]);
  });

  test("parameters and the seed affect the result", async () => {
    const of = async (change: object) => (await runHere([{ ...task, ...change }]))[0][1][1];
    expect(await of({ seed: "b" })).not.toBe(await of({}));
    expect(await of({ parameters: { fading_rate: 0.25, agents: 80 } })).toBeLessThan(await of({}));
  });

  test("an unknown parameter, a value out of range and an unknown measure are refused", async () => {
    await expect(runHere([{ ...task, parameters: { forgetting_rate: 1 } }])).rejects.toThrow(InputError);
    await expect(runHere([{ ...task, parameters: { fading_rate: 1 } }])).rejects.toThrow(
      "fading_rate must be a number from 0 to 0.25",
    );
    await expect(runHere([{ ...task, measures: ["ties"] }])).rejects.toThrow("ties");
  });

  test("threads give the same rows as one thread, in the order of the tasks, and pass on errors", async () => {
    spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-b", "calibration"]);
    const { runInThreads } = await import(pathToFileURL(resolve("dist/calibration/run-in-threads.js")).href);
    // The first task takes longest, so it finishes after the second.
    const tasks = [90, 10, 20].map((tick, at) => ({ ...task, seed: `${at}`, measuredAt: [tick] }));
    expect(await runInThreads(2)(tasks)).toEqual(await runHere(tasks));
    await expect(runInThreads(2)([...tasks, { ...task, measures: ["ties"] }])).rejects.toThrow("ties");
  });
});

describe("docs/calibration.md", () => {
  const doc = readFileSync("docs/calibration.md", "utf8");

  test("gives the current values of the definitions", () => {
    const { gain, fading, protection, budget } = defaultSetting;
    const fades = `\`fading_rate\` ${fading}, \`fading_protection\` ${protection}`;
    expect(doc).toContain(`\`encounter_gain\` ${gain}, ${fades}, \`budget\` ${budget}`);
  });

  test("gives the program's seeds, ticks and targets", () => {
    expect(doc).toContain(`calibration-1 to calibration-${CALIBRATION.seeds}`);
    expect(doc).toContain(CALIBRATION.measuredAt.join(", "));
    expect(doc).toContain(TARGETS.join(", "));
  });

  test("mentions only measures that exist", () => {
    const known = networkMeasures.map(({ name }) => name as string);
    const named = [...doc.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !known.includes(name) && keyOfName(name) === undefined)).toEqual([]);
  });
});
