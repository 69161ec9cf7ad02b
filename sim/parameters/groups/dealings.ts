import type { Definition } from "../definition-types.ts";

/** Promises, word of mouth, new contacts and news. */
export const dealings = {
  favorRate: {
    kind: "number", name: "favor_rate", symbol: "p_fav", group: "promises", label: "Favors asked",
    help: "How often each side of an encounter asks for a favor.",
    unit: "per encounter", default: 0.2, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  longestDue: {
    kind: "number", name: "longest_due", symbol: "D", group: "promises", label: "Longest time to keep a promise",
    help: "A promise falls due 1 to this many ticks later.",
    unit: "ticks", default: 4, min: 1, max: 52, step: 1, whole: true, live: true, source: "choice",
  },
  blowOff: {
    kind: "number", name: "blow_off", symbol: "ω", group: "promises", label: "Easier to blow off a weak tie",
    help: "How much less often a promise is kept where the tie is weak.",
    unit: "share", default: 0.3, min: 0, max: 0.8, step: 0.01, live: true, source: "choice",
  },
  negativityFactor: {
    kind: "number", name: "negativity_factor", symbol: "ν", group: "promises", label: "Negativity of a broken promise",
    help: "How many times more a broken promise moves reliability than a kept one.",
    unit: "times", default: 3, min: 1, max: 6, step: 0.1, live: true, source: "Slovic 1993",
  },
  promiseEvidence: {
    kind: "number", name: "promise_evidence", symbol: "a_e", group: "promises", label: "Evidence of a promise",
    help: "Pieces of evidence that a promise kept or broken counts for; an encounter counts for one.",
    unit: "pieces of evidence", default: 2, min: 0, max: 10, step: 1, whole: true, live: true, source: "choice",
  },
  reliedPayoff: {
    kind: "number", name: "relied_payoff", symbol: "a_ℓ", group: "promises", label: "Payoff of relying",
    help: "What is gained when one relied on a promise and it was kept.",
    unit: "payoff", default: 1, min: 0, max: 10, step: 0.1, live: true, source: "choice",
  },
  reliedLoss: {
    kind: "number", name: "relied_loss", symbol: "ℓ", group: "promises", label: "Loss when let down",
    help: "What is lost when one relied on a promise and it was broken.",
    unit: "payoff", default: 2, min: 0, max: 10, step: 0.1, live: true, source: "choice",
  },
  gossipRate: {
    kind: "number", name: "gossip_rate", symbol: "p_g", group: "word", label: "Gossip",
    help: "How often each side of an encounter talks about a third person.",
    unit: "per encounter", default: 0.4, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  hearsay: {
    kind: "number", name: "hearsay", symbol: "λG", group: "word", label: "Weight of hearsay",
    help: "How far a trusted word about a third person moves what is believed.",
    unit: "rate", default: 0.5, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  gossipNegativity: {
    kind: "number", name: "gossip_negativity", symbol: "a_g", group: "word", label: "Bad word weighs more",
    help: "How many times more a word from someone who distrusts counts.",
    unit: "times", default: 1.5, min: 1, max: 4, step: 0.1, live: true, source: "choice",
  },
  bystanderShare: {
    kind: "number", name: "bystander_share", symbol: "p_by", group: "word", label: "Bystanders",
    help: "How often what is seen of someone's respect is how a third person is treated.",
    unit: "share", default: 0.3, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  checkBelow: {
    kind: "number", name: "check_below", symbol: "θc", group: "word", label: "Trust check declines below",
    help: "A trust check comes out against someone whom those asked trust less than this.",
    unit: "trust share", default: 0.45, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  checkContacts: {
    kind: "number", name: "check_contacts", symbol: "a_c", group: "word", label: "Asked in a trust check",
    help: "How many of one's contacts are asked at most.",
    unit: "agents", default: 2, min: 0, max: 10, step: 1, whole: true, live: true, source: "choice",
  },
  checkEvidence: {
    kind: "number", name: "check_evidence", symbol: "e_c", group: "word", label: "Checked below this evidence",
    help: "Someone known by less evidence than this is checked before a favor is asked.",
    unit: "pieces of evidence", default: 3, min: 0, max: 20, step: 1, live: true, source: "choice",
  },
  introductionRate: {
    kind: "number", name: "introduction_rate", symbol: "p_i", group: "meetings", label: "Introductions",
    help: "How often each side of an encounter may be introduced to someone.",
    unit: "per encounter", default: 0.015, min: 0, max: 1, step: 0.005, live: true, source: "choice",
  },
  circleMeetings: {
    kind: "number", name: "circle_meetings", symbol: "p_foc", group: "meetings", label: "Meetings in the circle",
    help: "How often an agent runs into someone of its circle.",
    unit: "per tick", default: 0.2, min: 0, max: 1, step: 0.01, live: true, source: "choice; Feld 1981",
  },
  chanceMeetings: {
    kind: "number", name: "chance_meetings", symbol: "p_glob", group: "meetings", label: "Meetings anywhere",
    help: "How often an agent runs into anyone at all.",
    unit: "per tick", default: 0.02, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  newStrength: {
    kind: "number", name: "new_strength", symbol: "w_new", group: "meetings", label: "Strength of a new tie",
    help: "Strength with which a new tie begins.",
    unit: "strength", default: 0.1, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  newsRate: {
    kind: "number", name: "news_rate", symbol: "r_n", group: "news", label: "News",
    help: "Items of news born in a tick, for each agent: 0.01 is 2 for 200 agents.",
    unit: "items per agent and tick", default: 0.01, min: 0, max: 1, step: 0.005, live: true, source: "choice",
  },
  newsLife: {
    kind: "number", name: "news_life", symbol: "L", group: "news", label: "Life of an item of news",
    help: "For how many ticks an item is news, the one it is born in included.",
    unit: "ticks", default: 12, min: 1, max: 520, step: 1, whole: true, live: true, source: "choice",
  },
} as const satisfies Record<string, Definition>;
