/** Describes a measure for readers of CSV files, charts and docs. */
export interface MeasureColumn {
  /** name in snake_case, as in the header of a file */
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** what it measures, in a sentence or two */
  readonly description: string;
  /** the paper that defines it, or "definition" if only this project defines it */
  readonly source: string;
}
