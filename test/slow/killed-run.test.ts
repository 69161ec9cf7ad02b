import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { Workplace } from "../helpers/command-line.ts";
import { refused } from "../helpers/refused.ts";

// Each test starts the program several times.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const place = new Workplace();
const RUN = "run --set agents=60 --ticks 400 --events --ties-every 50 --checkpoint --quiet --interventions changes.yaml".split(" ");
const formats = [[], ["--gzip"], ["--parquet"]];

/** Every file of a run, as it is on the disk. */
const filesOf = (out: string) =>
  Object.fromEntries(
    readdirSync(place.path(out)).map((name) => [name, readFileSync(place.path(join(out, name))).toString("base64")]),
  );

const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 1));

/** The unfinished folder of a run, once it has been saved. */
function savedOf(out: string): string | undefined {
  const names = readdirSync(place.folder).filter((name) => name.startsWith(`.${out}.weakties-new`));
  return names.find((name) => existsSync(place.path(join(name, "saved.bin"))));
}

/** Starts a run and kills it when it has been saved and has gone on for some milliseconds. */
async function kill(out: string, more: number, ...flags: string[]): Promise<void> {
  const before = savedOf(out);
  const { child, ended } = place.start(...RUN, "--out", out, "--save-every", "5", ...flags);
  const isSaved = () => {
    const saved = savedOf(out);
    return saved !== undefined && saved !== before;
  };
  while (child.exitCode === null && !isSaved()) await nextTurn();
  await new Promise((resolve) => setTimeout(resolve, more));
  expect(child.exitCode).toBeNull();
  child.kill("SIGKILL");
  await ended;
}

beforeAll(() => {
  place.write("changes.yaml", "- {tick: 100, set: {blow_off: 0.4}, until: 300}\n- {tick: 200, add: 5}\n");
});

describe.each(formats.map((flags) => [flags.join("") || "CSV", flags] as const))("with %s", (name, flags) => {
  test("a run that is killed again and again gives the files of one that is not", async () => {
    const [whole, cut] = [`whole${name}`, `cut${name}`];
    await place.succeed(...RUN, ...flags, "--out", whole, "--save-every", "0");
    await kill(cut, 20, ...flags);
    for (const more of [60, 150]) await kill(cut, more, ...flags, "--resume");
    await place.succeed(...RUN, ...flags, "--out", cut, "--resume");
    expect(filesOf(cut)).toEqual(filesOf(whole));
    expect(readdirSync(place.folder).filter((file) => file.startsWith("."))).toEqual([]);
  });
});

describe("a run that was stopped", () => {
  test("is not lost by typing the command again, and resumes only as it was", async () => {
    await kill("kept", 0);
    const [again] = await refused(place, ...RUN, "--out", "kept");
    expect(again).toMatch(
      /^--out: the run in kept was stopped and is saved at tick \d+: continue it with --resume, or start over with --force$/,
    );
    const others = await place.weakties(...RUN, "--out", "kept", "--resume", "--seed", "other", "--set", "blow_off=0.21");
    expect(others.code).toBe(2);
    expect(others.stderr).toMatch(
      /^weakties: 2 problems, nothing was written\n {2}--resume: the stopped run in kept differs: seed: .*, now "other"; .*\n.* differs: blow_off: .*, now 0.21; /,
    );
    await place.succeed(...RUN, "--out", "kept", "--force");
    expect(filesOf("kept")).toEqual(filesOf("wholeCSV"));
    expect(savedOf("kept")).toBeUndefined();
  });

  test("by Ctrl-C says how to continue it", async () => {
    const { child, ended } = place.start(...RUN, "--out", "stopped", "--save-every", "5");
    while (savedOf("stopped") === undefined) await nextTurn();
    child.kill("SIGINT");
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(/^weakties: stopped, the run is saved at tick \d+: continue it with the same command and --resume\n$/);
    await place.succeed(...RUN, "--out", "stopped", "--resume");
    expect(filesOf("stopped")).toEqual(filesOf("wholeCSV"));
  });
});

test("--resume starts a run that was never stopped", async () => {
  await place.succeed(...RUN, "--out", "fresh", "--resume");
  expect(filesOf("fresh")).toEqual(filesOf("wholeCSV"));
});
