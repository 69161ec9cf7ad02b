import { amountColor, GROUPS, STEPS } from "../colors.ts";
import { TRUST_STEPS } from "../trust-scale.ts";

/** The colors of a picture, as the page has them in its current color scheme. */
export interface Palette {
  readonly ink: string;
  readonly paper: string;
  /** of words that stand back */
  readonly soft: string;
  /** of what stands back */
  readonly rule: string;
  readonly groups: readonly string[];
  /** by step of trust */
  readonly trust: readonly string[];
  readonly amounts: readonly string[];
  readonly font: string;
}

/** Reads the page's colors; to be read again when the color scheme changes. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  return {
    ink: read("--ink"),
    paper: read("--paper"),
    soft: read("--soft"),
    rule: read("--unchanged"),
    groups: Array.from({ length: GROUPS }, (_, group) => read(`--group-${group}`)),
    trust: Array.from({ length: TRUST_STEPS }, (_, step) => read(`--trust-${step}`)),
    amounts: Array.from({ length: STEPS }, (_, step) => amountColor(step, isDark)),
    font: read("--sans") || "sans-serif",
  };
}
