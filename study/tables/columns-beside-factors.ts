import { runTableNames } from "../run-tables.ts";
import { runTableColumnsOf, seriesColumns } from "./runs-table.ts";
import { seriesSummaryColumns } from "./series-summary-table.ts";
import { summaryColumns } from "./summary-table.ts";

const none = { factors: [] };

/** The columns of tables that also have a column for each factor, which must have another name. */
export const columnsBesideFactors: readonly string[] = [
  ...new Set([
    ...seriesColumns(none),
    ...runTableNames.flatMap((name) => runTableColumnsOf(none, name)),
    ...summaryColumns(none),
    ...seriesSummaryColumns(none),
  ]),
];
