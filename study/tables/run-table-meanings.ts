import { agentMeasureColumns, traitHelp, traitNames } from "../../sim/index.ts";
import type { RunTableName } from "../run-tables.ts";

/** Meaning and unit, by column. Each meaning stands alone: readers look up one column at a time. */
export type Meanings = Readonly<Record<string, readonly [meaning: string, unit: string]>>;

// biome-ignore format: a table
const ofAgents: Meanings = {
  agent: ["Number of the agent.", ""],
  name: ["Name of the agent, if a file or an intervention gave one.", ""],
  circle: ["Name or number of the agent's circle.", ""],
  domain: ["Number of the agent's main domain.", ""],
  expertise: ["Expertise of the agent in its main domain.", "share"],
  status: ["Visible status of the agent.", "share"],
  sociality: ["How much time for others the agent has, and how many meetings, relative to others.", "ratio"],
  since: ["Tick in which the person who has this number came.", "ticks"],
  ...Object.fromEntries(traitNames.map((trait) => [trait, [traitHelp[trait], "share"] as const])),
  ...Object.fromEntries(agentMeasureColumns.map(({ name, description, unit }) => [name, [description, unit] as const])),
};

const BELIEF = "as the agent in `from` believes it of the agent in `to`.";

// biome-ignore format: a table
const ofTies: Meanings = {
  from: ["Number of the agent who holds the beliefs of the row.", ""],
  to: ["Number of the agent whom the beliefs of the row are about.", ""],
  credibility: [`Credibility, ${BELIEF}`, "share"],
  reliability: [`Reliability, ${BELIEF}`, "share"],
  intimacy: [`Intimacy, ${BELIEF}`, "share"],
  self_orientation: [`Self-orientation, ${BELIEF}`, "share"],
  evidence: ["Pieces of evidence that the beliefs of the row rest on.", "pieces"],
  trust_score: ["Trust score T of the four beliefs.", "trust score, 0.3 to 30"],
  trust_share: ["Trust share τ of the beliefs.", "share"],
  strength: ["Strength of the tie at the tick.", "strength"],
  last_encounter: ["Tick of the last encounter, or of the start of the tie.", "ticks"],
  from_circle: ["Circle of the agent in `from`.", ""],
  to_circle: ["Circle of the agent in `to`.", ""],
  overlap: ["Neighborhood overlap: the share of the two agents' other active contacts that they have in common. Empty if the tie is not active.", "share"],
  local_bridge: ["Whether the two agents share no active contact. Empty if the tie is not active.", "1 is yes, 0 is no"],
};

// biome-ignore format: a table
const ofEvents: Meanings = {
  kind: ["Kind of the event. docs/files.md says what the other columns hold for each kind.", ""],
  from: ["Number of the agent who acts.", ""],
  to: ["Number of the other agent.", ""],
  about: ["Number of a third agent or of an item of news, or units of time. Empty for other kinds.", ""],
  value: ["A number that depends on the kind.", ""],
  from_trust_before: ["Trust share that the agent in `from` has in the one in `to`, before the event. Empty if the event does not move it.", "share"],
  from_trust_after: ["Trust share that the agent in `from` has in the one in `to`, after the event. Empty if the event does not move it.", "share"],
  to_trust_before: ["Trust share that the agent in `to` has in the one in `from` (in gossip: in `about`), before the event. Empty if the event does not move it.", "share"],
  to_trust_after: ["Trust share that the agent in `to` has in the one in `from` (in gossip: in `about`), after the event. Empty if the event does not move it.", "share"],
  strength_before: ["Strength of the tie of the two, before the event. Empty if the event does not move it.", "strength"],
  strength_after: ["Strength of the tie of the two, after the event. Empty if the event does not move it.", "strength"],
};

const tickOfTable = { tick: ["Tick of the row, counted from the start of the run.", "ticks"] } as const;

/** The columns of tables of runs, but for those that identify a run. */
export const meaningsOfRunTables: Readonly<Record<RunTableName, Meanings>> = {
  ties: { ...ofTies, ...tickOfTable },
  agents: { ...ofAgents, ...tickOfTable },
  events: { ...ofEvents, ...tickOfTable },
};
