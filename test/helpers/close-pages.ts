import { afterAll, afterEach } from "vitest";
import { disconnect } from "./browser.ts";
import { closePages, expectNoErrors } from "./open-page.ts";

// For each file with browser tests. The modules that open pages may be loaded only once for several files.

afterEach(expectNoErrors);

afterAll(async () => {
  await closePages();
  await disconnect();
});
