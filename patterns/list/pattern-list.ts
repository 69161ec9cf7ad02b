import type { Pattern } from "../pattern.ts";
import { layers } from "./circles.ts";
import { contactThirds, silentNewTies, survival, topThree } from "./contact.ts";
import { credentials } from "./credentials.ts";
import { experts } from "./experts.ts";
import { followUp } from "./follow-up.ts";
import { closedPairs, localBridges, overlap, overlapOnFixedNetwork } from "./overlap.ts";
import { settled } from "./settled.ts";
import { conversion, strongAcross } from "./strong-ties.ts";

/** All patterns, in the order of the page. */
export const patternList: readonly Pattern[] = [
  strongAcross,
  conversion,
  overlap,
  overlapOnFixedNetwork,
  closedPairs,
  localBridges,
  topThree,
  silentNewTies,
  contactThirds,
  survival,
  layers,
  followUp,
  credentials,
  experts,
  settled,
];
