import { beforeAll, describe, expect, test } from "vitest";
import { Workplace } from "../helpers/command-line.ts";
import { parseSource } from "../helpers/read-sources.ts";
import { messageSections, messagesPage } from "./catalogue.ts";
import type { Section } from "./example.ts";
import { findTemplates, isExampleOf } from "./templates.ts";
import { withoutExample } from "./without-example.ts";

const place = new Workplace();
const templates = findTemplates();
let sections: readonly Section[] = [];
let page = "";

beforeAll(async () => {
  sections = await messageSections(place);
  page = messagesPage(sections);
}, 300_000);

describe("docs/messages.md", () => {
  test("is what the program says now; `npm run messages` updates it", async () => {
    await expect(page).toMatchFileSnapshot("../../docs/messages.md");
  });

  test("has a message about every input", () => {
    const silent = sections.flatMap(({ examples }) => examples.filter(({ messages }) => messages.length === 0));
    expect(silent.map(({ input }) => input)).toEqual([]);
  });

  test("has an example of every message in the sources", () => {
    const missing = templates.filter((template) => !isExampleOf(template, page) && !hasReason(template.parts.join("…")));
    expect(missing.map(({ place, parts }) => `${place}: ${parts.join("…")}`)).toEqual([]);
  });

  test("leaves out only messages that the sources have and that no input provokes here", () => {
    const texts = templates.map((template) => ({ template, text: template.parts.join("…") }));
    const unused = withoutExample.filter(({ text }) => !texts.some((one) => one.text === text));
    const shown = texts.filter(({ template, text }) => hasReason(text) && isExampleOf(template, page));
    expect(unused.map(({ text }) => text)).toEqual([]);
    expect(shown.map(({ text }) => text)).toEqual([]);
  });
});

function hasReason(text: string): boolean {
  return withoutExample.some((one) => one.text === text);
}

describe("the search for messages", () => {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is source text
  const probe = parseSource(
    "formats/probe.ts",
    [
      "faults.add(3, `no agent is called ${name}`);",
      'problems.push(isEmpty ? "the file is empty" : `the file has ${n} lines`);',
      "throw new InputError([`cannot read ${file}`]);",
      'const TOO_LONG = "a line is too long";',
      "faults.stop(0, TOO_LONG);",
      "const check = (n) => (n > 9 ? `takes at most 9 of ${n}` : undefined);",
      'function explain() { return "it is a folder"; }',
      'notice.value = { kind: "done", lines: ["the picture is saved"] };',
      'throw new Error("no file was chosen");',
      'throw new RangeError("a mistake of the program");',
      'function unit() { return "of days"; }',
      'names.push("not a message");',
      'reader.add("one");',
    ].join("\n"),
  );
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: it is source text

  test("finds texts in calls, choices, lists, constants, returns and notices, and no others", () => {
    expect(findTemplates([probe]).map(({ parts }) => parts.join("…"))).toEqual([
      "no agent is called …",
      "the file is empty",
      "the file has … lines",
      "cannot read …",
      "a line is too long",
      "takes at most 9 of …",
      "it is a folder",
      "the picture is saved",
      "no file was chosen",
    ]);
  });

  test("a message that the page does not have is missed", () => {
    expect(findTemplates([probe]).filter((template) => isExampleOf(template, "    the file has 3 lines"))).toHaveLength(1);
  });
});
