import type { Population } from "../population/population.ts";
import { comeAndGo } from "./come-and-go.ts";
import { commit } from "./commit.ts";
import { forgetTies } from "./forget-ties.ts";
import { formTies } from "./form-ties.ts";
import { plan } from "./plan.ts";
import { settlePromises } from "./settle-promises.ts";
import { updateNews } from "./update-news.ts";

/** The phases of a tick, in order. */
export const phases: readonly ((population: Population) => void)[] = [
  comeAndGo, // people leave, newcomers come, and people change circles
  updateNews, // old items go, new ones appear
  settlePromises, // promises that are due are kept or broken
  plan, // all agents choose whom to meet, on the same state
  commit, // the encounters take place, one by one
  formTies, // strangers who met or were introduced may begin a tie
  forgetTies, // ties that have faded away are forgotten
];
