import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const citation = parse(readFileSync("CITATION.cff", "utf8"));
const codemeta = JSON.parse(readFileSync("codemeta.json", "utf8"));

test("CITATION.cff agrees with package.json", () => {
  expect({
    version: citation.version,
    license: citation.license,
    keywords: citation.keywords,
    authors: citation.authors,
  }).toEqual({
    version: manifest.version,
    license: manifest.license,
    keywords: manifest.keywords,
    authors: [{ name: manifest.author }],
  });
});

test("codemeta.json agrees with package.json", () => {
  expect(codemeta).toMatchObject({
    identifier: manifest.name,
    version: manifest.version,
    description: manifest.description,
    license: `https://spdx.org/licenses/${manifest.license}`,
    keywords: manifest.keywords,
    runtimePlatform: `Node.js ${manifest.engines.node}`,
    author: [{ "@type": "Organization", name: manifest.author }],
  });
});

test("neither names a person, a DOI or an address that does not exist", () => {
  for (const author of citation.authors) expect(Object.keys(author)).toEqual(["name"]);
  expect(Object.keys(citation)).not.toEqual(expect.arrayContaining(["doi"]));
  expect(codemeta).not.toHaveProperty("codeRepository");
});
