import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * The faults that axe finds, one line each, with their place.
 *
 * @param within a selector of the parts to check; the whole page by default
 */
export async function findAxeFaults(page: Page, within?: string): Promise<string[]> {
  // In its legacy mode, axe doesn't open a second page for each check. That page is only needed for frames of other sites.
  // Describing each element without a fault would take most of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"], preload: false });
  if (within !== undefined) axe.include(within);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html}`));
}
