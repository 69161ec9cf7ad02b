import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CommandBlock, commandBlocks, matchesOutput, shellWords } from "../helpers/command-blocks.ts";
import { Workplace } from "../helpers/command-line.ts";

const { scripts, version } = JSON.parse(readFileSync("package.json", "utf8"));

/** What npm does without a script. */
const npmCommands = ["install", "ci", "link"];

const docs = readdirSync("docs").filter((name) => name.endsWith(".md"));
const pages = ["README.md", ...docs.map((name) => join("docs", name))]
  .map((path) => ({ path, blocks: commandBlocks(readFileSync(path, "utf8")) }))
  .filter(({ blocks }) => blocks.length > 0);

/** A folder to type the commands of a page in. It has the examples, as the project has. */
function createFolder(): Workplace {
  const place = new Workplace();
  cpSync("examples", place.path("examples"), { recursive: true });
  return place;
}

/** Runs the commands of a block in order. Returns the problems, one line each. */
async function problemsOf({ notRun, commands }: CommandBlock, place: Workplace): Promise<string[]> {
  const problems: string[] = [];
  for (const { line, text, output } of commands) {
    const { words, into } = shellWords(text);
    const [program, ...args] = words[0] === "npx" ? words.slice(1) : words;
    if (notRun !== undefined) {
      const script = args[0] === "run" ? args[1] : args[0];
      if (program === "npm" && !npmCommands.includes(String(script)) && !Object.hasOwn(scripts, String(script)))
        problems.push(`line ${line}: npm has no script ${script}`);
    } else if (program !== "weakties") {
      problems.push(`line ${line}: this test runs only weakties, got ${text}`);
    } else {
      const { code, stdout, stderr } = await place.weakties(...args);
      if (code !== 0) problems.push(`line ${line}: ${text} ended with exit code ${code}: ${stderr}`);
      if (into !== undefined) place.write(into, stdout);
      if (output !== undefined && !matchesOutput(output, stderr + stdout))
        problems.push(`line ${line}: ${text} printed something else:\n${stderr}${stdout}`);
    }
  }
  return problems;
}

test("README and the page about experiments have commands that are run", () => {
  const run = pages.filter(({ blocks }) => blocks.some(({ notRun }) => notRun === undefined)).map(({ path }) => path);
  expect(run).toEqual(expect.arrayContaining(["README.md", join("docs", "experiments.md")]));
});

describe.each(pages)("every command of $path works and prints what the page shows", ({ blocks }) => {
  const place = createFolder();
  test.each(blocks)("line $line", async (block) => {
    expect(await problemsOf(block, place)).toEqual([]);
  });
});

describe("a mistake is found", () => {
  const place = createFolder();
  const problems = async (markdown: string) => {
    const found: string[] = [];
    for (const block of commandBlocks(markdown)) found.push(...(await problemsOf(block, place)));
    return found;
  };

  test("an unknown flag, npm script or program", async () => {
    expect(await problems("```sh\nnpx weakties scenarios --al  # all of them\n```\n")).toEqual([
      expect.stringMatching(/^line 2: npx weakties scenarios --al ended with exit code 2/),
    ]);
    expect(await problems("<!-- not run: slow -->\n```sh\nnpm install && npm run nothing\n```\n")).toEqual([
      "line 3: npm has no script nothing",
    ]);
    expect(await problems("```sh\nsqueue --me\n```\n")).toEqual(["line 2: this test runs only weakties, got squeue --me"]);
  });

  test("output that differs", async () => {
    const shown = (output: string) => `\`\`\`console\n$ weakties --version\n${output}\n\`\`\`\n`;
    expect(await problems(shown(version))).toEqual([]);
    expect(await problems(shown(" …"))).toEqual([]);
    expect(await problems(shown("9.9.9"))).toEqual([expect.stringMatching(/^line 2: weakties --version printed something else/)]);
  });

  test("but a block with the reason why it isn't run is not run, and other blocks aren't commands", async () => {
    expect(await problems("<!-- not run: needs a cluster -->\n```sh\nsqueue\n```\n\n```yaml\na: 1\n```\n")).toEqual([]);
  });
});
