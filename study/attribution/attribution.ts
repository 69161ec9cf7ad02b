import type { Estimate } from "../statistics/estimate.ts";

/** What causes bring together, and what each one brings, over replicates. */
export interface Attribution {
  /** with all causes minus without any */
  readonly total: Estimate;
  /** in the order of the experiment */
  readonly causes: readonly CauseShare[];
}

/** What a cause brings. */
export interface CauseShare {
  /** Shapley value: the mean change that the cause makes, over all orders in which causes can be added. The values add up to the total */
  readonly contribution: Estimate;
  /** contribution divided by the total. No interval if the total cannot be told from 0 */
  readonly share: Estimate;
  /** the change that it makes where no other cause is on */
  readonly alone: Estimate;
  /** the change that it makes where all others are on */
  readonly last: Estimate;
}

/** By outcome and arm. */
export type Attributions = readonly (readonly Attribution[])[];
