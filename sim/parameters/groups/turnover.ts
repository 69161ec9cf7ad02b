import type { Definition } from "../definition-types.ts";

/** How often people leave and change circles. */
export const turnover = {
  turnover: {
    kind: "number", name: "turnover", symbol: "r_leave", group: "turnover", label: "People who leave",
    help: "Share of people who leave in a year. A newcomer who knows nobody takes the place of each.",
    unit: "per year", default: 0.05, min: 0, max: 1, step: 0.005, live: true, source: "choice",
  },
  moves: {
    kind: "number", name: "moves", symbol: "r_move", group: "turnover", label: "People who change circles",
    help: "Share of people who change circles in a year, by swapping places with someone. They keep their ties.",
    unit: "per year", default: 0.002, min: 0, max: 1, step: 0.001, live: true, source: "choice",
  },
} as const satisfies Record<string, Definition>;
