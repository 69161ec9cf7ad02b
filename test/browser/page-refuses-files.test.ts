import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenPage } from "../helpers/browser.ts";
import { dropFiles } from "../helpers/drop-files.ts";
import { openPage } from "../helpers/open-page.ts";

let open: OpenPage;
let page: Page;

// One page for all: each test checks that its run continues.
beforeAll(async () => {
  open = await openPage({ run: { scenario: "conference" } });
  page = open.page;
});

afterAll(() => open.close());

describe("files that are refused", () => {
  test.each([
    ["an empty file", [{ name: "empty.csv", text: "" }], ["empty.csv: is empty"]],
    ["a binary file", [{ name: "photo.jpg", text: "\u0000\u0001\u0002" }], ["photo.jpg, line 1: contains the control character 0"]],
    [
      "an HTML page",
      [{ name: "page.html", text: "<html><script>document.title=1</script></html>" }],
      ["page.html: is XML, but neither GraphML nor GEXF"],
    ],
    [
      "every fault of two files at once",
      [
        { name: "ties.csv", text: "from,to\nAnn,\nBo,\n" },
        { name: "people.csv", text: "name,follow_through\nAnn,2\nAnn,1\n" },
      ],
      [
        "ties.csv, line 2",
        "ties.csv, line 3",
        "people.csv, line 2: follow_through must be a number from 0 to 1, got",
        'people.csv, line 3: duplicate name "Ann", already in line 2',
      ],
    ],
    [
      "two networks",
      [
        { name: "a.csv", text: "from,to\nAnn,Bo\n" },
        { name: "b.csv", text: "from,to\nAnn,Bo\n" },
      ],
      ["a.csv and b.csv: these are 2 networks; open one at a time"],
    ],
  ])("%s: refused with the reason, and the run continues", async (_, files, faults) => {
    await dropFiles(page, files);
    const alert = page.getByRole("alert");
    for (const line of faults) await alert.getByText(line).waitFor();
    await expectUntouched();
    await alert.getByRole("button", { name: "Close" }).click();
    expect(await alert.count()).toBe(0);
  });

  test("100 MB: refused before it is read", async () => {
    const transfer = await page.evaluateHandle(() => {
      const given = new DataTransfer();
      given.items.add(new File([new Uint8Array(100 * 2 ** 20)], "large.csv"));
      File.prototype.arrayBuffer = () => Promise.reject(new Error("it was read"));
      return given;
    });
    await page.dispatchEvent("main", "dragover", { dataTransfer: transfer });
    await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
    await page.getByRole("alert").getByText("large.csv: must be at most 64 MB, got 100 MB").waitFor();
    await expectUntouched();
  });

  /** The run that was open before still plays. */
  async function expectUntouched(): Promise<void> {
    const tick = page.locator("output.tick");
    const before = await tick.textContent();
    await expect.poll(() => tick.textContent()).not.toBe(before);
    expect(await page.getByLabel("Scenario").inputValue()).toBe("conference");
    expect(await page.title()).toBe("Weak Ties");
  }
});
