import type { Definition } from "../definition-types.ts";

/** How encounters change beliefs and trust, and the first beliefs about a stranger. */
export const learning = {
  trustFunction: {
    kind: "choice", name: "trust_function", symbol: "T", group: "learning", label: "Trust function",
    help: "Green's ratio, or an additive form that shows how much depends on the ratio.",
    default: "ratio", choices: ["ratio", "additive"], live: true, source: "Maister, Green and Galford 2000; additive: choice",
  },
  learnCredibility: {
    kind: "number", name: "learn_credibility", symbol: "ηC", group: "learning", label: "Learning of credibility",
    help: "How far shared expertise moves credibility. The more evidence an agent has, the less its belief moves.",
    unit: "rate", default: 0.15, min: 0, max: 0.5, step: 0.01, live: true, source: "choice",
  },
  learnReliability: {
    kind: "number", name: "learn_reliability", symbol: "ηR", group: "learning", label: "Learning of reliability",
    help: "How far a kept promise moves reliability.",
    unit: "rate", default: 0.15, min: 0, max: 0.5, step: 0.01, live: true, source: "choice",
  },
  learnIntimacy: {
    kind: "number", name: "learn_intimacy", symbol: "ηI", group: "learning", label: "Learning of intimacy",
    help: "How far disclosure and thanks move intimacy.",
    unit: "rate", default: 0.1, min: 0, max: 0.5, step: 0.01, live: true, source: "choice",
  },
  learnSelfOrientation: {
    kind: "number", name: "learn_self_orientation", symbol: "ηS", group: "learning", label: "Learning of self-orientation",
    help: "How far a refusal, a kept promise or a broken promise moves self-orientation.",
    unit: "rate", default: 0.12, min: 0, max: 0.5, step: 0.01, live: true, source: "choice",
  },
  learnRespect: {
    kind: "number", name: "learn_respect", symbol: "ηv", group: "learning", label: "Learning from respect",
    help: "How far respectful or disrespectful treatment moves reliability.",
    unit: "rate", default: 0.04, min: 0, max: 0.5, step: 0.01, live: true, source: "choice",
  },
  learnAttention: {
    kind: "number", name: "learn_attention", symbol: "ηA", group: "learning", label: "Learning from attention",
    help: "How far the attention in an encounter moves self-orientation.",
    unit: "rate", default: 0.03, min: 0, max: 0.5, step: 0.01, live: true, source: "choice",
  },
  halfEvidence: {
    kind: "number", name: "half_evidence", symbol: "e0", group: "learning", label: "Evidence at half confidence",
    help: "Number of pieces of evidence at which claims and hearsay count half as much as without evidence.",
    unit: "pieces of evidence", default: 5, min: 1, max: 20, step: 0.5, live: true, source: "choice",
  },
  memory: {
    kind: "number", name: "memory", symbol: "M", group: "learning", label: "Memory",
    help: "After this many ticks without an encounter, evidence counts half as much.",
    unit: "ticks", default: 52, min: 1, max: 520, step: 1, never: true, live: false, source: "choice; Iñiguez et al. 2023",
  },
  noise: {
    kind: "number", name: "noise", symbol: "ζ", group: "learning", label: "Noise",
    help: "Largest error, up or down, in what agents observe about each other.",
    unit: "belief", default: 0.15, min: 0, max: 0.5, step: 0.01, live: true, source: "choice",
  },
  boastSelfOrientation: {
    kind: "number", name: "boast_self_orientation", symbol: "a_β", group: "learning", label: "Boasting seems selfish",
    help: "How much boasting adds to the self-orientation that others see.",
    unit: "belief", default: 0.3, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  curiosityBase: {
    kind: "number", name: "curiosity_base", symbol: "a_q", group: "learning", label: "Learning without curiosity",
    help: "Share of a disclosure that a listener without curiosity takes in.",
    unit: "share", default: 0.5, min: 0, max: 1, step: 0.05, live: true, source: "choice",
  },
  disclosureBase: {
    kind: "number", name: "disclosure_base", symbol: "a_o", group: "learning", label: "Disclosure without trust",
    help: "Share of its openness that an agent shows to someone it does not trust at all.",
    unit: "share", default: 0.75, min: 0, max: 1.5, step: 0.05, live: true, source: "choice",
  },
  disclosureTrust: {
    kind: "number", name: "disclosure_trust", symbol: "a_oτ", group: "learning", label: "Disclosure gained by trust",
    help: "How much full trust adds to the share of its openness that an agent shows.",
    unit: "share", default: 0.75, min: 0, max: 1.5, step: 0.05, live: true, source: "choice",
  },
  priorCredibility: {
    kind: "number", name: "prior_credibility", symbol: "C_0", group: "learning", label: "First credibility and reliability",
    help: "First belief of a moderately trusting agent about a stranger's credibility and reliability.",
    unit: "belief", default: 0.4, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  priorIntimacy: {
    kind: "number", name: "prior_intimacy", symbol: "a_I", group: "learning", label: "First intimacy",
    help: "First belief about a stranger's intimacy, as a share of the first belief about its credibility.",
    unit: "share", default: 0.6, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  priorSelfOrientation: {
    kind: "number", name: "prior_self_orientation", symbol: "S_0", group: "learning", label: "First self-orientation",
    help: "First belief of a moderately trusting agent about a stranger's self-orientation.",
    unit: "belief", default: 0.5, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  priorTrusting: {
    kind: "number", name: "prior_trusting", symbol: "a_u", group: "learning", label: "First beliefs of the trusting",
    help: "How much first beliefs differ between the most and the least trusting agents.",
    unit: "belief", default: 0.2, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
} as const satisfies Record<string, Definition>;
