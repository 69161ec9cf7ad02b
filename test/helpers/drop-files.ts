import type { Page } from "playwright-core";

/** Drops files on the middle of the page. */
export async function dropFiles(page: Page, given: readonly { name: string; text: string }[]): Promise<void> {
  const dropped = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) transfer.items.add(new File([text], name));
    return transfer;
  }, given);
  await page.dispatchEvent("main", "dragenter", { dataTransfer: dropped });
  await page.dispatchEvent("main", "dragover", { dataTransfer: dropped });
  await page.getByText("Drop files here").waitFor();
  await page.dispatchEvent("main", "drop", { dataTransfer: dropped });
  await page.getByText("Drop files here").waitFor({ state: "hidden" });
}
