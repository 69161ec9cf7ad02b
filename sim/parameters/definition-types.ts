/** The groups of parameters, in the order in which people see them. */
export const groups = {
  size: "Size",
  network: "Starting network",
  ways: "The five ways and other traits",
  spread: "How agents differ",
  learning: "What an encounter teaches",
  strength: "Tie strength",
  planning: "Whom to meet",
  turnover: "People come and go",
  promises: "Promises",
  word: "Word gets around",
  meetings: "New contacts",
  news: "News",
  cuts: "Weak and strong ties",
  mechanisms: "Mechanisms",
} as const;

export type Group = keyof typeof groups;

interface Described {
  /** the name that a user types and reads, in snake_case */
  readonly name: string;
  /** as in docs/model.md */
  readonly symbol: string;
  readonly label: string;
  /** one or two sentences for a person who is new to it */
  readonly help: string;
  readonly group: Group;
  /** where the default comes from; "choice" if it is our judgment alone */
  readonly source: string;
  /** true if it can change between two ticks of a run; false if it takes effect at the next start */
  readonly live: boolean;
}

export interface NumberDefinition extends Described {
  readonly kind: "number";
  readonly unit: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** step of a slider */
  readonly step: number;
  /** only whole numbers are allowed */
  readonly whole?: true;
  /** the word `never` is allowed too; the value is then Infinity */
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

/** A text with a form of its own, which `textReaders` reads. */
export interface TextDefinition extends Described {
  readonly kind: "text";
  readonly default: string;
  /** what may be typed, in a few words */
  readonly form: string;
  /** for an editor: a regular expression that every such text matches */
  readonly pattern: string;
  /** a bare number may stand for the text: between these bounds */
  readonly min: number;
  readonly max: number;
  readonly whole?: true;
}

export type Definition = NumberDefinition | ChoiceDefinition | SwitchDefinition | TextDefinition;
