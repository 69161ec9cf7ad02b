import { describe, expect, test, vi } from "vitest";
import { meanOf } from "../../../study/statistics/describe.ts";
import { Workplace } from "../../helpers/command-line.ts";
import { TINY } from "../../helpers/experiment-files.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = new Workplace();
const CONTRASTS = `
contrasts:
  talk: {outcome: trust, difference: [{gossip: on}, {gossip: off}], claim: Talk moves trust, expect: "> 100"}
  keeping: {outcome: focal, difference: [keep, as_is], precision: 10}
  shift: {outcome: ties, slope: blow_off, within: keep, expect: -10000 to 10000}
`;
place.write("asks.yaml", TINY + CONTRASTS);

describe("contrasts of an experiment", () => {
  test("come out in a table, the summary, the status and the first sentence of the report", async () => {
    const { stdout } = await place.succeed("experiment", "asks.yaml", "--out", "asks", "--jobs", "1");
    const rows = place.records("asks/contrasts.csv");
    expect(rows.slice(0, 3).map(({ contrast, origin, verdict }) => [contrast, origin, verdict])).toEqual([
      ["talk", "file", "fails"],
      ["keeping", "file", ""],
      ["shift", "file", "holds"],
    ]);
    // Two levels of two factors and two arms: three main effects and three interactions of each of three outcomes.
    expect(rows.slice(3).map(({ origin }) => origin)).toEqual([...Array(9).fill("main effect"), ...Array(9).fill("interaction")]);

    // The difference from runs.csv: the mean of each replicate with gossip minus that without.
    const runs = place.records("asks/runs.csv");
    const of = (gossip: string, replicate: number) =>
      meanOf(runs.filter((run) => run.gossip === gossip && run.replicate === `${replicate}`).map(({ trust }) => Number(trust)));
    const differences = [1, 2, 3, 4, 5, 6].map((replicate) => of("1", replicate) - of("0", replicate));
    expect(Number(rows[0].estimate)).toBeCloseTo(meanOf(differences), 12);
    expect(rows[0].n).toBe("6");

    expect(stdout).toMatch(
      /\n\ntalk fails: expected > 100, got −?0\.\d+ \(95% interval −?0\.\d+ to −?0\.\d+, 6 replicates\)\nkeeping: /,
    );
    const { stdout: status } = await place.succeed("status", "asks");
    expect(status).toContain(stdout.split("\n\n")[1]);
    const json = JSON.parse((await place.succeed("status", "asks", "--json")).stdout);
    expect(json.contrasts[0]).toMatchObject({ contrast: "talk", verdict: "fails", n: 6, estimate: Number(rows[0].estimate) });
    expect(place.read("asks/report.html")).toContain(
      '<p class="answer">Of 2 expectations, 1 met (“shift”) and 1 not met (talk moves trust).</p>',
    );
    expect(place.records("asks/dictionary.csv").filter(({ file }) => file === "contrasts.csv")).toHaveLength(12);
  });

  test("can be added to and changed in a finished experiment without a new run", async () => {
    place.write("grows.yaml", TINY);
    await place.succeed("experiment", "grows.yaml", "--out", "grown", "--jobs", "1");
    place.write("grows.yaml", TINY + CONTRASTS);
    const { stdout } = await place.succeed("experiment", "grows.yaml", "--out", "grown", "--jobs", "1");
    expect(stdout).toContain("Made 0 runs.");
    expect(place.read("grown/contrasts.csv")).toBe(place.read("asks/contrasts.csv"));
  });

  test("stop an experiment when the interval of one is narrow enough, and only if it says how narrow", async () => {
    const experiment = (names: string) =>
      place.weakties("experiment", "asks.yaml", "--out", "narrow", "--until-precision", names, "--jobs", "1");
    expect(await experiment("talk,kepping")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /contrasts\.talk needs precision, half the width that its interval may have; add it to the file\n.*no contrast "kepping" \(did you mean "keeping"\?\); known contrasts: talk, keeping, shift/,
      ),
    });
    expect((await experiment("keeping")).stdout).toContain("The results are precise enough after 5 of 6 replicates");
    expect(place.read("narrow/report.html")).toContain("because the interval of “keeping” was narrow enough");
    expect((await place.succeed("status", "narrow")).stdout).toContain("40 of 40 runs finished");
  });
});
