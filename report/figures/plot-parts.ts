import { areaY, cell, dot, gridX, gridY, lineY, link, plot, ruleX, ruleY, scale, text } from "@observablehq/plot";

/** The parts of Observable Plot that the figures use. Imported as a whole, the library would bring the others into the bundle. */
export const plotParts = { areaY, cell, dot, gridX, gridY, lineY, link, plot, ruleX, ruleY, scale, text };
