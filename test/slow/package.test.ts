import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { advance, createRun, defaultParameters, stateHash } from "../../sim/index.ts";
import { linkTargets, readDocuments } from "../helpers/read-documents.ts";

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
  const here = createRun({ parameters: { ...defaultParameters, gossip: false, blowOff: 0.3 }, seed: "package" });
  for (let tick = 0; tick < 5; tick++) advance(here);
  const program = `
    import { advance, createRun, stateHash } from "weakties";
    const run = createRun({ parameters: { gossip: "off", blow_off: 0.3 }, seed: "package" });
    advance(run, 5);
    console.log(stateHash(run));`;
  writeFileSync(join(folder, "use.js"), program);
  expect(run(process.execPath, ["use.js"], folder)).toBe(stateHash(here));
});

/** The first type errors of a program; empty if it has none. */
function checkTypes(program: string): string {
  const compilerOptions = { module: "nodenext", target: "es2023", lib: ["es2023"], types: [], strict: true, noEmit: true };
  writeFileSync(join(folder, "use.ts"), program);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
  const compiler = resolve("node_modules/typescript/bin/tsc");
  return spawnSync(process.execPath, [compiler, "-p", folder, "--pretty", "false"], { encoding: "utf8" }).stdout;
}

describe("the library's types", () => {
  const right = [
    'import { type Change, createRun, intervene, runSeries } from "weakties";',
    'import { readPeople } from "weakties/formats";',
    'import { networkMeasures } from "weakties/measures";',
    'import { createExperiment, performRun } from "weakties/study";',
    "const change: Change = { set: { blow_off: 0.3 }, until: 9 };",
    'const run = createRun({ scenario: "no_gossip", parameters: { gossip: "off", follow_up_interval: "never" }, seed: 1 });',
    'intervene(run, { set_traits: { follow_through: 1 }, agents: "all" });',
    "export const trust: number[] = runSeries(run, 26).map((row) => row.mean_trust_share);",
    "export { change, createExperiment, networkMeasures, performRun, readPeople };",
  ].join("\n");

  test("are complete: they need neither Node, a DOM nor another package", () => {
    expect(checkTypes(right)).toBe("");
  });

  test.each([
    ["a parameter that doesn't exist", "blow_off: 0.3", "blow_of: 0.3", 5],
    ["a word for a number", "blow_off: 0.3", 'blow_off: "high"', 5],
    ["an unknown scenario", '"no_gossip"', '"no_gosip"', 6],
    ["a number for a switch", 'gossip: "off"', "gossip: 2", 6],
    ["never, where it has no meaning", 'gossip: "off"', 'blow_off: "never"', 6],
    ["a trait that doesn't exist", "follow_through: 1", "follow_trough: 1", 7],
    ["a change of traits without its agents", ', agents: "all" }', " }", 7],
    ["a measure that doesn't exist", "row.mean_trust_share", "row.mean_trust", 8],
  ])("catch %s", (_, from, to, line) => {
    expect(right).toContain(from);
    expect(checkTypes(right.replace(from, to))).toContain(`use.ts(${line},`);
  });
});

test("what the package doesn't export cannot be imported", () => {
  const program = `
    const tried = ["weakties/dist/lib/index.js", "weakties/sim", "weakties/dist/cli/main.js"];
    for (const name of tried) await import(name).then(() => console.log(name), (error) => console.log(error.code));`;
  writeFileSync(join(folder, "use.js"), program);
  expect(new Set(run(process.execPath, ["use.js"], folder).split("\n"))).toEqual(new Set(["ERR_PACKAGE_PATH_NOT_EXPORTED"]));
});

describe("the examples of docs/library.md run from the package and print what the page shows", () => {
  const page = readFileSync("docs/library.md", "utf8");
  const withCode = page.split("\n## ").flatMap((section) => {
    const [, code = "", output = ""] = /```js\n(.*?)^```\n\n```text\n(.*?)^```$/ms.exec(section) ?? [];
    return code === "" ? [] : [[section.split("\n", 1)[0], code, output] as const];
  });

  test("there are five", () => {
    expect(withCode).toHaveLength(5);
    expect(page.match(/^```js$/gm)).toHaveLength(5);
  });

  test.each(withCode)("%s", (_, code, output) => {
    writeFileSync(join(folder, "use.js"), code);
    expect(run(process.execPath, ["use.js"], folder)).toBe(output.trim());
  });
});

/** The code of a program with the library in it. */
async function bundle(program: string): Promise<string> {
  writeFileSync(join(folder, "use.js"), program);
  const built = (await build({
    configFile: false,
    root: folder,
    logLevel: "silent",
    build: { write: false, minify: false, rolldownOptions: { input: join(folder, "use.js"), preserveEntrySignatures: "strict" } },
  })) as Rolldown.RolldownOutput;
  return built.output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
}

describe("in a program's bundle", () => {
  test("a library of which nothing is used takes no room", async () => {
    expect((await bundle('import "weakties"; import "weakties/study"; import "weakties/formats";')).trim()).toBe("");
  });

  test("one measure brings neither the model nor the readers of files", async () => {
    const code = await bundle('export { gini } from "weakties/measures";');
    expect(code).toContain("weighted / (count * sum)");
    expect(code.match(/function (createRun|commit|readYaml|readNetwork)\b/g)).toBeNull();
  });

  test("a run brings neither d3, Plot, a DOM, YAML nor Node", async () => {
    const code = await bundle('export { createRun, runSeries } from "weakties";');
    expect(code).toContain("function createRun");
    expect(code.match(/\bdocument\.|from "node:|require\(|YAML|xmlns|class .*Parser\b/g)).toBeNull();
  });
});

test("the package has the library, the command, its license and its README, but no page, tests or build state", () => {
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
    "dist/lib/index.js",
    "dist/lib/licenses.md",
    "dist/cli/main.js",
    "dist/cli/licenses.md",
    "dist/shared/step-code.js",
    "docs/library.md",
  ];
  expect(wanted.filter((path) => !paths.includes(path))).toEqual([]);
  const rooms = new Set(paths.filter((path) => path.startsWith("dist/")).map((path) => path.split("/")[1]));
  expect([...rooms].sort()).toEqual(["cli", "lib", "shared"]);
  expect(paths.filter((path) => /\.(test\.|bench\.|tsbuildinfo|map$|(png|svg)$)/.test(path))).toEqual([]);
});

test("the library is less than 330 kB, and the package less than 1 MB", () => {
  const library = ["dist/lib", "dist/shared"].flatMap((part) =>
    readdirSync(join(installed, part), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  );
  const texts = library.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  expect(gzipSync(Buffer.concat(texts)).length).toBeLessThan(330_000);
  expect(statSync(join(folder, `weakties-${version}.tgz`)).size).toBeLessThan(1_000_000);
});

test("a user of the library installs only what the library and the threads of the command need", () => {
  const { dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  expect(Object.keys(dependencies)).toEqual(["piscina", "seedrandom"]);
});

test("every link in the package's documents leads to one of its files", () => {
  const documents = readDocuments(installed);
  expect(documents.map(({ path }) => path)).toEqual(expect.arrayContaining(["README.md", "docs/files.md", "examples/README.md"]));
  const dead = documents.flatMap((document) =>
    linkTargets(document)
      .map(({ target }) => target.split("#")[0] ?? "")
      .filter((file) => file !== "" && !/^[a-z][a-z+.-]*:/i.test(file))
      // Pictures would double the package. The others are for those who change the program, and clone it.
      .filter((file) => !/\.(png|svg)$|(messages|dependencies|ARCHITECTURE|CONTRIBUTING|bench\/README)\.md$|decisions\//.test(file))
      .filter((file) => !existsSync(join(installed, dirname(document.path), file)))
      .map((file) => `${document.path}: ${file}`),
  );
  expect(dead).toEqual([]);
});

test("the compiled phases are in the package once", () => {
  const code = /code: "([^"]{60})/.exec(readFileSync(join(installed, "dist/shared/step-code.js"), "utf8"))?.[1] as string;
  const scripts = readdirSync(join(installed, "dist"), { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".js"),
  );
  expect(scripts.filter((path) => readFileSync(join(installed, "dist", path), "utf8").includes(code))).toEqual([
    join("shared", "step-code.js"),
  ]);
});

test("publint reports nothing about the package", async () => {
  const { messages, pkg } = await publint({ pkgDir: installed, pack: false, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});
