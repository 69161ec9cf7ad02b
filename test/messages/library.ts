import { readPeople } from "../../library/formats.ts";
import { advance, agentRows, createRun } from "../../library/index.ts";
import { createExperiment } from "../../library/study.ts";
import { type Example, provoke } from "./example.ts";

type Options = NonNullable<Parameters<typeof createRun>[0]>;

/** What the library says about wrong options and calls. */
export function libraryExamples(): Example[] {
  const create = (input: string, options: unknown) =>
    provoke(input, () => {
      createRun(options as Options);
      return undefined;
    });
  const call = (input: string, run: () => unknown) =>
    provoke(input, () => {
      run();
      return undefined;
    });
  const people = readPeople({ agents: { text: "name\nAna\nBo\n" } });
  const run = createRun({ parameters: { agents: 12, circle_size: 4, ties_within: 2 } });
  advance(run, 60);
  return [
    create("createRun(3)", 3),
    create('createRun({ scenario: "no_gosip", sed: 7, parameters: "blow_off=0.5", seed: true })', {
      scenario: "no_gosip",
      sed: 7,
      parameters: "blow_off=0.5",
      seed: true,
    }),
    create('createRun({ every: 0, settle: -1, interventions: "none", people: "Ana" })', {
      every: 0,
      settle: -1,
      interventions: "none",
      people: "Ana",
    }),
    create("createRun({ people: twoPeople, parameters: { agents: 3 } })", { people, parameters: { agents: 3 } }),
    call("advance(run, -1)", () => advance(run, -1)),
    call("advance({}, 1)", () => advance({} as typeof run)),
    call("agentRows(run), at tick 60 of a run that measures every 13 ticks", () => agentRows(run)),
    call("readPeople({})", () => readPeople({})),
    call('createExperiment({ network: "friends.csv", outcomes: ["mean_trust_share"] })', () =>
      createExperiment({ network: "friends.csv", outcomes: ["mean_trust_share"] }),
    ),
  ];
}
