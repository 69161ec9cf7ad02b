import type { Definition } from "../definition-types.ts";

/** Size and starting network: the parameters of a run before its first tick. */
export const start = {
  agents: {
    kind: "number", name: "agents", symbol: "N", group: "size", label: "Agents",
    help: "Number of agents at the start of a run.",
    unit: "agents", default: 800, min: 2, max: 1_000_000, step: 1, whole: true, live: false, source: "choice",
  },
  circleSize: {
    kind: "number", name: "circle_size", symbol: "N_c", group: "size", label: "Circle size",
    help: "Mean number of agents who share a team, club or class; at most the number of agents.",
    unit: "agents", default: 40, min: 1, max: 1_000_000, step: 1, whole: true, live: false, source: "choice",
  },
  circleSpread: {
    kind: "number", name: "circle_spread", symbol: "a_N", group: "size", label: "Spread of circle sizes",
    help: "How much circles differ in size: with 0.5, the smallest circle has half the mean size, and the largest has one and a half times the mean.",
    unit: "share", default: 0.5, min: 0, max: 0.9, step: 0.05, live: false, source: "choice; Feld 1981",
  },
  domains: {
    kind: "number", name: "domains", symbol: "K", group: "size", label: "Domains of expertise",
    help: "Number of fields of expertise; each agent has one main domain.",
    unit: "domains", default: 6, min: 1, max: 64, step: 1, whole: true, live: false, source: "choice",
  },
  network: {
    kind: "choice", name: "network", symbol: "", group: "network", label: "Starting network",
    help: "Who knows whom at the start: ties within and across circles, a small world, a ring, or a stochastic block model of the circles; or, with everyone in one circle, random ties, preferential attachment, or given degrees.",
    default: "circles",
    choices: ["circles", "random", "small_world", "ring", "preferential_attachment", "blocks", "configuration"], live: false,
    source: "Erdős and Rényi 1959; Watts and Strogatz 1998; Barabási and Albert 1999; Holland, Laskey and Leinhardt 1983; Molloy and Reed 1995",
  },
  tiesWithin: {
    kind: "number", name: "ties_within", symbol: "k_in", group: "network", label: "Ties within the circle",
    help: "Expected ties of an agent inside its circle at the start, at most four fifths of the circle; in a small world or a ring, the degree before rewiring.",
    unit: "ties per agent", default: 20, min: 0, max: 150, step: 0.25, live: false, source: "choice",
  },
  tiesAcross: {
    kind: "number", name: "ties_across", symbol: "k_out", group: "network", label: "Ties across circles",
    help: "Expected ties of an agent to other circles at the start. Networks without ties within and across have as many as both together.",
    unit: "ties per agent", default: 14, min: 0, max: 150, step: 0.25, live: false, source: "choice",
  },
  rewiring: {
    kind: "number", name: "rewiring", symbol: "p_rw", group: "network", label: "Rewiring",
    help: "Share of a small world's ties that are rewired to someone drawn at random.",
    unit: "share", default: 0.1, min: 0, max: 1, step: 0.01, live: false, source: "Watts and Strogatz 1998",
  },
  homophily: {
    kind: "number", name: "homophily", symbol: "H", group: "network", label: "Homophily",
    help: "In blocks, how much ties stay in the circle: at 0 as often as chance gives, at 1 always. Everyone expects as many ties in all.",
    unit: "Coleman's index", default: 0.5, min: 0, max: 1, step: 0.01, live: false, source: "Coleman 1958",
  },
  blockMatrix: {
    kind: "text", name: "block_matrix", symbol: "B", group: "network", label: "Block matrix",
    help: "In blocks, the share of pairs that are tied, for every two circles: homophily gives it, or you give its rows, such as 0.3 0.02; 0.02 0.4.",
    pattern: "^\\s*(homophily|[-+.\\de]+(\\s+[-+.\\de]+)*(\\s*;\\s*[-+.\\de]+(\\s+[-+.\\de]+)*)*)\\s*$", min: 0, max: 1,
    form: "homophily, or the rows of a symmetric matrix of 0–1", default: "homophily", live: false,
    source: "Holland, Laskey and Leinhardt 1983",
  },
  degrees: {
    kind: "text", name: "degrees", symbol: "", group: "network", label: "Degrees",
    help: "In a configuration model, how many ties agents have at the start: equal, poisson, geometric, power_law and an exponent, or a list that repeats itself, such as 2 2 3 9.",
    pattern: "^\\s*(equal|poisson|geometric|power_law\\s+\\d+(\\.\\d+)?|\\d{1,7}(\\s+\\d{1,7})*)\\s*$", min: 0, max: 9_999_999, whole: true,
    form: "equal, poisson, geometric, power_law 2.1–10, or a list", default: "poisson", live: false,
    source: "Molloy and Reed 1995; Johnson, Kemp and Kotz 2005",
  },
  firstStrength: {
    kind: "number", name: "first_strength", symbol: "w_init", group: "network", label: "Strength at the start",
    help: "Strength of ties at the start, unless a file gives them weights.",
    unit: "strength", default: 0.15, min: 0, max: 1, step: 0.01, live: false, source: "choice",
  },
  importedStrengthLow: {
    kind: "number", name: "imported_strength_low", symbol: "w_low", group: "network", label: "Strength of the lowest weight",
    help: "First strength of the imported tie with the lowest weight. Other ties start higher, by the span times the rank of their weight (0 to 1).",
    unit: "strength", default: 0.05, min: 0, max: 1, step: 0.01, live: false, source: "choice",
  },
  importedStrengthSpan: {
    kind: "number", name: "imported_strength_span", symbol: "w_span", group: "network", label: "Strength span of imported weights",
    help: "How much stronger the imported tie with the highest weight starts than the one with the lowest; strength is at most 1.",
    unit: "strength", default: 0.75, min: 0, max: 1, step: 0.01, live: false, source: "choice",
  },
  importedEvidence: {
    kind: "number", name: "imported_evidence", symbol: "e_in", group: "network", label: "Evidence of a rating",
    help: "Pieces of evidence that an imported trust rating counts as, unless the file gives the evidence. At the default, claims and hearsay count half as much as they would without evidence.",
    unit: "pieces of evidence", default: 5, min: 0, max: 1000, step: 1, whole: true, live: false, source: "choice",
  },
  sociality: {
    kind: "choice", name: "sociality", symbol: "κ", group: "network", label: "Sociality",
    help: "Who has more time for others and meets more people: all agents are the same, or each in proportion to its ties at the start, so that hubs stay hubs. An agents file can give the value for each agent.",
    default: "same", choices: ["same", "degree"], live: false, source: "choice; Saramäki et al. 2014",
  },
} as const satisfies Record<string, Definition>;
