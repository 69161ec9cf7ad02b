import type { SwitchDefinition } from "./definition-types.ts";

const mechanism = (name: string, label: string, help: string, live = true) =>
  ({ kind: "switch", name, symbol: "", group: "mechanisms", label, help, default: true, live, source: "a control" }) as const;

/**
 * Every mechanism that can be turned off by name. Off is the neutral value of the parameters it lives on (`neutralWhenOff`),
 * or, where there is none, a question that its rule asks.
 */
export const switches = {
  expertiseSharing: mechanism("expertise_sharing", "Sharing expertise", "Way 1: shared expertise moves credibility."),
  respect: mechanism("respect", "Respect is seen", "Way 2: how one is treated moves reliability."),
  credentials: mechanism("credentials", "Credentials matter", "Off: everyone is treated alike, whatever the status."),
  bystanders: mechanism("bystanders", "Bystanders", "People also see how someone treats a third person."),
  disclosure: mechanism("disclosure", "Disclosure", "Way 4: what is shown of oneself moves intimacy."),
  attention: mechanism("attention", "Attention", "Way 5: attention moves self-orientation."),
  favors: mechanism("favors", "Favors", "Way 3: favors are asked, promised and kept or not."),
  blowingOff: mechanism("blowing_off", "Blowing off", "A promise on a weak tie is kept less often."),
  negativity: mechanism("negativity", "Negativity", "A broken promise costs more than a kept one earns."),
  thanks: mechanism("thanks", "Thanks", "A kept promise may be thanked for, which lifts the tie."),
  gossip: mechanism("gossip", "Gossip", "People talk about third persons."),
  trustChecks: mechanism("trust_checks", "Trust checks", "People ask around before they ask a favor or begin a tie."),
  followUp: mechanism("follow_up", "Follow-up", "Silent ties get a lean touch."),
  needs: mechanism("needs", "Needs", "People seek experts of other domains."),
  introductions: mechanism("introductions", "Introductions", "Contacts introduce people to each other."),
  meetings: mechanism("meetings", "Meetings", "People run into each other, in the circle or anywhere."),
  avoidance: mechanism("avoidance", "Avoidance", "Nobody plans to meet the distrusted."),
  news: mechanism("news", "News", "Items of news are born and passed on."),
  // Strength now is worked out from the last encounter on: fading that changed within a run would change what has been.
  fading: mechanism("fading", "Fading", "Silent ties lose strength.", false),
  forgetting: mechanism("forgetting", "Forgetting", "Ties that have faded away are forgotten."),
} as const satisfies Record<string, SwitchDefinition>;

export type SwitchKey = keyof typeof switches;

/** What a mechanism that is off puts in the place of its parameters; keys as in `definitions`. */
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
  introductions: { introductionRate: 0 }, // an expert who is sought is introduced only where the rule finds this switch on
  meetings: { circleMeetings: 0, chanceMeetings: 0 },
  avoidance: { avoidBelow: 0 },
  news: { newsRate: 0 },
  fading: { fadingRate: 0 },
  forgetting: { forgetBelow: 0 },
};
