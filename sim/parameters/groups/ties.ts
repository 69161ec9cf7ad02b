import type { Definition } from "../definition-types.ts";

/** How ties gain strength, fade and are forgotten, and whom agents plan to meet. */
export const ties = {
  encounterGain: {
    kind: "number", name: "encounter_gain", symbol: "α", group: "strength", label: "Gain from an encounter",
    help: "How far a rich encounter moves a tie's strength toward mutual trust.",
    unit: "rate", default: 0.12, min: 0, max: 0.4, step: 0.01, live: true, source: "choice",
  },
  keptPromiseGain: {
    kind: "number", name: "kept_promise_gain", symbol: "a_k", group: "strength", label: "Gain from a kept promise",
    help: "Gain from a kept promise, as a share of the gain from an encounter.",
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
    unit: "per tick", default: 1 / 22, min: 0, max: 0.25, step: 0.001, live: false,
    source: "calibrated to layers near 5, 12 and 34 contacts (Dunbar)",
  },
  fadingProtection: {
    kind: "number", name: "fading_protection", symbol: "λ", group: "strength", label: "Protection of strong ties",
    help: "How much more slowly a strong tie fades.",
    unit: "share", default: 0.9, min: 0, max: 0.95, step: 0.01, live: false,
    source: "calibrated to layers near 5, 12 and 34 contacts (Dunbar)",
  },
  forgetBelow: {
    kind: "number", name: "forget_below", symbol: "θf", group: "strength", label: "Forgotten below",
    help: "A tie weaker than this is forgotten, together with its beliefs.",
    unit: "strength", default: 0.01, min: 0, max: 0.1, step: 0.001, live: true, source: "choice",
  },
  budget: {
    kind: "number", name: "budget", symbol: "A", group: "planning", label: "Encounter budget",
    help: "Total richness of the encounters that an agent can plan in a tick. It is multiplied by the base share plus the agent's initiative.",
    unit: "richness per tick", default: 3.5, min: 0, max: 20, step: 0.1, live: true,
    source: "calibrated to layers near 5, 12 and 34 contacts (Dunbar)",
  },
  budgetBase: {
    kind: "number", name: "budget_base", symbol: "a_n", group: "planning", label: "Budget without initiative",
    help: "Share of the encounter budget that an agent without initiative has.",
    unit: "share", default: 0.5, min: 0, max: 1, step: 0.05, live: true, source: "choice",
  },
  richnessWithin: {
    kind: "number", name: "richness_within", symbol: "ρ_in", group: "planning", label: "Richness within circles",
    help: "How much an encounter within a circle conveys: face to face is near 1.",
    unit: "richness", default: 0.9, min: 0.05, max: 1, step: 0.05, live: true, source: "choice; Daft and Lengel 1986",
  },
  richnessAcross: {
    kind: "number", name: "richness_across", symbol: "ρ_out", group: "planning", label: "Richness across circles",
    help: "How much an encounter across circles conveys: a phone or video call.",
    unit: "richness", default: 0.5, min: 0.05, max: 1, step: 0.05, live: true, source: "choice; Daft and Lengel 1986",
  },
  richnessFollowUp: {
    kind: "number", name: "richness_follow_up", symbol: "ρ_touch", group: "planning", label: "Richness of a follow-up",
    help: "How much a follow-up conveys: a note or a message.",
    unit: "richness", default: 0.3, min: 0.05, max: 1, step: 0.05, live: true, source: "choice; Daft and Lengel 1986",
  },
  followUpInterval: {
    kind: "number", name: "follow_up_interval", symbol: "F", group: "planning", label: "Follow-up interval",
    help: "A tie that has been silent for this long may get a follow-up.",
    unit: "ticks", default: 13, min: 1, max: 520, step: 1, whole: true, never: true, live: true,
    source: "the article's readers: not weekly, but every few months",
  },
  needRate: {
    kind: "number", name: "need_rate", symbol: "p_need", group: "planning", label: "Needs",
    help: "How often an agent needs an expert of another domain.",
    unit: "per tick", default: 0.15, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  avoidBelow: {
    kind: "number", name: "avoid_below", symbol: "θa", group: "planning", label: "Avoided below",
    help: "Agents do not plan to meet contacts whom they trust less than this.",
    unit: "trust share", default: 0.3, min: 0, max: 1, step: 0.01, live: true, source: "choice",
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
