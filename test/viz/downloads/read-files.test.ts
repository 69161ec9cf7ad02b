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
