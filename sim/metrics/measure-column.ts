/** A column of measures as a reader meets it: in a CSV file, a chart, a table of the docs. */
export interface MeasureColumn {
  /** snake_case, as in the header of a file */
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** what it says, in a sentence or two */
  readonly description: string;
  /** the paper that defines it, or "definition" where nothing but this project does */
  readonly source: string;
}
