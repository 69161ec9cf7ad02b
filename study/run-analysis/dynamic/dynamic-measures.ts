import { chooseTies, lowerAgents, type Network, neighborsOf, type TieKind } from "../network.ts";
import type { MeasureText } from "../static/static-measures.ts";
import { closureRatio } from "./closure.ts";
import { topShare } from "./concentration.ts";
import { newsShares } from "./news.ts";
import { conversion, type Period, survival } from "./period.ts";
import { turnover } from "./turnover.ts";

/** A measure of what happened between two waves. */
export interface DynamicMeasure extends MeasureText {
  readonly measure: (period: Period, kind: TieKind) => number;
}

// biome-ignore format: a table
export const dynamicMeasures: readonly DynamicMeasure[] = [
  { name: "survival_weak", unit: "share", source: "definition",
    description: "Of the weak ties at the wave before, the share that is active now.",
    measure: (period, kind) => survival(period, "weak", kind) },
  { name: "survival_strong", unit: "share", source: "definition",
    description: "Of the strong ties at the wave before, the share that is active now.",
    measure: (period, kind) => survival(period, "strong", kind) },
  { name: "conversion", unit: "share", source: "definition",
    description: "Of the weak ties at the wave before, the share that is strong now.",
    measure: conversion },
  { name: "closure_ratio", unit: "ratio", source: "Kossinets and Watts 2006",
    description: "Of the pairs without a tie at the wave before: the share that has one now among those who shared a contact, divided by the share among those who didn't.",
    measure: ({ closure }, kind) => closureRatio(closure, kind) },
  { name: "turnover", unit: "share", source: "Saramäki et al. 2014",
    description: "1 minus an agent's contacts at both waves divided by its contacts at either, mean over agents.",
    measure: ({ before, now, stayed }, kind) => turnover(contactsOfKind(before, kind), contactsOfKind(now, kind), stayed) },
  { name: "contact_top_1", unit: "share", source: "Saramäki et al. 2014",
    description: "Share of an agent's units of time since the wave before that its most met contact takes, mean over agents.",
    measure: ({ contact }, kind) => topShare(contact[kind], 1) },
  { name: "contact_top_3", unit: "share", source: "Saramäki et al. 2014",
    description: "Share of an agent's units of time since the wave before that its three most met contacts take, mean over agents.",
    measure: ({ contact }, kind) => topShare(contact[kind], 3) },
  { name: "signature_self", unit: "distance", source: "Saramäki et al. 2014",
    description: "Distance of an agent's social signature from its own in the period before, mean over agents. Square root of the Jensen–Shannon divergence, 0 to 1.",
    measure: ({ signatures }, kind) => signatures[kind].self },
  { name: "signature_others", unit: "distance", source: "Saramäki et al. 2014",
    description: "Distance of an agent's social signature from those of 10 others in the same period, mean over agents. Square root of the Jensen–Shannon divergence, 0 to 1.",
    measure: ({ signatures }, kind) => signatures[kind].others },
  { name: "novelty_weak", unit: "share", source: "Granovetter 1973; Aral and Van Alstyne 2011",
    description: "Of the items of news offered along weak ties since the wave before, the share that was new to the other.",
    measure: ({ news }, kind) => newsShares(news, false, kind).novelty },
  { name: "novelty_strong", unit: "share", source: "Granovetter 1973; Aral and Van Alstyne 2011",
    description: "Of the items of news offered along strong ties since the wave before, the share that was new to the other.",
    measure: ({ news }, kind) => newsShares(news, true, kind).novelty },
  { name: "use_weak", unit: "share", source: "definition",
    description: "Of the items of news offered along weak ties since the wave before, the share that the other used.",
    measure: ({ news }, kind) => newsShares(news, false, kind).use },
  { name: "use_strong", unit: "share", source: "definition",
    description: "Of the items of news offered along strong ties since the wave before, the share that the other used.",
    measure: ({ news }, kind) => newsShares(news, true, kind).use },
];

function contactsOfKind(network: Network, kind: TieKind) {
  const lower = lowerAgents(network.ties);
  return neighborsOf(network.ties, lower, chooseTies(network, lower, kind));
}
