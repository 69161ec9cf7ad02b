import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, symlinkSync } from "node:fs";
import { hostname } from "node:os";
import { afterEach, describe, expect, test } from "vitest";
import { Workplace } from "../helpers/command-line.ts";

const tiny = ["--set", "agents=12", "--set", "ties_within=3", "--ticks", "3", "--quiet"];
/** Runs until it is stopped, and writes a lot. */
const endless = ["--ticks", "1000000000", "--events", "--ties-every", "1", "--quiet", "--out", "out/run"];

const place = new Workplace();

/** Makes a run as a user would. */
async function makeRun(folder: string, seed = "first"): Promise<string> {
  await place.succeed("run", ...tiny, "--seed", seed, "--out", folder);
  return place.read(`${folder}/run.json`);
}

/** Expects that a run into the folder is refused with one complete line and that nothing changes. */
async function expectRefused(args: string[], message: string): Promise<void> {
  const before = place.listing();
  const { code, stdout, stderr } = await place.weakties("run", ...tiny, ...args);
  expect(stderr).toBe(`weakties: 1 problem, nothing was written\n  --out: ${message}\n`);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(place.listing()).toEqual(before);
}

describe("a folder for a run", () => {
  test("is created together with its parents", async () => {
    await place.succeed("run", ...tiny, "--out", "above/and/under");
    expect(readdirSync(place.path("above/and/under")).sort()).toEqual(["agents.csv", "run.json", "series.csv", "ties.csv"]);
  });

  test("can exist if it is empty", async () => {
    mkdirSync(place.path("empty"));
    await makeRun("empty");
  });

  test("that holds a run is refused without --force", async () => {
    const old = await makeRun("twice");
    await expectRefused(
      ["--out", "twice"],
      "twice already holds a run: replace it with --force, or choose another folder with --out",
    );
    expect(place.read("twice/run.json")).toBe(old);
  });

  test("is replaced completely with --force", async () => {
    await place.succeed("run", ...tiny, "--events", "--seed", "old", "--out", "replaced");
    await place.succeed("run", ...tiny, "--seed", "new", "--out", "replaced", "--force");
    expect(JSON.parse(place.read("replaced/run.json")).seed).toBe("new");
    expect(readdirSync(place.path("replaced")).sort()).toEqual(["agents.csv", "run.json", "series.csv", "ties.csv"]);
    expect(readdirSync(place.folder).filter((name) => name.includes("weakties-"))).toEqual([]);
  });

  test.each([[[]], [["--force"]]])("that holds files but no run is refused (%s)", async (force) => {
    mkdirSync(place.path("thesis"), { recursive: true });
    place.write("thesis/chapter.txt", "years of work");
    await expectRefused(
      ["--out", "thesis", ...force],
      "thesis contains other files and no run: choose another folder, or an empty one",
    );
  });

  test("with another program's run.json is not a run and is refused despite --force", async () => {
    mkdirSync(place.path("other"), { recursive: true });
    place.write("other/run.json", '{"program": "another"}');
    await expectRefused(
      ["--out", "other", "--force"],
      "other contains other files and no run: choose another folder, or an empty one",
    );
  });

  test("with a run and other files is refused despite --force, so no file is lost", async () => {
    await makeRun("noted");
    place.write("noted/notes.txt", "my notes");
    await expectRefused(
      ["--out", "noted", "--force"],
      "noted contains files that do not belong to its run, such as notes.txt: move them, or choose another folder",
    );
  });

  test("is refused if it is a file or lies under a file", async () => {
    place.write("file", "text");
    await expectRefused(["--out", "file", "--force"], "file is a file, not a folder");
    await expectRefused(["--out", "file/run"], "file/run cannot be written: part of the path is not a folder");
  });

  test.each(["", " "])("without a name (%j) is refused", async (name) => {
    await expectRefused([`--out=${name}`], `${name === "" ? "the folder" : name} must have a name`);
  });

  test.each([".", "..", "/"])("cannot be the current folder or one above it: %s", async (name) => {
    await expectRefused(
      ["--out", name],
      `${name} cannot be the current folder or one that contains it: choose a folder for this run alone`,
    );
  });

  test("that cannot be created is refused before the run begins", async () => {
    // Nobody can create folders there, not even root.
    const name = process.platform === "linux" ? "/proc/weakties" : "/dev/null/weakties";
    const { code, stdout, stderr } = await place.weakties("run", "--ticks", "1000000000", "--out", name);
    expect(stderr).toMatch(/^weakties: 1 problem, nothing was written\n {2}--out: \S+ cannot be (written|created).*\n$/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("inside a read-only folder is refused before the run begins, if permissions apply", async () => {
    mkdirSync(place.path("locked"), { recursive: true });
    chmodSync(place.path("locked"), 0o555);
    const { code, stderr } = await place.weakties("run", ...tiny, "--out", "locked/run");
    chmodSync(place.path("locked"), 0o755);
    // Permissions do not apply to root, who can write everywhere.
    if (process.getuid?.() === 0) expect(code).toBe(0);
    else
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: "weakties: 1 problem, nothing was written\n  --out: locked/run cannot be written: permission denied\n",
      });
  });

  test("behind a link is replaced in place, and the link stays", async () => {
    await makeRun("real");
    symlinkSync("real", place.path("link"));
    await place.succeed("run", ...tiny, "--seed", "linked", "--out", "link", "--force");
    expect(JSON.parse(place.read("real/run.json")).seed).toBe("linked");
    expect(place.read("link/run.json")).toBe(place.read("real/run.json"));
  });
});

describe("a run that is stopped or killed", () => {
  const running: (() => void)[] = [];
  afterEach(() => {
    for (const stop of running.splice(0)) stop();
  });

  function start(...args: string[]) {
    const started = place.start("run", ...args);
    running.push(() => started.child.kill("SIGKILL"));
    return started;
  }

  test.each([
    ["SIGINT", 130, "weakties: stopped, nothing was written\n"],
    ["SIGTERM", 143, "weakties: stopped by SIGTERM, nothing was written\n"],
  ] as const)("stopped by %s reports it in one line, leaves nothing and exits with code %d", async (signal, code, stderr) => {
    const before = place.listing();
    const { child, ended } = start(...endless);
    await place.whenWriting("out", "ties.csv");
    child.kill(signal);
    expect(await ended).toEqual({ code, stdout: "", stderr });
    expect(place.listing()).toEqual(before);
  });

  test("stopped before it replaces another leaves the other unchanged", async () => {
    const old = await makeRun("out/run");
    const { child, ended } = start(...endless, "--force");
    await place.whenWriting("out", "events.csv");
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect(place.read("out/run/run.json")).toBe(old);
    expect(readdirSync(place.path("out"))).toEqual(["run"]);
  });

  test("killed outright leaves nothing under its name, and the next run removes its temporary folder", async () => {
    const { child, ended } = start(...endless.with(-1, "killed/run"));
    const written = await place.whenWriting("killed", "ties.csv");
    expect(written).toMatch(/^killed\/\.run\.weakties-new-/);
    child.kill("SIGKILL");
    await ended;
    expect(existsSync(place.path("killed/run"))).toBe(false);
    expect(readdirSync(place.path("killed"))).toHaveLength(1);
    await makeRun("killed/run");
    expect(readdirSync(place.path("killed"))).toEqual(["run"]);
  });

  test("keeps its temporary folder while another run finishes", async () => {
    const { child, ended } = start(...endless.with(-1, "shared/run"));
    const written = await place.whenWriting("shared", "ties.csv");
    await makeRun("shared/run");
    expect(existsSync(place.path(written))).toBe(true);
    child.kill("SIGINT");
    await ended;
    expect(readdirSync(place.path("shared"))).toEqual(["run"]);
  });

  test("killed between moving the old run away and the new one in restores the old one's name", async () => {
    const old = await makeRun("between/run");
    const owner = hostname()
      .replace(/[^A-Za-z0-9]/g, "")
      .slice(0, 20);
    // No process has this id: the limits are 2^22 on Linux and 100,000 on macOS.
    const moved = place.path(`between/.run.weakties-old-${owner}-99999999`);
    renameSync(place.path("between/run"), moved);
    expect((await place.weakties("run", ...tiny, "--out", "between/run")).code).toBe(2);
    expect(place.read("between/run/run.json")).toBe(old);
    expect(readdirSync(place.path("between"))).toEqual(["run"]);
  });

  test("ends without a message if its reader closes the pipe, as | head does", async () => {
    const { child, ended } = start("--ticks", "1000000000", "--every", "1", "--out", "-", "--quiet");
    await new Promise((first) => child.stdout.once("data", first));
    child.stdout.destroy();
    const { code, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});
