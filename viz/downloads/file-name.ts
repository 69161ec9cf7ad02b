/** Characters of a part that are kept. */
const LONGEST = 40;

/**
 * The name under which a file of a run is saved: `weakties-default-1973-tick260-series.csv`.
 *
 * @param about the scenario, or the file the people are from
 * @param file as the command line calls it: `series.csv`
 */
export function fileName(about: string, seed: string, tick: number, file: string): string {
  return ["weakties", safe(about), safe(seed), `tick${tick}`, file].filter((part) => part !== "").join("-");
}

/** A text as part of a file's name that every system takes: letters and digits of ASCII, `.`, `_` and `-` stay, all else becomes `_`. */
function safe(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, "_").slice(0, LONGEST);
}
