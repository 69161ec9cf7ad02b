import type { Definition } from "../definition-types.ts";

/** Promises, word of mouth, new contacts and news. */
export const dealings = {
  favorRate: {
    kind: "number", name: "favor_rate", symbol: "p_fav", group: "promises", label: "Favors asked",
    help: "How often each agent asks for a favor in an encounter.",
    unit: "per encounter", default: 0.2, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  longestDue: {
    kind: "number", name: "longest_due", symbol: "D", group: "promises", label: "Longest time to keep a promise",
    help: "A promise is due after 1 to this many ticks.",
    unit: "ticks", default: 4, min: 1, max: 52, step: 1, whole: true, live: true, source: "choice",
  },
  blowOff: {
    kind: "number", name: "blow_off", symbol: "ω", group: "promises", label: "Easier to blow off a weak tie",
    help: "How much less often a promise is kept if the tie is weak.",
    unit: "share", default: 0.3, min: 0, max: 0.8, step: 0.01, live: true, source: "choice",
  },
  negativityFactor: {
    kind: "number", name: "negativity_factor", symbol: "ν", group: "promises", label: "Negativity of a broken promise",
    help: "A broken promise moves reliability this many times as far as a kept one does.",
    unit: "times", default: 3, min: 1, max: 6, step: 0.1, live: true, source: "Slovic 1993",
  },
  promiseEvidence: {
    kind: "number", name: "promise_evidence", symbol: "a_e", group: "promises", label: "Evidence of a promise",
    help: "Pieces of evidence that a kept or broken promise counts as; a unit of time counts as one.",
    unit: "pieces of evidence", default: 2, min: 0, max: 10, step: 1, whole: true, live: true, source: "choice",
  },
  reliedPayoff: {
    kind: "number", name: "relied_payoff", symbol: "a_ℓ", group: "promises", label: "Payoff of relying",
    help: "Payoff of relying on a promise that is kept.",
    unit: "payoff", default: 1, min: 0, max: 10, step: 0.1, live: true, source: "choice",
  },
  reliedLoss: {
    kind: "number", name: "relied_loss", symbol: "ℓ", group: "promises", label: "Loss when let down",
    help: "Payoff lost by relying on a promise that is broken.",
    unit: "payoff", default: 2, min: 0, max: 10, step: 0.1, live: true, source: "choice",
  },
  expertPayoff: {
    kind: "number", name: "expert_payoff", symbol: "a_ex", group: "promises", label: "Payoff of expert help",
    help: "Payoff of an agent with full expertise for keeping a promise to someone who needed an expert; less expertise earns less.",
    unit: "payoff", default: 1, min: 0, max: 10, step: 0.1, live: true, source: "choice; Blau 1955",
  },
  gossipRate: {
    kind: "number", name: "gossip_rate", symbol: "p_g", group: "word", label: "Gossip",
    help: "How often each agent talks about a third person in an encounter.",
    unit: "per encounter", default: 0.4, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  hearsay: {
    kind: "number", name: "hearsay", symbol: "λG", group: "word", label: "Weight of hearsay",
    help: "How far the word of a trusted contact moves beliefs about a third person.",
    unit: "rate", default: 0.5, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  gossipNegativity: {
    kind: "number", name: "gossip_negativity", symbol: "a_g", group: "word", label: "Weight of a bad word",
    help: "If the speaker distrusts the third person, hearsay counts this many times as much.",
    unit: "times", default: 1.5, min: 1, max: 4, step: 0.1, live: true, source: "choice",
  },
  bystanderShare: {
    kind: "number", name: "bystander_share", symbol: "p_by", group: "word", label: "Bystanders",
    help: "How often an agent judges its contact by how the contact treats a third person, rather than the agent itself.",
    unit: "share", default: 0.3, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  checkBelow: {
    kind: "number", name: "check_below", symbol: "θc", group: "word", label: "Trust check declines below",
    help: "An agent declines someone whom the contacts it asks trust less than this on average.",
    unit: "trust share", default: 0.45, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  checkContacts: {
    kind: "number", name: "check_contacts", symbol: "a_c", group: "word", label: "Contacts asked in a trust check",
    help: "Largest number of contacts that an agent asks in a trust check.",
    unit: "agents", default: 2, min: 0, max: 10, step: 1, whole: true, live: true, source: "choice",
  },
  checkEvidence: {
    kind: "number", name: "check_evidence", symbol: "e_c", group: "word", label: "Trust check below this evidence",
    help: "With less evidence than this about a contact, an agent makes a trust check before it asks for a favor.",
    unit: "pieces of evidence", default: 3, min: 0, max: 20, step: 1, live: true, source: "choice",
  },
  introductionRate: {
    kind: "number", name: "introduction_rate", symbol: "p_i", group: "meetings", label: "Introductions",
    help: "How often each agent may be introduced to someone in an encounter.",
    unit: "per encounter", default: 0.002, min: 0, max: 1, step: 0.001, live: true, source: "choice",
  },
  meetingRate: {
    kind: "number", name: "meeting_rate", symbol: "p_meet", group: "meetings", label: "Chance meetings",
    help: "How often an agent runs into someone, in its circle or anywhere.",
    unit: "per tick", default: 0.245, min: 0, max: 1, step: 0.005, live: true, source: "choice",
  },
  outsidePull: {
    kind: "number", name: "outside_pull", symbol: "κ_out", group: "meetings", label: "Pull of the world outside",
    help: "Chance meetings lead out of the circle half the time if an agent has this many circle-mates, and more often if it has fewer.",
    unit: "agents", default: 80, min: 0, max: 1000, step: 1, live: true, source: "choice; Blau 1977",
  },
  newStrength: {
    kind: "number", name: "new_strength", symbol: "w_new", group: "meetings", label: "Strength of a new tie",
    help: "First strength of a new tie.",
    unit: "strength", default: 0.1, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  newsRate: {
    kind: "number", name: "news_rate", symbol: "r_n", group: "news", label: "News",
    help: "Items of news born per agent and tick: 0.01 gives 8 per tick for 800 agents.",
    unit: "items per agent and tick", default: 0.01, min: 0, max: 1, step: 0.005, live: true, source: "choice",
  },
  newsLife: {
    kind: "number", name: "news_life", symbol: "L", group: "news", label: "Life of an item of news",
    help: "Number of ticks for which an item is news, including the tick in which it is born.",
    unit: "ticks", default: 12, min: 1, max: 520, step: 1, whole: true, live: true, source: "choice",
  },
} as const satisfies Record<string, Definition>;
