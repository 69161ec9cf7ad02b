import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What axe checks; by default the whole page, with all rules. */
export interface AxeOptions {
  /** a selector of the parts to check */
  readonly within?: string;
  readonly rules?: string[];
  /** whether the first rows of a table stand for all */
  readonly areRowsAlike?: boolean;
}

/** The faults that axe finds, one line each, with their place. */
export async function findAxeFaults(page: Page, { within, rules, areRowsAlike }: AxeOptions = {}): Promise<string[]> {
  // In its legacy mode, axe doesn't open a second page for each check. That page is only needed for frames of other sites.
  // Describing each element without a fault would take most of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"], preload: false });
  if (within !== undefined) axe.include(within);
  if (areRowsAlike === true) axe.exclude("tbody tr:nth-child(n + 10)");
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html}`));
}
