import type { Population } from "../population/population.ts";
import { commit } from "./commit.ts";
import { forgetTies } from "./forget-ties.ts";
import { formTies } from "./form-ties.ts";
import { news } from "./news.ts";
import { plan } from "./plan.ts";
import { promisesDue } from "./promises-due.ts";

/** The whole tick, in its order: read this list and you know the tick. */
export const phases: readonly ((population: Population) => void)[] = [
  news, // old items go, new ones are born
  promisesDue, // kept or broken
  plan, // everyone decides whom to meet, all on the same state
  commit, // the encounters, one after the other
  formTies, // strangers who met or were introduced
  forgetTies, // ties that have faded away
];
