/**
 * Agents, as a file names them: an index, a name, `all`, a circle, every k-th from 0, the k highest of a measure at that tick, or a
 * list of indices and names.
 */
export type AgentSelector =
  | number
  | string
  | readonly (number | string)[]
  | { readonly circle: number | string }
  | { readonly every: number }
  | { readonly top: number; readonly by: string };

type TraitValues = Readonly<Record<string, number>>;
type NamedPair = readonly [number | string, number | string];

/**
 * Something done to a run from outside, at the beginning of a tick: plain data, as in files. `until` is the last tick of a
 * setting that ends; what is set later stands over what was set before. Agents that are added without a circle join the only
 * one where there is but one, else the one that `circle_size` gives their index.
 */
export type Intervention = { readonly tick: number; readonly label?: string } & (
  | { readonly set: Readonly<Record<string, number | string | boolean>>; readonly until?: number }
  | { readonly set_traits: TraitValues; readonly agents: AgentSelector; readonly until?: number }
  | { readonly remove: AgentSelector }
  | { readonly add: number; readonly circle?: number | string; readonly traits?: TraitValues; readonly names?: readonly string[] }
  | { readonly move: AgentSelector; readonly to_circle: number | string }
  | { readonly cut_ties: readonly NamedPair[] }
  | { readonly add_ties: readonly NamedPair[]; readonly strength?: number }
);
