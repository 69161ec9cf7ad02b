import type { SwitchKey } from "../parameters/switches.ts";
import { type EvidenceItem, type EvidenceKind, type MissedKind, NO_SOURCE } from "./evidence-item.ts";

/** The rule of the model behind an item, in one sentence, and the switch that turns it off. */
export interface EvidenceRule {
  /** its heading in docs/model.md */
  readonly title: string;
  readonly sentence: string;
  /** left out where no switch turns it off */
  readonly off?: SwitchKey;
}

const firstBeliefs = "Who meets someone new begins with first beliefs: more trusting people think better of strangers.";

const rules = {
  first: { title: "Rule 12: new tie", sentence: firstBeliefs },
  met: { title: "Rule 12: new tie", sentence: firstBeliefs, off: "newTies" },
  introduced: {
    title: "Rule 12: new tie",
    sentence: "An introduced pair begins with first beliefs, which then move toward what the introducer believes.",
    off: "introductions",
  },
  respect: {
    title: "Rule 4: respect",
    sentence: "How someone treats others moves reliability. Only the status of the one who is treated makes a difference.",
    off: "respect",
  },
  bystander: {
    title: "Rule 4: respect",
    sentence:
      "A bystander sees how someone treats a third person. This moves reliability as if it were the bystander’s own treatment.",
    off: "bystanders",
  },
  sharing: {
    title: "Rule 5: sharing",
    sentence: "Shared expertise, with what boasting adds to it, moves credibility. It counts less as evidence grows.",
    off: "expertiseSharing",
  },
  disclosure: {
    title: "Rule 6: disclosure",
    sentence:
      "What people show of themselves moves intimacy. Open people show more, trusted contacts see more, and who boasts shows less.",
    off: "disclosure",
  },
  attention: {
    title: "Rule 7: attention",
    sentence: "Attention moves self-orientation: down if the other is generous, up if the other boasts.",
    off: "attention",
  },
  favor: {
    title: "Rule 8: asking a favor",
    sentence:
      "A refused favor makes the other seem more self-oriented. Generous people agree more often, and closer contacts are refused less.",
    off: "favors",
  },
  kept: {
    title: "Rule 9: promises due",
    sentence: "A kept promise raises reliability, lowers self-orientation, and shows how much expertise the other has.",
    off: "favors",
  },
  broken: {
    title: "Rule 9: promises due",
    sentence: "A broken promise lowers reliability more than a kept one raises it, and makes the other seem more self-oriented.",
    off: "favors",
  },
  thanks: {
    title: "Rule 9: promises due",
    sentence: "Thanks for a kept promise raise intimacy and lower self-orientation.",
    off: "thanks",
  },
  gossip: {
    title: "Rule 10: gossip",
    sentence:
      "Hearsay moves credibility, reliability and self-orientation toward what the speaker believes, more so if the speaker is trusted.",
    off: "gossip",
  },
  check: {
    title: "Rule 11: trust check",
    sentence: "Before they ask for a favor or begin a tie, people may ask around, and decline someone whom others trust little.",
    off: "trustChecks",
  },
  introduction: {
    title: "Rule 13: introduction",
    sentence: "A contact offers an introduction more often, the more it trusts the one who is to be introduced.",
    off: "introductions",
  },
  news: {
    title: "Rule 14: news",
    sentence: "News is used more often, the more the listener trusts the one who offers it.",
    off: "news",
  },
  forgetting: {
    title: "Rule 2: strength and evidence now",
    sentence: "A tie without encounters fades. Below a threshold it is forgotten, with all beliefs.",
    off: "forgetting",
  },
  leaving: {
    title: "Rule 15: people come and go",
    sentence: "Some people leave. A newcomer takes the number of each, and knows nobody.",
    off: "peopleLeave",
  },
  intervention: { title: "Interventions", sentence: "Interventions come from outside the model. The list of changes has them." },
} as const satisfies Record<string, EvidenceRule>;

const ruleOfKind: Readonly<Record<EvidenceKind, keyof typeof rules>> = {
  start: "first",
  began: "met",
  respect: "respect",
  sharing: "sharing",
  disclosure: "disclosure",
  attention: "attention",
  refused: "favor",
  gossip: "gossip",
  kept: "kept",
  broken: "broken",
  thanks: "thanks",
  forgotten: "forgetting",
  left: "leaving",
  cut: "intervention",
};

/** The rule behind an item of evidence. */
export function ruleOf({ kind, source }: Pick<EvidenceItem, "kind" | "source">): EvidenceRule {
  if (kind === "began" && source !== NO_SOURCE) return rules.introduced;
  if (kind === "respect" && source !== NO_SOURCE) return rules.bystander;
  return rules[ruleOfKind[kind]];
}

/** The rule by which an agent missed something. */
export function ruleOfMissed(kind: MissedKind): EvidenceRule {
  return rules[({ news: "news", favor: "favor", trust_check: "check", introduction: "introduction" } as const)[kind]];
}

/** All rules that an item can have. */
export const evidenceRules: readonly EvidenceRule[] = Object.values(rules);
