import type { FunctionComponent } from "preact";
import type { ChooseColumnsProps } from "./choose-columns.tsx";

/** The form that asks about columns. */
export type Chooser = FunctionComponent<ChooseColumnsProps>;

/** A question about the columns of files, as the form shows it. */
export interface Question {
  readonly Form: Chooser;
  readonly props: ChooseColumnsProps;
}
