import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { FigureFile } from "../../../report/figures/figure-file.ts";
import { clearAsides, replaceFile } from "../../files/replace-file.ts";
import { writing } from "../../files/write-error.ts";
import type { DerivedFile } from "./derived-file.ts";

export const FIGURES = "figures";

/** Writes each figure and its data to a folder beside the report, and removes those of an earlier report that it no longer has. */
export function writeFigures(path: string, figures: readonly FigureFile[]): DerivedFile {
  const folder = join(path, FIGURES);
  writing(FIGURES, () => mkdirSync(folder, { recursive: true }));
  const written = new Map<string, number>();
  for (const { name, svg, csv } of figures)
    for (const [file, text] of [
      [`${name}.svg`, svg],
      [`${name}.csv`, csv],
    ] as const)
      written.set(file, replaceFile(join(folder, file), text));
  clearAsides(folder);
  for (const file of readdirSync(folder))
    if (/^figure-\d+\.(svg|csv)$/.test(file) && !written.has(file)) writing(file, () => rmSync(join(folder, file)));
  return { name: `${FIGURES}/`, bytes: [...written.values()].reduce((sum, bytes) => sum + bytes, 0) };
}
