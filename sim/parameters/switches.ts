import type { SwitchDefinition } from "./definition-types.ts";

const mechanism = <const N extends string>(name: N, label: string, help: string, live = true) =>
  ({ kind: "switch", name, symbol: "", group: "mechanisms", label, help, default: true, live, source: "a control" }) as const;

/**
 * Every mechanism that can be turned off by name. Turning it off gives its parameters their neutral values (`neutralWhenOff`);
 * if there is no such value, the rule itself checks the switch.
 */
export const switches = {
  expertiseSharing: mechanism("expertise_sharing", "Sharing expertise", "Way 1: shared expertise moves credibility."),
  respect: mechanism("respect", "Respect is seen", "Way 2: how people are treated moves reliability."),
  credentials: mechanism("credentials", "Credentials matter", "If off, people treat everyone alike, whatever their status."),
  bystanders: mechanism("bystanders", "Bystanders", "People also see how someone treats a third person."),
  disclosure: mechanism("disclosure", "Disclosure", "Way 4: what people show of themselves moves intimacy."),
  attention: mechanism("attention", "Attention", "Way 5: attention moves self-orientation."),
  favors: mechanism("favors", "Favors", "Way 3: people ask for favors, promise them, and keep or break the promise."),
  blowingOff: mechanism("blowing_off", "Blowing off", "People keep promises less often if the tie is weak."),
  negativity: mechanism("negativity", "Negativity", "A broken promise costs more than a kept one earns."),
  thanks: mechanism("thanks", "Thanks", "People may thank others for a kept promise, which strengthens the tie."),
  gossip: mechanism("gossip", "Gossip", "People tell their contacts what they think of others."),
  trustChecks: mechanism("trust_checks", "Trust checks", "People ask around before they ask for a favor or begin a tie."),
  followUp: mechanism("follow_up", "Follow-up", "People send notes to contacts who have been silent."),
  needs: mechanism("needs", "Needs", "People seek experts in other domains."),
  reservedSide: mechanism(
    "reserved_side",
    "The reserved side decides",
    "Mutual trust is the lower of the two trust shares. If off, it is their harmonic mean.",
  ),
  evidenceFades: mechanism("evidence_fades", "Evidence fades", "Evidence counts less the longer two people have not met.", false),
  depth: mechanism(
    "depth",
    "Depth of encounters",
    "The more time two people spend together in a tick, the more an encounter changes.",
  ),
  risingRichness: mechanism(
    "rising_richness",
    "Richness rises with trust",
    "Across circles, people who trust each other call and visit. If off, they only write.",
  ),
  freshTies: mechanism("fresh_ties", "New ties are remembered", "People send follow-ups to those whom they have met just once."),
  meetingTogether: mechanism("meeting_together", "Meeting together", "A partner may bring a third person along."),
  firstEncounters: mechanism("first_encounters", "First encounters", "A new tie begins with an encounter."),
  newTies: mechanism(
    "new_ties",
    "New ties",
    "Strangers who meet or are introduced may begin a tie. If off, nobody gets to know anyone new.",
  ),
  peopleLeave: mechanism("people_leave", "People leave", "People leave, and newcomers take their places."),
  peopleMove: mechanism("people_move", "People change circles", "Two people of different circles swap circles."),
  introductions: mechanism("introductions", "Introductions", "Contacts introduce people to each other."),
  meetings: mechanism("meetings", "Meetings", "People run into each other, in the circle or anywhere."),
  avoidance: mechanism("avoidance", "Avoidance", "People do not plan to meet contacts whom they distrust."),
  news: mechanism("news", "News", "Items of news are born and passed on."),
  expertNews: mechanism(
    "expert_news",
    "Experts have news",
    "The more expertise people have, the more news begins with them. If off, news begins with anyone.",
  ),
  // Strength and evidence are computed from the last encounter on: a change during a run would change past silence as well.
  fading: mechanism("fading", "Fading", "Silent ties lose strength.", false),
  forgetting: mechanism("forgetting", "Forgetting", "Ties that have faded are forgotten."),
} as const satisfies Record<string, SwitchDefinition>;

export type SwitchKey = keyof typeof switches;

/** The values that replace the parameters of a mechanism that is off; keys as in `definitions`. */
export const neutralWhenOff: { readonly [key in SwitchKey]?: Readonly<Record<string, number>> } = {
  respect: { learnRespect: 0 },
  bystanders: { bystanderShare: 0 },
  attention: { learnAttention: 0 },
  blowingOff: { blowOff: 0 },
  negativity: { negativityFactor: 1 },
  gossip: { gossipRate: 0 },
  trustChecks: { checkContacts: 0 },
  followUp: { followUpInterval: Number.POSITIVE_INFINITY },
  needs: { needRate: 0 },
  introductions: { introductionRate: 0 }, // the rule checks the switch itself for introductions to a needed expert
  meetings: { meetingRate: 0 },
  risingRichness: { richFrom: Number.POSITIVE_INFINITY },
  evidenceFades: { memory: Number.POSITIVE_INFINITY },
  freshTies: { freshFor: 0 },
  meetingTogether: { threeRate: 0 },
  peopleLeave: { turnover: 0 },
  peopleMove: { moves: 0 },
  avoidance: { avoidBelow: 0 },
  news: { newsRate: 0 },
  fading: { fadingRate: 0 },
  forgetting: { forgetBelow: 0 },
};
