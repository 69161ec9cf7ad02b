import { rmSync, statSync } from "node:fs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { Workplace } from "../helpers/command-line.ts";
import { finishedFiles, logLines, repeatable, TINY } from "../helpers/experiment-files.ts";

// Each test starts the program several times.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = new Workplace();
const RUNS = 48;
const KILLS = 30;
let undisturbed: Record<string, string>;
/** milliseconds that the experiment takes on this machine if nothing stops it */
let usual = 0;
let bytesARun = 0;

beforeAll(async () => {
  place.write("tiny.yaml", TINY);
  const begun = performance.now();
  await place.succeed("experiment", "tiny.yaml", "--out", "undisturbed", "--jobs", "2");
  usual = performance.now() - begun;
  undisturbed = finishedFiles(place, "undisturbed");
  bytesARun = bytesOf("undisturbed") / RUNS;
});

function bytesOf(folder: string): number {
  return statSync(place.path(`${folder}/log.jsonl`), { throwIfNoEntry: false })?.size ?? 0;
}

const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 1));

test("an experiment that nothing stops leaves its files and nothing else", () => {
  expect(Object.keys(undisturbed).filter((name) => !name.startsWith("figures/"))).toEqual([
    "analysis.R",
    "analysis.py",
    "contrasts.csv",
    "dictionary.csv",
    "experiment.json",
    "report.html",
    "runs.csv",
    "series-summary.csv",
    "series.csv",
    "summary.csv",
  ]);
  expect(logLines(place, "undisturbed")).toHaveLength(RUNS);
});

describe(`kill -9 at ${KILLS} random moments`, () => {
  const draw = repeatable(4);
  const recorded: number[] = [];

  test.each(Array.from({ length: KILLS }, (_, kill) => [kill + 1]))(
    "number %i: the same command goes on, and every file is the same",
    async (kill) => {
      const folder = `killed-${kill}`;
      const { child, ended } = place.start("experiment", "tiny.yaml", "--out", folder, "--jobs", "2", "--progress", "none");
      // Half of the moments are drawn from the whole time, start and tables included, and half from the time of the runs.
      if (kill % 2 === 0) await new Promise((resolve) => setTimeout(resolve, usual * draw()));
      else
        for (const runs = 1 + Math.floor((RUNS - 1) * draw()); child.exitCode === null && bytesOf(folder) < runs * bytesARun; )
          await nextTurn();
      child.kill("SIGKILL");
      await ended;
      recorded.push(logLines(place, folder).length);
      const { code, stdout } = await place.weakties("experiment", "tiny.yaml", "--out", folder, "--jobs", "2");
      expect({ code, stdout: stdout.split("\n", 1)[0] }).toEqual({
        code: 0,
        stdout: expect.stringContaining("48 of 48 runs finished"),
      });
      expect(finishedFiles(place, folder)).toEqual(undisturbed);
      // No run was made twice, so the recorded runs were safe.
      expect(new Set(logLines(place, folder).map(({ id }) => id)).size).toBe(RUNS);
      expect(logLines(place, folder)).toHaveLength(RUNS);
      rmSync(place.path(folder), { recursive: true });
    },
  );

  test("some of the kills hit while runs were being made", () => {
    expect(recorded.filter((lines) => lines > 0 && lines < RUNS).length).toBeGreaterThanOrEqual(5);
  });
});
