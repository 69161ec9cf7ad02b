import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { anchorsOf, codeWords, type Document, linkTargets, proseOf, readDocuments } from "./helpers/read-documents.ts";

const documents = readDocuments();
const { scripts, name, exports } = JSON.parse(readFileSync("package.json", "utf8"));

/** Results of building and running, which may be missing. */
const made = /^(dist|runs|node_modules)\//;

/** What programs import: `weakties/study`. */
const subpaths = Object.keys(exports).map((subpath) => posix.join(name, subpath));

/** Looks like the path of a file or folder of the project: it has a slash, or the extension of a source or a document. */
function looksLikePath(word: string): boolean {
  return (
    /^(\.{1,2}\/)?[\w.-]+(\/[\w.-]+)*\/?$/.test(word) &&
    (word.includes("/") || /\.(ts|tsx|mjs|md|cff)$/.test(word)) &&
    !made.test(word)
  );
}

/** Paths are relative to the root of the project, to the document, or to the packages. */
function isThere(document: Document, path: string): boolean {
  return ["", posix.dirname(document.path), "node_modules"].some((folder) => existsSync(posix.join(folder, path)));
}

function deadPaths(document: Document): string[] {
  return codeWords(document)
    .filter(({ word }) => looksLikePath(word) && !subpaths.includes(word) && !isThere(document, word))
    .map(({ word, line }) => `${document.path}:${line}: ${word}`);
}

/** Links out of the project are not followed, because tests must run without a network. */
function deadLinks(document: Document, all: readonly Document[]): string[] {
  const dead = linkTargets(document).filter(({ target }) => {
    if (/^[a-z][a-z+.-]*:/i.test(target)) return false;
    const [file, anchor] = target.split("#");
    const path = file === "" ? document.path : posix.join(posix.dirname(document.path), decodeURIComponent(file));
    const there = all.find((one) => one.path === path);
    if (there === undefined && !existsSync(path)) return true;
    return anchor !== undefined && there !== undefined && !anchorsOf(there).has(decodeURIComponent(anchor));
  });
  return dead.map(({ target, line }) => `${document.path}:${line}: ${target}`);
}

/** Commands like `npm run x` without a script in package.json. */
function unknownScripts(document: Document): string[] {
  return codeWords(document).flatMap(({ word, line }) =>
    [...word.matchAll(/\bnpm (?:run )?([\w:-]+)/g)]
      .filter(([command, name]) => (command.startsWith("npm run ") || name === "test" || name === "start") && !(name in scripts))
      .map(([command]) => `${document.path}:${line}: ${command}`),
  );
}

describe("the documents of the project", () => {
  test("include the model, the architecture, the changelog and the contributing guide", () => {
    const expected = [
      "ARCHITECTURE.md",
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "docs/dependencies.md",
      "docs/glossary.md",
      "docs/model.md",
    ];
    expect(documents.map(({ path }) => path)).toEqual(expect.arrayContaining(expected));
  });

  test("link only to existing files and headings of the project", () => {
    expect(documents.flatMap((document) => deadLinks(document, documents))).toEqual([]);
  });

  test("name only existing files and folders in backticks", () => {
    expect(documents.flatMap(deadPaths)).toEqual([]);
  });

  test("name only npm scripts of package.json in backticks", () => {
    expect(documents.flatMap(unknownScripts)).toEqual([]);
  });
});

describe("the checks find", () => {
  const probe = (text: string): Document => ({ path: "docs/probe.md", text: proseOf(text) });

  test("a link to a missing file or heading", () => {
    const model = { path: "docs/model.md", text: "## Random numbers\n\n## 7 Submodels: a *list*\n" };
    const text =
      "[a](model.md#random-numbers) [b](model.md#7-submodels-a-list) [c](model.md#random)\n\n[d](no.md) ![e](../no.svg) [f](https://x.org/no.md)";
    expect(deadLinks(probe(text), [model])).toEqual([
      "docs/probe.md:1: model.md#random",
      "docs/probe.md:3: no.md",
      "docs/probe.md:3: ../no.svg",
    ]);
  });

  test("a heading of the same document and a reference link", () => {
    const document = probe("# One two\n\n[a](#one-two) [b](#two)\n\n[c]: no.md\n");
    expect(deadLinks(document, [document])).toEqual(["docs/probe.md:3: #two", "docs/probe.md:5: no.md"]);
  });

  test("a missing path, except in code blocks, and nothing that only resembles a path", () => {
    const text =
      "`sim/index.ts` `sim/step/` `sim/no.ts` `no.ts`\n\n```text\n`sim/none.ts`\n```\n\n`dist/sim/index.js` `a / b` `run.json` `<no/path>` `model.md`";
    expect(deadPaths(probe(text))).toEqual(["docs/probe.md:1: sim/no.ts", "docs/probe.md:1: no.ts"]);
  });

  test("a missing script", () => {
    expect(unknownScripts(probe("`npm test` `npm run check` `npm run no` `npm ci && npm run nor`"))).toEqual([
      "docs/probe.md:1: npm run no",
      "docs/probe.md:1: npm run nor",
    ]);
  });
});
