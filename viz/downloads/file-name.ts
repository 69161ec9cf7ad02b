/** Characters kept of a scenario, a file name or a seed. */
const LONGEST_PART = 40;

/**
 * The name under which the browser saves a file of a run: `weakties-default-1973-tick260-series.csv`.
 *
 * @param about the scenario, or the file that the people come from
 * @param file the name on the command line: `series.csv`
 */
export function fileName(about: string, seed: string, tick: number, file: string): string {
  return ["weakties", safePart(about), safePart(seed), `tick${tick}`, file].filter((part) => part !== "").join("-");
}

/** Replaces every run of characters that some system forbids in a file name; ASCII letters, digits, `.`, `_` and `-` stay. */
function safePart(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, "_").slice(0, LONGEST_PART);
}
