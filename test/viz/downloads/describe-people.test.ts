import { expect, test } from "vitest";
import { describePeople } from "../../../viz/downloads/describe-people.ts";
import type { FilesRead } from "../../../viz/downloads/file-messages.ts";
import { fileReader } from "../../../viz/downloads/read-files.ts";

const ties = new File(["from,to\nAna,Bo\nBo,Chi\n"], "ties.csv");
const people = new File(["name,circle\nBo,Club\nDee,Club\n"], "people.csv");

const read = (...files: File[]): Promise<FilesRead> => fileReader.read(files, { seed: "1", domains: 5 });

test("a network gives people and ties", async () => {
  expect(describePeople(await read(ties))).toBe("3 people and 2 ties from ties.csv.");
});

test("a list of people gives no ties", async () => {
  expect(describePeople(await read(people))).toBe("2 people from people.csv. The model creates their ties.");
});

test("both files are named, the network first", async () => {
  expect(describePeople(await read(people, ties))).toBe("4 people and 2 ties from ties.csv and people.csv.");
});

test("one tie is one tie, and large counts have separators", async () => {
  expect(describePeople(await read(new File(["from,to\nAna,Bo\n"], "pair.csv")))).toBe("2 people and 1 tie from pair.csv.");
  const many = `from,to\n${Array.from({ length: 1200 }, (_, k) => `p${k},p${k + 1}\n`).join("")}`;
  expect(describePeople(await read(new File([many], "path.csv")))).toBe("1,201 people and 1,200 ties from path.csv.");
});
