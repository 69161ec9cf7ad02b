import { beforeAll, describe, expect, test, vi } from "vitest";
import { Workplace } from "../helpers/command-line.ts";
import { refused } from "../helpers/refused.ts";

// Each test starts the program several times.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = new Workplace();
const flags = ["--ticks", "3", "--seed", "columns", "--quiet"];
/** The columns by their titles. Without them, the first line would be refused. */
const columns = "from=Dialed,to=Answered,weight=Hours";

beforeAll(async () => {
  place.write("calls.csv", "Answered,Dialed,Calls,Hours\nAna,Bo,9,1\nBo,Cy,2,5\nCy,Di,3,3\nDi,Ana,1,2\n");
  place.write("people.csv", "name,house,team\nAna,red,x\nBo,red,y\nCy,blue,x\nDi,blue,y\n");
  const choices = ["--columns", columns, "--agents", "people.csv", "--circle-column", "house"];
  await place.succeed("run", "--network", "calls.csv", ...choices, ...flags, "--out", "first");
});

describe("--columns and --circle-column", () => {
  test("choose ends, weight and circles", () => {
    const agents = place.records("first/agents.csv");
    expect(agents.map(({ name, circle }) => `${name} ${circle}`)).toEqual(["Bo red", "Ana red", "Cy blue", "Di blue"]);
  });

  test("are in run.json, which repeats the run", async () => {
    const record = JSON.parse(place.read("first/run.json"));
    expect(record.network).toMatchObject({ file: "../calls.csv", columns });
    expect(record.agents).toMatchObject({ file: "../people.csv", circle_column: "house" });
    const { stderr } = await place.succeed("run", "--config", "first/run.json", "--out", "again", "--quiet");
    expect(stderr).not.toContain("differs");
    for (const file of ["series.csv", "agents.csv", "ties.csv"])
      expect(place.read(`again/${file}`)).toBe(place.read(`first/${file}`));
    expect(JSON.parse(place.read("again/run.json"))).toEqual(record);
  });

  test("change the run: another weight gives other strengths, and other circles", async () => {
    const other = ["--columns", "weight=Calls", "--circle-column", "team"];
    await place.succeed("run", "--config", "first/run.json", "--ticks", "0", "--out", "start", "--quiet");
    await place.succeed(
      "run",
      "--config",
      "first/run.json",
      "--ticks",
      "0",
      "--circle-column",
      "team",
      "--out",
      "teams",
      "--quiet",
    );
    const strengths = (folder: string) => place.records(`${folder}/ties.csv`).map(({ strength }) => strength);
    const circles = (folder: string) => place.records(`${folder}/agents.csv`).map(({ circle }) => circle);
    expect(circles("teams")).toEqual(["y", "x", "x", "y"]);
    expect(strengths("teams")).toEqual(strengths("start"));
    const ends = ["--columns", "from=Dialed,to=Answered,weight=Calls"];
    await place.succeed("run", "--config", "first/run.json", "--ticks", "0", ...ends, "--out", "calls", "--quiet");
    expect(strengths("calls")).not.toEqual(strengths("start"));
    // A choice replaces the recorded one as a whole, so that nothing of the old one stays unseen.
    expect(await refused(place, "run", "--config", "first/run.json", ...other, "--out", "other")).toEqual([
      expect.stringContaining("first line (Answered, Dialed, Calls, Hours) is neither a tie nor a header"),
    ]);
  });

  test("report every fault at once, each with the nearest name, and write nothing", async () => {
    const before = place.listing();
    const wrong = ["--columns", "from=Dialled,to=Answered,weight=Hour", "--agents", "people.csv", "--circle-column", "hose"];
    const titles = "the first line has Answered, Dialed, Calls, Hours";
    expect(await refused(place, "run", "--network", "calls.csv", ...wrong, "--out", "wrong")).toEqual([
      `calls.csv, line 1: has no column "Dialled" (did you mean "Dialed"?); ${titles}`,
      `calls.csv, line 1: has no column "Hour" (did you mean "Hours"?); ${titles}`,
      'people.csv, line 1: has no column "hose" (did you mean "house"?); the header has name, house, team',
    ]);
    expect(await refused(place, "run", "--columns", "form=1,weight=", "--circle-column", "house")).toEqual([
      "--columns needs --network, because it says how to read a network file",
      '--columns: unknown key "form" (did you mean "from"?); known keys: from, to, weight, direction, trust, time',
      "--columns: weight needs the title or the number of a column, as in weight=1",
      "--circle-column needs --agents or --network, because it names a column of one of them",
    ]);
    expect(place.listing()).toEqual(before);
  });
});

describe("an experiment", () => {
  const file = (columns: string, house = "house") => `
network: {file: calls.csv, columns: "${columns}"}
agents: {file: people.csv, circle_column: ${house}}
ticks: 3
seed: columns
replicates: 2
outcomes: {ties: active_ties, cross: cross_ties}
`;

  test("chooses columns in its file, and gives the state of the single run", async () => {
    place.write("study.yaml", file(columns));
    await place.succeed("experiment", "study.yaml", "--out", "study", "--jobs", "1");
    const record = JSON.parse(place.read("study/experiment.json"));
    expect(record.network).toMatchObject({ columns });
    expect(record.agents).toMatchObject({ circle_column: "house" });
    const row = place.records("study/runs.csv")[0];
    const { stdout } = await place.succeed("status", "study", "--run", row?.id ?? "");
    place.write("one.json", stdout);
    await place.succeed("run", "--config", "one.json", "--out", "one", "--quiet");
    expect(JSON.parse(place.read("one/run.json")).state_hash).toBe(row?.state_hash);
    const choices = ["--columns", columns, "--agents", "people.csv", "--circle-column", "house"];
    const own = ["--seed", "columns-1", "--ticks", "3", "--quiet", "--out", "single"];
    await place.succeed("run", "--network", "calls.csv", ...choices, ...own);
    expect(JSON.parse(place.read("single/run.json")).state_hash).toBe(row?.state_hash);
  });

  test("reports faults of its choices with their lines, and faults of the files they name", async () => {
    place.write("faulty.yaml", file("form=Dialed").replace("circle_column", "circle_colum"));
    expect(await refused(place, "experiment", "faulty.yaml")).toEqual([
      expect.stringMatching(/^faulty\.yaml, line 2: network\.columns: unknown key "form" \(did you mean "from"\?\)/),
      expect.stringMatching(/^faulty\.yaml, line 3: unknown key "circle_colum" in agents \(did you mean "circle_column"\?\)/),
    ]);
    place.write("wrong.yaml", file("from=Dialled,to=Answered", "hose"));
    expect(await refused(place, "experiment", "wrong.yaml")).toEqual([
      expect.stringContaining('calls.csv, line 1: has no column "Dialled" (did you mean "Dialed"?)'),
      expect.stringContaining('people.csv, line 1: has no column "hose" (did you mean "house"?)'),
    ]);
  });
});
