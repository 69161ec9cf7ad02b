/**
 * Which agents an intervention concerns: an index, a name, a list of indices and names, `all`, a circle, every k-th agent from 0, or
 * the k agents with the highest values of a measure at that tick.
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
 * A change made to a run from outside at the start of a tick, as plain data. `until` is the last tick of a temporary setting.
 * Later settings override earlier ones. Agents added without a circle join the only circle if there is one; otherwise
 * `circle_size` and their index give the circle.
 */
export type Intervention = { readonly tick: number; readonly label?: string } & (
  | { readonly set: Readonly<Record<string, number | string | boolean>>; readonly until?: number }
  | { readonly set_traits: TraitValues; readonly agents: AgentSelector; readonly until?: number }
  | { readonly remove: AgentSelector }
  | { readonly add: number; readonly circle?: number | string; readonly traits?: TraitValues; readonly names?: readonly string[] }
  | { readonly move: AgentSelector; readonly to_circle: number | string }
  | { readonly cut_ties: readonly NamedPair[] }
  | { readonly add_ties: readonly NamedPair[]; readonly strength?: number }
  | TurnedEvent
);

type Agent = number | string;

/** An event of the intervention's tick, and the outcome that it gets. `made` is the tick in which a promise was made. */
type TurnedEvent =
  | {
      readonly promise: {
        readonly asker: Agent;
        readonly promiser: Agent;
        readonly made?: number;
        readonly outcome: "kept" | "broken";
      };
    }
  | { readonly favor: { readonly asker: Agent; readonly asked: Agent; readonly outcome: "agreed" | "refused" } }
  | { readonly meeting: { readonly agent: Agent; readonly other: Agent; readonly outcome: "met" | "missed" } }
  | {
      readonly introduction: {
        readonly introducer: Agent;
        readonly agent: Agent;
        readonly person: Agent;
        readonly outcome: "engaged" | "declined";
      };
    };

/** An intervention that turns the outcome of one event. */
export type TurningIntervention = Extract<Intervention, TurnedEvent>;
