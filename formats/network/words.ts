/** The title of a column or attribute in lower case and without blanks and marks: `From Circle` and `from_circle` are the same. */
export function plainWord(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

// The usual titles, as plain words. If a file has several of them, the first in the list counts.

export const weightWords: readonly string[] = [
  "weight",
  "tiestrength",
  "strength",
  "value",
  "frequency",
  "freq",
  "intensity",
  "closeness",
  "contacts",
  "times",
  "count",
  "n",
  "w",
];

export const circleWords: readonly string[] = [
  "circle",
  "group",
  "team",
  "department",
  "dept",
  "community",
  "club",
  "class",
  "classroom",
  "faction",
  "organization",
  "organisation",
  "org",
  "unit",
  "division",
  "office",
  "school",
  "block",
  "cluster",
  "modularityclass",
];

export const labelWords: readonly string[] = ["label", "name"];

export const fromWords: readonly string[] = [
  "source",
  "src",
  "from",
  "ego",
  "sender",
  "nominator",
  "chooser",
  "origin",
  "caller",
  "follower",
  "giver",
];

export const toWords: readonly string[] = [
  "target",
  "tgt",
  "to",
  "alter",
  "receiver",
  "recipient",
  "nominee",
  "chosen",
  "destination",
  "dest",
  "dst",
  "callee",
  "followee",
  "followed",
  "taker",
];

/** Titles of ends that say nothing about direction: Gephi and networkx write `source` and `target` in any case. */
export const undirectedWords: readonly string[] = ["source", "src", "target", "tgt"];

/** Suffixes of the title of an end: `from_id`, `FromNodeId`, `source_name`. */
export const endSuffixes: readonly string[] = ["", "name", "label", "id", "node", "nodeid", "nodename", "agent", "person", "actor"];

/** Whether the value of a direction column or attribute means one direction only; undefined if it is not a direction. */
export function readDirection(text: string): boolean | undefined {
  const word = plainWord(text);
  if (["directed", "true", "yes", "1", "arc", "oneway"].includes(word)) return true;
  if (["undirected", "mutual", "false", "no", "0", "edge", "bidirectional", "reciprocal"].includes(word)) return false;
  return undefined;
}
