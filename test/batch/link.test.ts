import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { Workplace } from "../helpers/command-line.ts";
import { TINY } from "../helpers/experiment-files.ts";
import { contentOf, linkOf } from "../helpers/make-link.ts";

const place = new Workplace();
const karate = readFileSync("test/formats/samples/karate.csv", "utf8");

const config = `scenario: class_of_25
seed: "007"
ticks: 60
settled: 30
parameters: {blow_off: 0.5, follow_up_interval: never}
interventions:
  - {tick: 20, set: {gossip: off}, until: 25, label: silence}
  - {tick: 21, set_traits: {openness: 1}, agents: [3, 4]}
  - {tick: 22, add: 2}
`;

/** The link that a command prints. */
async function linkTo(...args: string[]): Promise<string> {
  const { stdout } = await place.succeed("link", ...args);
  expect(stdout).toMatch(/^\S+\n$/);
  return stdout.trim();
}

function hashOf(folder: string): string {
  return JSON.parse(place.read(`${folder}/run.json`)).state_hash;
}

beforeAll(async () => {
  place.write("study.yaml", config);
  place.write("karate.csv", karate);
  await place.succeed("run", "--config", "study.yaml", "--out", "first", "--quiet");
});

describe("weakties link", () => {
  test("prints the link to a finished run, and weakties run --link repeats it to the last byte", async () => {
    const link = await linkTo("first");
    const { stderr } = await place.succeed("run", "--link", link, "--out", "again");
    expect(stderr).toBe(`the link: the same run, with state hash ${hashOf("first")} as in the link\n`);
    for (const file of ["run.json", "series.csv", "agents.csv", "ties.csv"])
      expect(place.read(`again/${file}`) === place.read(`first/${file}`), file).toBe(true);
    expect(await linkTo("again")).toBe(link);
  });

  test("prints the link to a configuration, which has no state hash yet, and gives the same run", async () => {
    const link = await linkTo("study.yaml", "--page", "https://example.org/weak-ties/");
    expect(link).toMatch(/^https:\/\/example\.org\/weak-ties\/#v=/);
    expect(contentOf(link)).not.toHaveProperty("state_hash");
    await place.succeed("run", "--link", link, "--out", "configured", "--quiet");
    expect(hashOf("configured")).toBe(hashOf("first"));
  });

  test("prints the link to a run of an experiment", async () => {
    place.write("tiny.yaml", TINY);
    await place.succeed("experiment", "tiny.yaml", "--out", "tiny");
    const [{ id }] = place.records("tiny/runs.csv");
    const link = await linkTo("tiny", "--run", id);
    const { stderr } = await place.succeed("run", "--link", link, "--out", "one");
    expect(stderr).toContain("the link: the same run, with state hash");
    expect(hashOf("one")).toBe((contentOf(link) as { state_hash: string }).state_hash);
  });

  test("names a network by its SHA-256; the run needs that very file, wherever it is", async () => {
    await place.succeed("run", "--network", "karate.csv", "--ticks", "20", "--out", "deep/karate", "--quiet");
    const link = await linkTo("deep/karate");
    // The digest is that of sha256sum.
    expect(contentOf(link)).toMatchObject({
      network: { file: "karate.csv", sha256: "19d4bb53d916ab16383d5d77eba95bbea59bf9591f8f8869ff3a2a854459ab41" },
    });
    await place.succeed("run", "--link", link, "--out", "here", "--quiet");
    place.write("elsewhere.csv", karate);
    const { stderr } = await place.succeed("run", "--link", link, "--network", "elsewhere.csv", "--out", "elsewhere");
    expect(stderr).toContain("the link: the same run");
    expect([hashOf("here"), hashOf("elsewhere")]).toEqual([hashOf("deep/karate"), hashOf("deep/karate")]);
    place.write("other.csv", `${karate}1,30\n`);
    const refused = await place.weakties("run", "--link", link, "--network", "other.csv", "--out", "other");
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringMatching(/other\.csv: is not the file of the link: SHA-256 \w{64}, and the link needs karate\.csv with/),
    ]);
    const lost = await place.weakties("run", "--link", link.replace(/.*#/, "#"), "--network", "lost.csv", "--out", "lost");
    expect([lost.code, lost.stderr]).toEqual([2, expect.stringContaining("lost.csv: cannot be read")]);
  });

  test("reports everything that is wrong at once", async () => {
    const { code, stderr, stdout } = await place.weakties("link", "--run", "x", "--page", "ftp://x", "--quiet");
    expect([code, stdout]).toEqual([2, ""]);
    for (const problem of ["unknown flag", "link needs a configuration file", "--run must be an id", "--page must be an address"])
      expect(stderr).toContain(problem);
    place.write("faulty.yaml", "parameters: {gosip: off}\nticks: -1\n");
    const faulty = await place.weakties("link", "faulty.yaml");
    expect([faulty.code, faulty.stderr.trim().split("\n").length]).toEqual([2, 3]);
  });
});

describe("weakties run --link", () => {
  const link = linkOf({ scenario: "class_of_25", seed: 1, ticks: 9, state_hash: "0".repeat(16) });

  test("cannot be combined with what names another run, and takes all other flags", async () => {
    const { code, stderr } = await place.weakties(
      "run",
      "--link",
      link,
      "--config",
      "study.yaml",
      "--scenario",
      "default",
      "--out",
      "x",
    );
    expect(code).toBe(2);
    for (const flag of ["--config", "--scenario"])
      expect(stderr).toContain(`${flag} and --link cannot be combined: a link names the whole run`);
    const from = await place.weakties("run", "--link", link, "--from", "first", "--ticks", "99", "--out", "x");
    expect(from.stderr).toContain("--link cannot be combined with --from");
    const { stderr: quiet } = await place.succeed(
      "run",
      "--link",
      link,
      "--seed",
      "2",
      "--ticks",
      "12",
      "--set",
      "gossip=off",
      "--out",
      "changed",
    );
    expect(quiet).toBe("");
    expect(JSON.parse(place.read("changed/run.json"))).toMatchObject({ seed: "2", ticks: 12, scenario: "class_of_25" });
  });

  test("says with both hashes and the version that the run is not the one of the link", async () => {
    const { stderr } = await place.succeed(
      "run",
      "--link",
      linkOf({ scenario: "class_of_25", seed: 1, ticks: 9, state_hash: "0".repeat(16) }, "0.0.9"),
      "--out",
      "differs",
    );
    expect(stderr).toBe(
      `the link: the run differs from its record: state hash ${hashOf("differs")}, recorded 0000000000000000 by weakties 0.0.9\n`,
    );
  });

  test("refuses a bad link with every fault, and writes nothing", async () => {
    const bad = linkOf({ ticks: 1, seed: 1, sede: 2, parameters: { gosip: true }, interventions: [{ tick: 0, remove: 1 }] });
    const { code, stderr } = await place.weakties("run", "--link", bad, "--every", "0", "--out", "bad");
    expect([code, stderr.split("\n")[0]]).toEqual([2, "weakties: 4 problems, nothing was written"]);
    expect(stderr).toContain('the link: unknown key "sede"');
    expect(place.listing().some((name) => name.startsWith("bad"))).toBe(false);
    expect((await place.weakties("run", "--link", "http://localhost:4173/", "--out", "bad")).stderr).toContain(
      "the link must end with #v=",
    );
  });
});
