import { amountColor, GROUPS, STEPS } from "../colors.ts";

/** The colors a picture is drawn with, as they are on the page now. */
export interface Palette {
  readonly ink: string;
  readonly paper: string;
  readonly soft: string;
  readonly accent: string;
  readonly tie: string;
  readonly tieStrong: string;
  readonly bridge: string;
  readonly groups: readonly string[];
  readonly amounts: readonly string[];
  readonly font: string;
}

/** Read once, and again when the scheme of colors changes. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  return {
    ink: of("--ink"),
    paper: of("--paper"),
    soft: of("--soft"),
    accent: of("--accent"),
    tie: of("--tie"),
    tieStrong: of("--tie-strong"),
    bridge: of("--bridge"),
    groups: Array.from({ length: GROUPS }, (_, k) => of(`--group-${k}`)),
    amounts: Array.from({ length: STEPS }, (_, step) => amountColor(step, dark)),
    font: of("--sans") || "sans-serif",
  };
}
