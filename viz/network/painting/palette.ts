import { amountColor, GROUPS, STEPS } from "../colors.ts";

/** The colors of a picture, as the page has them in its current color scheme. */
export interface Palette {
  readonly ink: string;
  readonly paper: string;
  readonly tie: string;
  readonly tieStrong: string;
  readonly bridge: string;
  readonly groups: readonly string[];
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
    tie: read("--tie"),
    tieStrong: read("--tie-strong"),
    bridge: read("--bridge"),
    groups: Array.from({ length: GROUPS }, (_, group) => read(`--group-${group}`)),
    amounts: Array.from({ length: STEPS }, (_, step) => amountColor(step, isDark)),
    font: read("--sans") || "sans-serif",
  };
}
