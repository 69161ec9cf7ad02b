import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { findChromium } from "../../scripts/find-chromium.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the Chromium of all test files listens; undefined without one. */
    chromium: string | undefined;
  }
}

/** No part of Chromium may need a screen, a sandbox that containers lack, or the network. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts one Chromium for all test files. Each page has a separate profile. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = await findChromium();
  const server = executablePath === undefined ? undefined : await chromium.launchServer({ executablePath, args: flags });
  project.provide("chromium", server?.wsEndpoint());
  return async () => server?.close();
}
