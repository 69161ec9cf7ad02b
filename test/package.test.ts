import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, expect, test } from "vitest";
import { advance, createRun, defaultParameters, stateHash } from "../sim/index.ts";
import { linkTargets, readDocuments } from "./helpers/read-documents.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** A folder that depends on the package as it would be published, and on nothing else. */
let folder: string;
/** the installed package */
let installed: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "weakties-package-"));
  installed = join(folder, "node_modules/weakties");
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", dependencies: { weakties: "*" } }));
  // The code has just been built, so packing skips the build.
  run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], ".");
  run("tar", ["-xzf", `weakties-${version}.tgz`, "-C", "node_modules/weakties", "--strip-components=1"], folder);
  linkDependencies();
  run("npm", ["rebuild", "--ignore-scripts", "--offline"], folder);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Links the runtime dependencies and their dependencies, so the test needs no network and sees no development tools. */
function linkDependencies(): void {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  for (const path of Object.keys(packages)) {
    const { dev, devOptional, optional, peer } = packages[path];
    if (path.lastIndexOf("node_modules/") !== 0 || dev || devOptional || optional || peer) continue;
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    symlinkSync(resolve(path), join(folder, path));
  }
}

function run(program: string, args: string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${error?.message ?? `exit code ${status}`}\n${stdout}${stderr}`);
  return stdout.trim();
}

test("npx runs the command of the installed package", () => {
  expect(run("npx", ["--no-install", "weakties", "--version"], folder)).toBe(version);
});

test("the installed command runs a scenario and leaves its files", () => {
  run(join(folder, "node_modules/.bin/weakties"), ["run", "--ticks", "3", "--out", "first", "--quiet"], folder);
  expect(readdirSync(join(folder, "first")).sort()).toEqual(["agents.csv", "run.json", "series.csv", "ties.csv"]);
});

test("the installed command performs an experiment in threads and writes its report", () => {
  writeFileSync(
    join(folder, "small.yaml"),
    "ticks: 2\nreplicates: 2\nparameters: {agents: 4, circle_size: 4, ties_within: 2}\noutcomes: [weak_ties]\n",
  );
  const printed = run(join(folder, "node_modules/.bin/weakties"), ["experiment", "small.yaml", "--out", "small"], folder);
  expect(printed).toContain("Made 2 runs. 2 of 2 runs finished, 0 failed.");
  expect(readdirSync(join(folder, "small"))).toEqual(expect.arrayContaining(["report.html", "runs.csv", "summary.csv"]));
});

test("the installed library runs the model to the same state", () => {
  const here = createRun({ parameters: defaultParameters, seed: "package" });
  for (let tick = 0; tick < 5; tick++) advance(here);
  const program = `
    import { advance, createRun, defaultParameters, stateHash } from "weakties";
    const run = createRun({ parameters: defaultParameters, seed: "package" });
    for (let tick = 0; tick < 5; tick++) advance(run);
    console.log(stateHash(run));`;
  writeFileSync(join(folder, "use.js"), program);
  expect(run(process.execPath, ["use.js"], folder)).toBe(stateHash(here));
});

test("the library's types are complete and catch wrong uses", () => {
  const compilerOptions = { module: "nodenext", target: "es2023", lib: ["es2023"], types: [], strict: true, noEmit: true };
  const check = (program: string) => {
    writeFileSync(join(folder, "use.ts"), program);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
    const compiler = resolve("node_modules/typescript/bin/tsc");
    return spawnSync(process.execPath, [compiler, "-p", folder, "--pretty", "false"], { encoding: "utf8" }).stdout;
  };
  const right =
    'import { createRun, defaultParameters, type Run } from "weakties";\nexport const run: Run = createRun({ parameters: defaultParameters, seed: "1" });\n';
  expect(check(right)).toBe("");
  expect(check(right.replace('seed: "1"', "seed: 1"))).toContain("use.ts(2,");
});

test("the package has the program, its license and its README, but no tests or build state", () => {
  const packed = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = packed.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(installed.length + 1)
      .replaceAll("\\", "/"),
  );
  const wanted = [
    "LICENSE",
    "README.md",
    "CITATION.cff",
    "package.json",
    "dist/sim/index.d.ts",
    "dist/cli/main.js",
    "dist/cli/licenses.md",
    "dist/page/index.html",
  ];
  expect(wanted.filter((path) => !paths.includes(path))).toEqual([]);
  const rooms = new Set(paths.filter((path) => path.startsWith("dist/")).map((path) => path.split("/")[1]));
  expect([...rooms].sort()).toEqual(["cli", "page", "sim"]);
  expect(paths.filter((path) => /\.(test\.|bench\.|tsbuildinfo)/.test(path))).toEqual([]);
});

test("every link in the package's documents leads to one of its files", () => {
  const documents = readDocuments(installed);
  expect(documents.map(({ path }) => path)).toEqual(expect.arrayContaining(["README.md", "docs/files.md", "examples/README.md"]));
  const dead = documents.flatMap((document) =>
    linkTargets(document)
      .map(({ target }) => target.split("#")[0] ?? "")
      .filter((file) => file !== "" && !/^[a-z][a-z+.-]*:/i.test(file))
      .filter((file) => !existsSync(join(installed, dirname(document.path), file)))
      .map((file) => `${document.path}: ${file}`),
  );
  expect(dead).toEqual([]);
});

test("publint reports nothing about the package", async () => {
  const { messages, pkg } = await publint({ pkgDir: installed, pack: false, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});
