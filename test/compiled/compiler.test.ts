import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Compiler } from "../../scripts/compile-rules/compiler.mjs";
import { MemoryLayout } from "../../scripts/compile-rules/memory-layout.mjs";
import { Modules } from "../../scripts/compile-rules/modules.mjs";
import { NotCompiled } from "../../scripts/compile-rules/scopes.mjs";

const folder = mkdtempSync(join(tmpdir(), "weakties-rules-"));

afterAll(() => rmSync(folder, { recursive: true }));

/** Compiles the function `rule` of a file with these lines. Returns its text. */
async function compile(name: string, lines: readonly string[]): Promise<string> {
  writeFileSync(join(folder, `${name}.ts`), `${lines.join("\n")}\n`);
  writeFileSync(join(folder, `${name}.js`), "");
  const modules = new Modules(folder, folder);
  const module = await modules.load(join(folder, `${name}.ts`));
  return new Compiler(modules, new MemoryLayout(modules)).compile([[module, "rule"]]).functions?.join("\n") ?? "";
}

test("a rule of numbers and loops is compiled", async () => {
  const lines = [
    "export function rule(a: number): number {",
    "  let sum = 0;",
    "  while (sum < a) sum += 2;",
    "  return sum;",
    "}",
  ];
  expect(await compile("known", lines)).toContain("(loop");
});

test.each([
  ["an-array", "for (const k of [1, 2]) a += k;", 'can\'t compile "[1, 2]" (expression)'],
  ["a-function", "a = Math.exp(a);", 'can\'t compile "Math.exp(a)" (Math.exp)'],
  ["a-name", "a = other;", 'can\'t compile "other" (unknown name other)'],
])("%s in a rule is refused with file, line, function and words", async (name, line, words) => {
  const refused = compile(name, ["// Größe, 弱い紐帯", "export function rule(a: number): void {", `  ${line}`, "}"]);
  await expect(refused).rejects.toThrow(NotCompiled);
  await expect(refused).rejects.toThrow(`${name}.ts, line 3, in rule: ${words}; write it as other rules do`);
});
