import type { Definition } from "../definition-types.ts";
import type { TraitName } from "../trait-names.ts";
import { fileLabel } from "../ways.ts";

/** Describes each trait of an agent in a sentence or two. */
export const traitHelp: Readonly<Record<TraitName, string>> = {
  sharing: "How often do people share what they know in an encounter?",
  status_bias: "How much worse are people of low status treated? 0 is the same respect for all.",
  follow_through: "How often is a promise kept?",
  openness: "How much do people show of themselves, including their doubts?",
  generosity: "How readily do people help and pass things on without expecting a return?",
  boasting: "How much do people boast? Boasting raises credibility and costs intimacy.",
  initiative: "How much do people start on their own: plan encounters and send follow-ups?",
  gratitude: "How often do people give thanks for a kept promise?",
  curiosity: "How much of what others disclose do people take in?",
  trusting: "How readily do people rely on others without asking around first?",
};

/** Describes the parameter that sets the mean of a trait. */
function describeMean(trait: TraitName): string {
  return `${traitHelp[trait]} Mean over agents.`;
}

/** What people are like: the five ways first, then the other traits, then how much people differ. */
export const traits = {
  sharingMean: {
    kind: "number", name: "sharing_mean", symbol: "y", group: "ways", label: fileLabel("sharing"),
    help: describeMean("sharing"),
    unit: "share", default: 0.6, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  statusBiasMean: {
    kind: "number", name: "status_bias_mean", symbol: "b", group: "ways", label: fileLabel("status_bias"),
    help: describeMean("status_bias"),
    unit: "share", default: 0.3, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  followThroughMean: {
    kind: "number", name: "follow_through_mean", symbol: "f", group: "ways", label: fileLabel("follow_through"),
    help: describeMean("follow_through"),
    unit: "share", default: 0.88, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  opennessMean: {
    kind: "number", name: "openness_mean", symbol: "o", group: "ways", label: fileLabel("openness"),
    help: describeMean("openness"),
    unit: "share", default: 0.55, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  generosityMean: {
    kind: "number", name: "generosity_mean", symbol: "g", group: "ways", label: fileLabel("generosity"),
    help: describeMean("generosity"),
    unit: "share", default: 0.55, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  boastingMean: {
    kind: "number", name: "boasting_mean", symbol: "β", group: "ways", label: "Boasting",
    help: describeMean("boasting"),
    unit: "share", default: 0.25, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  initiativeMean: {
    kind: "number", name: "initiative_mean", symbol: "n", group: "ways", label: "Initiative",
    help: describeMean("initiative"),
    unit: "share", default: 0.5, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  gratitudeMean: {
    kind: "number", name: "gratitude_mean", symbol: "h", group: "ways", label: "Gratitude",
    help: describeMean("gratitude"),
    unit: "share", default: 0.5, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  curiosityMean: {
    kind: "number", name: "curiosity_mean", symbol: "q", group: "ways", label: "Curiosity",
    help: describeMean("curiosity"),
    unit: "share", default: 0.5, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  trustingMean: {
    kind: "number", name: "trusting_mean", symbol: "u", group: "ways", label: "Trusting",
    help: describeMean("trusting"),
    unit: "share", default: 0.5, min: 0, max: 1, step: 0.01, live: true, source: "choice",
  },
  traitSpread: {
    kind: "number", name: "trait_spread", symbol: "a_t", group: "spread", label: "Spread of traits",
    help: "How much agents differ. A trait is its mean plus this value times a random deviation from −1.5 to 1.5 (the sum of three uniform draws, minus 1.5), cut to 0 to 1. Before the cut, the standard deviation is half of this value.",
    unit: "share", default: 0.4, min: 0, max: 2, step: 0.01, live: true, source: "choice",
  },
  expertiseMean: {
    kind: "number", name: "expertise_mean", symbol: "x̄", group: "spread", label: "Expertise",
    help: "Mean expertise of agents in their main domain.",
    unit: "share", default: 0.6, min: 0, max: 1, step: 0.01, live: false, source: "choice",
  },
  expertiseSpread: {
    kind: "number", name: "expertise_spread", symbol: "a_x", group: "spread", label: "Spread of expertise",
    help: "How much agents differ in expertise. Expertise is its mean plus this value times a random deviation from −1.5 to 1.5 (the sum of three uniform draws, minus 1.5), cut to 0 to 1. Before the cut, the standard deviation is half of this value.",
    unit: "share", default: 0.533, min: 0, max: 2, step: 0.001, live: false, source: "choice",
  },
  statusExpertise: {
    kind: "number", name: "status_expertise", symbol: "ρz", group: "spread", label: "Status shows expertise",
    help: "How well the visible credential shows expertise: 1 fully, 0 not at all. Mean and spread of status don't depend on it.",
    unit: "correlation", default: 0.3, min: 0, max: 1, step: 0.01, live: false, source: "choice",
  },
  statusMean: {
    kind: "number", name: "status_mean", symbol: "z̄", group: "spread", label: "Status",
    help: "Mean status, which is the credential that others see.",
    unit: "share", default: 0.5, min: 0, max: 1, step: 0.01, live: false, source: "choice",
  },
  statusSpread: {
    kind: "number", name: "status_spread", symbol: "a_z", group: "spread", label: "Spread of status",
    help: "How much agents differ in status. Before status is cut to 0 to 1, the standard deviation is half of this value.",
    unit: "share", default: 0.5, min: 0, max: 2, step: 0.01, live: false, source: "choice",
  },
} as const satisfies Record<string, Definition>;
