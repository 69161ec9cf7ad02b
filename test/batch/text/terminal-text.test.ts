import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { terminalText } from "../../../batch/text/terminal-text.ts";
import { Workplace } from "../../helpers/command-line.ts";

const place = new Workplace();

test("C0, DEL, C1 and text direction characters are printed as escapes; tab and line feed stay", () => {
  expect(terminalText("a\tb\n\x1b[31mred\x00\x9b\x7f\r\u202ereversed\u2066")).toBe(
    "a\tb\n\\u001b[31mred\\u0000\\u009b\\u007f\\u000d\\u202ereversed\\u2066",
  );
  expect(terminalText("ليلى, 李雷, Zoë 🦊")).toBe("ليلى, 李雷, Zoë 🦊");
  expect(JSON.parse(terminalText(JSON.stringify("\u202e\x9b")))).toBe("\u202e\x9b");
});

test("a seed, file name or column title reaches the terminal without escape codes", async () => {
  const { stdout } = await place.succeed("run", "--ticks", "0", "--seed", "\x1b]0;owned\x07", "--out", "out\x1b[2J");
  expect(stdout).toContain("seed \\u001b]0;owned\\u0007");
  expect(stdout).not.toContain("\x1b");
  place.write("people.csv", "name,\x9b31mopenness\nA,1\nB,1\n");
  const { stderr } = await place.weakties("run", "--agents", "people.csv", "--ticks", "0", "--config", "\x1b[2J.yaml");
  expect(stderr).toContain("\\u001b[2J.yaml");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
  expect(stderr).not.toMatch(/[\x1b\x9b]/);
});

test("all output of batch goes through this function", () => {
  const files = readdirSync("batch", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  const printers = files.filter((path) =>
    /process\.(stdout|stderr)\.write\(|console\./.test(readFileSync(`batch/${path}`, "utf8")),
  );
  expect(printers.sort()).toEqual([
    "main.ts", // prints the version
    "process/standard-error.ts",
    "process/standard-output.ts",
  ]);
});
