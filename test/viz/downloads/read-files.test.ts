import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fileReader } from "../../../viz/downloads/read-files.ts";

const options = { seed: "1", domains: 5 };

const given = (name: string, content: string | Uint8Array) => new File([content as BlobPart], name);

const ties = given("ties.csv", "from,to\nAna,Bo\nBo,Chi\n");
const people = given("people.csv", "name,circle,follow_through\nBo,Club,0.5\nDee,Club,1\n");

describe("files read as people", () => {
  test("a network gives people, ties, a summary and its SHA-256", async () => {
    const read = await fileReader.read([ties], options);
    expect(read.people?.names).toEqual(["Ana", "Bo", "Chi"]);
    expect([...(read.imported?.lower ?? [])]).toEqual([0, 1]);
    expect(read.note).toContain("ties.csv: 3 agents, 2 ties");
    const sha256 = createHash("sha256").update("from,to\nAna,Bo\nBo,Chi\n").digest("hex");
    expect(read.files).toEqual({ network: { file: "ties.csv", sha256 }, agents: undefined });
  });

  test("a list of people alone gives no ties", async () => {
    const read = await fileReader.read([people], options);
    expect(read.people?.names).toEqual(["Bo", "Dee"]);
    expect(read.imported).toBeUndefined();
    expect(read.files?.agents?.file).toBe("people.csv");
  });

  test("both are joined, in whichever order they are dropped", async () => {
    const [one, other] = await Promise.all([fileReader.read([ties, people], options), fileReader.read([people, ties], options)]);
    expect(one).toEqual(other);
    expect(one.people?.names).toEqual(["Ana", "Bo", "Chi", "Dee"]);
    expect(one.people?.circleNames).toContain("Club");
  });

  test("the result can be sent to another thread", async () => {
    const read = await fileReader.read([ties, people], options);
    expect(structuredClone(read)).toEqual(read);
  });
});

describe("files that are refused", () => {
  const problemsOf = async (...files: File[]) => {
    const error: unknown = await fileReader.read(files, options).catch((reason) => reason);
    return (error as Error).message.split("\n");
  };

  test("every fault of every file is reported with its line", async () => {
    const faults = await problemsOf(given("ties.csv", "from,to\nAna,\nBo,\n"), given("people.csv", "name,status\nAna,3\nAna,1\n"));
    expect(faults).toHaveLength(4);
    expect(faults.map((line) => line.split(":")[0])).toEqual([
      "ties.csv, line 2",
      "ties.csv, line 3",
      "people.csv, line 2",
      "people.csv, line 3",
    ]);
  });

  test("a folder, which cannot be read", async () => {
    const folder = Object.assign(given("folder", ""), { arrayBuffer: () => Promise.reject(new DOMException("", "NotFoundError")) });
    expect(await problemsOf(folder)).toEqual(["folder: cannot be read; it may be a folder, or have changed since you chose it"]);
  });

  test("two lists of people", async () => {
    expect(await problemsOf(people, people)).toEqual([
      "people.csv and people.csv: these are 2 lists of people; open one at a time",
    ]);
  });

  test("a domain that does not exist", async () => {
    const expert = given("people.csv", "name,domain\nAna,5\nBo,0\n");
    expect(await problemsOf(expert)).toEqual([expect.stringContaining("domain must be a whole number from 0 to 4")]);
    expect((await fileReader.read([expert], { ...options, domains: 6 })).people?.domain[0]).toBe(5);
  });
});

describe("what a person has chosen", () => {
  const calls = given("calls.csv", "Answered,Dialed,Hours\nAna,Bo,1\nBo,Cy,5\n");
  const reading = { columns: "from=Dialed,to=Answered,weight=Hours" };
  const choices = { "calls.csv": { kind: "network", reading } } as const;

  test("decides how files are read, and is in the record of the run", async () => {
    const read = await fileReader.read([calls], { ...options, choices });
    expect(read.people?.names).toEqual(["Bo", "Ana", "Cy"]);
    expect(read.files?.network).toMatchObject({ file: "calls.csv", ...reading });
  });

  test("is read from a run.json, too", async () => {
    const record = {
      program: "weakties",
      version: "0",
      seed: "1",
      ticks: 0,
      parameters: {},
      network: { file: "calls.csv", ...reading },
      agents: { file: "houses.csv", circle_column: "house" },
      state_hash: "0",
    };
    const houses = given("houses.csv", "name,team,house\nAna,x,red\nBo,y,blue\nCy,y,red\n");
    const read = await fileReader.read([given("run.json", JSON.stringify(record)), calls, houses], options);
    expect(read.people?.names).toEqual(["Bo", "Ana", "Cy"]);
    expect(read.people?.circleNames).toEqual(["blue", "red"]);
    expect(read.files?.network).toMatchObject(reading);
    expect(read.files?.agents).toMatchObject({ circle_column: "house" });
    expect(read.canChoose).toBe(false);
  });

  test("decides whether the lines of a file are ties or people", async () => {
    const labels = given("ids.csv", "Id,Label\n1,Ana\n2,Bo\n");
    expect((await fileReader.read([labels], options)).imported).toBeUndefined();
    const asTies = { "ids.csv": { kind: "network", reading: { columns: "from=Id,to=Label" } } } as const;
    expect((await fileReader.read([labels], { ...options, choices: asTies })).imported?.lower.length).toBe(2);
  });

  test("is possible for tables, and not for other files", async () => {
    expect((await fileReader.read([calls], { ...options, choices })).canChoose).toBe(true);
    expect((await fileReader.read([people], options)).canChoose).toBe(true);
    const graph = '<graphml><graph><node id="a"/><node id="b"/><edge source="a" target="b"/></graph></graphml>';
    expect((await fileReader.read([given("net.graphml", graph)], options)).canChoose).toBe(false);
    expect(await fileReader.preview([calls, given("net.graphml", graph), people])).toMatchObject([
      { name: "calls.csv", kind: "network" },
      { name: "people.csv", kind: "agents" },
    ]);
  });
});
