import type { ReportData } from "../study/report-data.ts";
import { type FigureFile, figureFile } from "./figures/figure-file.ts";
import { createPen } from "./figures/pen.ts";
import { drawReport } from "./report-html.ts";
import { analysisInPython } from "./scripts/analysis-python.ts";
import { analysisInR } from "./scripts/analysis-r.ts";

/** A report, and what stands beside it. */
export interface ReportFiles {
  readonly html: string;
  /** in the order of the report */
  readonly figures: readonly FigureFile[];
  /** programs that compute numbers again and redraw the first figure, by the name of their file */
  readonly scripts: Readonly<Record<"analysis.R" | "analysis.py", string>>;
}

export async function reportFiles(data: ReportData): Promise<ReportFiles> {
  const pen = await createPen();
  const html = drawReport(pen, data);
  const figures = pen.drawn.map((figure, at) => figureFile(figure, at + 1));
  const { experiment } = data;
  const hasFigure = figures.length > 0;
  return {
    html,
    figures,
    scripts: { "analysis.R": analysisInR(experiment, hasFigure), "analysis.py": analysisInPython(experiment, hasFigure) },
  };
}
