import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { asMarkup, html, join, prose } from "../../report/markup.ts";

describe("html", () => {
  test("escapes text between tags and in attributes", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "`", "a", "/", " ", ";", "\n") }), (text) => {
        const { document } = parseHTML(html`<main title="${text}">${text}</main>`.markup);
        const main = document.querySelector("main");
        expect(main?.textContent).toBe(text);
        expect(main?.getAttribute("title")).toBe(text);
        expect(main?.children).toHaveLength(0);
      }),
    );
  });

  test("keeps markup, joins lists, and prints nothing for undefined", () => {
    const parts = ["<", html`<i>${"<"}</i>`, 3, undefined, asMarkup("<br>")];
    expect(html`<p>${parts}${undefined}</p>`.markup).toBe("<p>&lt;<i>&lt;</i>3<br></p>");
  });

  test("turns names in backticks into code and escapes them", () => {
    expect(html`${prose("Below `strong_from`, not `<b>`.")}`.markup).toBe(
      "Below <code>strong_from</code>, not <code>&lt;b&gt;</code>.",
    );
  });

  test("puts the separator between pieces only", () => {
    expect(html`${join(["a", html`<i>b</i>`, "c"], ", ")}`.markup).toBe("a, <i>b</i>, c");
    expect(html`${join([], ", ")}`.markup).toBe("");
  });
});
