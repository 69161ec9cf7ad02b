/** A named parameter set with a story. */
export interface Scenario {
  readonly title: string;
  /** one or two sentences for a person who is new to it */
  readonly story: string;
  readonly seed: string;
  /** length of a run, without its burn-in */
  readonly ticks: number;
  /** whether the page lets the world settle before tick 0: `true` for the usual burn-in, or its length in ticks */
  readonly settled?: boolean | number;
  /** values that differ from the defaults, by name */
  readonly parameters: Readonly<Record<string, number | string | boolean>>;
  /** as in a file of interventions */
  readonly interventions?: readonly Readonly<Record<string, unknown>>[];
}

/** Ten years, as in most figures in the docs. */
const TEN_YEARS = 520;

/** Every fifth agent, as the experiments' focal agents are every tenth. */
const EVERY_FIFTH = { every: 5 };

export const scenarios = {
  default: {
    title: "A world of weak ties",
    story: "Eight hundred people in circles of 20 to 60 share, promise, gossip and forget. They are no better than most of us.",
    seed: "1973",
    ticks: TEN_YEARS,
    settled: true,
    parameters: {},
  },
  everyone_keeps_promises: {
    title: "Everyone keeps promises",
    story: "Everyone keeps every promise, and a weak tie is no excuse. How much of trust is a matter of promises?",
    seed: "1973",
    ticks: TEN_YEARS,
    parameters: { blow_off: 0 },
    interventions: [{ tick: 1, label: "everyone keeps promises", set_traits: { follow_through: 1 }, agents: "all" }],
  },
  takers_among_givers: {
    title: "Takers among givers",
    story: "One in five gives and shares almost nothing among people who give freely. Does word get around?",
    seed: "1973",
    ticks: TEN_YEARS,
    parameters: { generosity_mean: 0.75 },
    interventions: [
      { tick: 1, label: "one in five takes", set_traits: { generosity: 0.05, sharing: 0.2, boasting: 0.5 }, agents: EVERY_FIFTH },
    ],
  },
  credentials_first: {
    title: "Credentials first",
    story:
      "Everybody looks at titles first, and titles say nothing about what people know. The expert at the reception desk goes unseen.",
    seed: "1973",
    ticks: TEN_YEARS,
    parameters: { status_bias_mean: 0.85, status_expertise: 0 },
  },
  no_follow_up: {
    title: "No follow-up",
    story: "Nobody writes the short note that keeps a silent tie alive. Strong ties grow, and distant ones are forgotten.",
    seed: "1973",
    ticks: TEN_YEARS,
    parameters: { follow_up: false },
  },
  no_gossip: {
    title: "No gossip",
    story: "Nobody talks about others, and nobody asks around. Everyone has to find out for themselves.",
    seed: "1973",
    ticks: TEN_YEARS,
    parameters: { gossip: false, trust_checks: false },
  },
  class_of_25: {
    title: "A class of 25",
    story: "A school class. Few people meet all the time, so every broken promise counts.",
    seed: "25",
    ticks: 156,
    parameters: { agents: 25, circle_size: 25, ties_within: 4, ties_across: 0, meeting_rate: 0.5, news_rate: 0.02 },
  },
  conference: {
    title: "A conference where circles meet",
    story:
      "Six circles that hardly know each other meet for a week at the end of the first year. What is left of it two years later?",
    seed: "1973",
    ticks: 156,
    parameters: { agents: 240, circle_spread: 0, ties_across: 0.1, outside_pull: 1 },
    interventions: [
      {
        tick: 52,
        until: 52,
        label: "the conference",
        set: { meeting_rate: 1, outside_pull: 1000, lean_below: 0, rich_from: 0.1 },
      },
    ],
  },
  random_ties: {
    title: "Ties at random",
    story: "The negative control: the same number of ties, spread at random over one large circle of eight hundred people.",
    seed: "1973",
    ticks: TEN_YEARS,
    parameters: { network: "random" },
  },
  small_world: {
    title: "A small world",
    story: "A ring of acquaintances with a few random ties across it, as in Watts and Strogatz 1998.",
    seed: "1998",
    ticks: TEN_YEARS,
    parameters: { network: "small_world" },
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

export const scenarioNames = Object.keys(scenarios) as ScenarioName[];

export function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}
