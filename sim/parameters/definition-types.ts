/** The groups in which parameters are shown, in the order a reader meets them. */
export const groups = {
  size: "Size",
  network: "Starting network",
  ways: "The five ways and other traits",
  spread: "How agents differ",
  learning: "What an encounter teaches",
  strength: "Tie strength",
  planning: "Whom to meet",
  promises: "Promises",
  word: "Word gets round",
  meetings: "New contacts",
  news: "News",
  cuts: "Where to cut",
  mechanisms: "Mechanisms",
} as const;

export type Group = keyof typeof groups;

interface Described {
  /** what a user types and reads: snake_case */
  readonly name: string;
  /** as in docs/model.md */
  readonly symbol: string;
  readonly label: string;
  /** one sentence for a person who meets it first */
  readonly help: string;
  readonly group: Group;
  /** where the default comes from; "choice" where nothing but judgment does */
  readonly source: string;
  /** true: acts between two ticks of a run; false: from the next start */
  readonly live: boolean;
}

export interface NumberDefinition extends Described {
  readonly kind: "number";
  readonly unit: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** of a slider; also the grain in which a person thinks of it */
  readonly step: number;
  /** only whole numbers */
  readonly whole?: true;
  /** may also be the word `never`, held as Infinity */
  readonly never?: true;
}

export interface ChoiceDefinition extends Described {
  readonly kind: "choice";
  readonly default: string;
  readonly choices: readonly string[];
}

export interface SwitchDefinition extends Described {
  readonly kind: "switch";
  readonly default: boolean;
}

export type Definition = NumberDefinition | ChoiceDefinition | SwitchDefinition;
