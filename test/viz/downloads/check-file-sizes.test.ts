import { expect, test } from "vitest";
import { checkFileSizes } from "../../../viz/downloads/check-file-sizes.ts";

const MB = 2 ** 20;

test("files of up to 64 MB are opened", () => {
  expect(() => checkFileSizes([{ name: "a.csv", size: 64 * MB }])).not.toThrow();
  expect(() => checkFileSizes([])).not.toThrow();
});

test("each file that is larger is refused, with its size rounded up", () => {
  const files = [
    { name: "a.csv", size: 64 * MB + 1 },
    { name: "b.csv", size: 10 },
    { name: "c.csv", size: 100 * MB },
  ];
  expect(() => checkFileSizes(files)).toThrow(
    "a.csv: must be at most 64 MB, got 65 MB; use the command line for larger files\n" +
      "c.csv: must be at most 64 MB, got 100 MB; use the command line for larger files",
  );
});
