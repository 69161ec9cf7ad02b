import type { Definition } from "../definition-types.ts";

/** How ties gain strength, fade and are forgotten, and whom agents plan to meet. */
export const ties = {
  encounterGain: {
    kind: "number", name: "encounter_gain", symbol: "α", group: "strength", label: "Gain from an encounter",
    help: "How far a rich encounter moves a tie's strength toward mutual trust.",
    unit: "rate", default: 0.36, min: 0, max: 1, step: 0.01, live: true,
    source: "calibrated to layers of 5, 15 and 50 contacts (Dunbar 1998)",
  },
  keptPromiseGain: {
    kind: "number", name: "kept_promise_gain", symbol: "a_k", group: "strength", label: "Gain from a kept promise",
    help: "How far a kept promise moves a tie's strength, as a share of the gain from an encounter.",
    unit: "share", default: 0.5, min: 0, max: 1, step: 0.05, live: true, source: "choice",
  },
  thanksStep: {
    kind: "number", name: "thanks_step", symbol: "γ", group: "strength", label: "Gain from thanks",
    help: "How much thanks strengthen a tie, in proportion to mutual trust.",
    unit: "rate", default: 0.1, min: 0, max: 0.3, step: 0.01, live: true, source: "choice",
  },
  thanksSelfOrientation: {
    kind: "number", name: "thanks_self_orientation", symbol: "a_h", group: "strength", label: "Thanks show regard",
    help: "How far thanks lower self-orientation, as a share of its learning rate.",
    unit: "share", default: 0.5, min: 0, max: 1, step: 0.05, live: true, source: "choice",
  },
  fadingRate: {
    kind: "number", name: "fading_rate", symbol: "δ", group: "strength", label: "Fading",
    help: "How fast a silent tie fades: without protection, it has half its strength after 1/δ ticks.",
    unit: "per tick", default: 0.08, min: 0, max: 0.25, step: 0.001, live: false,
    source: "calibrated to layers of 5, 15 and 50 contacts (Dunbar 1998)",
  },
  fadingProtection: {
    kind: "number", name: "fading_protection", symbol: "λ", group: "strength", label: "Protection of strong ties",
    help: "How much more slowly a strong tie fades.",
    unit: "share", default: 0.7, min: 0, max: 0.95, step: 0.01, live: false,
    source: "calibrated to layers of 5, 15 and 50 contacts (Dunbar 1998)",
  },
  forgetBelow: {
    kind: "number", name: "forget_below", symbol: "θf", group: "strength", label: "Forgotten below",
    help: "A tie weaker than this is forgotten, together with its beliefs.",
    unit: "strength", default: 0.025, min: 0, max: 0.1, step: 0.001, live: true, source: "choice: half of what makes a tie active",
  },
  budget: {
    kind: "number", name: "budget", symbol: "A", group: "planning", label: "Time for others",
    help: "Units of time for others in a tick. An agent has this value times (a_n + its initiative), times its sociality.",
    unit: "units of time per tick", default: 6, min: 0, max: 40, step: 0.5, live: true,
    source: "calibrated to layers of 5, 15 and 50 contacts (Dunbar 1998)",
  },
  budgetBase: {
    kind: "number", name: "budget_base", symbol: "a_n", group: "planning", label: "Time without initiative",
    help: "Share of the time for others that an agent without initiative has.",
    unit: "share", default: 0.5, min: 0, max: 1, step: 0.05, live: true, source: "choice",
  },
  richnessRich: {
    kind: "number", name: "richness_rich", symbol: "ρ_rich", group: "planning", label: "Richness of a visit",
    help: "How much a rich encounter conveys: face to face is near 1. Encounters within a circle are rich, and across circles if the two trust each other.",
    unit: "richness", default: 0.9, min: 0.05, max: 1, step: 0.01, live: true, source: "choice; Daft and Lengel 1986; Bos et al. 2002",
  },
  richnessLean: {
    kind: "number", name: "richness_lean", symbol: "ρ_lean", group: "planning", label: "Richness of a message",
    help: "How much a lean encounter conveys: a note or a message. Follow-ups are lean, and encounters across circles if the two trust each other little.",
    unit: "richness", default: 0.22, min: 0.05, max: 1, step: 0.01, live: true, source: "choice; Daft and Lengel 1986; Bos et al. 2002",
  },
  leanBelow: {
    kind: "number", name: "lean_below", symbol: "τ_lean", group: "planning", label: "Messages up to this trust",
    help: "Up to this mutual trust, encounters across circles are as lean as a message.",
    unit: "trust share", default: 0.35, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  richFrom: {
    kind: "number", name: "rich_from", symbol: "τ_rich", group: "planning", label: "Visits from this trust",
    help: "From this mutual trust, encounters across circles are as rich as a visit.",
    unit: "trust share", default: 0.7, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  followUpInterval: {
    kind: "number", name: "follow_up_interval", symbol: "F", group: "planning", label: "Follow-up interval",
    help: "A tie that has been silent for this long may get a follow-up.",
    unit: "ticks", default: 13, min: 1, max: 520, step: 1, whole: true, never: true, live: true,
    source: "the article's readers: not weekly, but every few months",
  },
  needRate: {
    kind: "number", name: "need_rate", symbol: "p_need", group: "planning", label: "Needs",
    help: "How often an agent needs an expert in another domain.",
    unit: "per tick", default: 0.15, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  avoidBelow: {
    kind: "number", name: "avoid_below", symbol: "θa", group: "planning", label: "Avoided below",
    help: "Agents do not plan to meet contacts whom they trust less than this.",
    unit: "trust share", default: 0.3, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  trustInChoice: {
    kind: "number", name: "trust_in_choice", symbol: "k", group: "planning", label: "Trust in the choice of partner",
    help: "How much trust decides with whom agents spend their time: a partner is drawn by familiarity times trust to this power.",
    unit: "power", default: 3, min: 0, max: 6, step: 1, whole: true, live: true, source: "choice; Kumpula et al. 2007",
  },
  threeRate: {
    kind: "number", name: "three_rate", symbol: "p_3", group: "planning", label: "Time for three",
    help: "How often the partner brings a third person along. If all three know each other, all three pairs spend the time together.",
    unit: "per unit of time", default: 0.15, min: 0, max: 1, step: 0.01, live: true, source: "choice; Feld 1981; Kumpula et al. 2007",
  },
  freshFor: {
    kind: "number", name: "fresh_for", symbol: "F_0", group: "planning", label: "New ties remembered",
    help: "An agent with initiative may send a follow-up to someone it has met just once, up to this many ticks ago. 0: never.",
    unit: "ticks", default: 4, min: 0, max: 52, step: 1, whole: true, live: true, source: "the article's readers: no trust without a follow-up",
  },
  activeFrom: {
    kind: "number", name: "active_from", symbol: "θw", group: "cuts", label: "Active from",
    help: "Ties of at least this strength are active. Active ties that are not strong are weak.",
    unit: "strength", default: 0.05, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  strongFrom: {
    kind: "number", name: "strong_from", symbol: "θs", group: "cuts", label: "Strong from",
    help: "Ties of at least this strength are strong. A strong tie is always active too.",
    unit: "strength", default: 0.4, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
} as const satisfies Record<string, Definition>;
