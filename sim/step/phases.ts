import type { Population } from "../population/population.ts";
import { comeAndGo } from "./come-and-go.ts";
import { commit } from "./commit.ts";
import { forgetTies } from "./forget-ties.ts";
import { formTies } from "./form-ties.ts";
import { plan } from "./plan.ts";
import { settlePromises } from "./settle-promises.ts";
import { updateNews } from "./update-news.ts";

type Phase = (population: Population) => void;

/** The first phases of a tick, in order. They are quick and always run as JavaScript. */
export const firstPhases: readonly Phase[] = [
  comeAndGo, // people leave, newcomers come, and people change circles
  updateNews, // old items go, new ones appear
];

/** The other phases, in order, by name. They take nearly all the time, so they also exist compiled (sim/compiled/). */
export const mainPhases: Readonly<Record<string, Phase>> = {
  settlePromises, // promises that are due are kept or broken
  plan, // all agents choose whom to meet, on the same state
  commit, // the encounters take place, one by one
  formTies, // strangers who met or were introduced may begin a tie
  forgetTies, // ties that have faded away are forgotten
};

/** All phases of a tick, in order. */
export const phases: readonly Phase[] = [...firstPhases, ...Object.values(mainPhases)];
