import { describe, expect, test } from "vitest";
import { safeName } from "../../../batch/files/safe-name.ts";

describe("a text as part of a folder's name", () => {
  test.each(["1973", "default", "run_2.b-C", "..a"])("%s stays as it is", (text) => {
    expect(safeName(text)).toBe(text);
  });

  // The digits are those of `printf %s TEXT | sha256sum`.
  test.each([
    ["a b", "a_b-c8687a08"],
    ["../x", ".._x-d6b96a97"],
    ["", "-e3b0c442"],
    ["a.", "a_-5ab640fa"],
    ["a".repeat(41), `${"a".repeat(40)}-c0f8bd4d`],
  ])("%j becomes %s", (text, safe) => {
    expect(safeName(text)).toBe(safe);
  });

  test("two texts that would become the same do not", () => {
    expect(safeName("a b")).not.toBe(safeName("a/b"));
    expect(safeName("a b")).not.toBe(safeName("a_b"));
  });
});
