import { definitions, formatNumber, InputError, keyOfName, scenarios } from "../../sim/index.ts";
import { scenarioInterventions } from "../list-interventions.ts";
import { MOST_CHARACTERS, packContent } from "./address.ts";
import type { LinkFork, RunLink } from "./run-link.ts";

/**
 * Writes a run as the part of an address after `#`. It leaves out what follows from the scenario.
 *
 * @throws InputError if the run is too long for a link
 */
export function writeLink(link: RunLink): string {
  const { version, scenario, seed, settled, ticks, interventions, fork, network, agents, view, stateHash } = link;
  const parameters = differingParameters(link);
  const content = {
    scenario,
    seed,
    ...(settled > 0 && { settled }),
    ticks,
    ...(Object.keys(parameters).length > 0 && { parameters }),
    ...(!isSame(interventions, scenarioInterventions(scenario).given) && { interventions }),
    ...(network && { network: withoutFolders(network) }),
    ...(agents && { agents: withoutFolders(agents) }),
    ...(fork && { fork: { tick: fork.tick, unchanged: placesOf(fork, interventions) } }),
    ...(stateHash !== undefined && { state_hash: stateHash }),
    ...(view && Object.keys(view).length > 0 && { view }),
  };
  const text = packContent(JSON.stringify(content), version);
  if (text.length > MOST_CHARACTERS)
    throw new InputError([
      `this run needs a link of ${formatNumber(text.length)} characters, and a link can have at most ${formatNumber(MOST_CHARACTERS)}: share its run.json instead`,
    ]);
  return text;
}

/** The values that differ from those of the scenario. */
function differingParameters({ scenario, parameters, network, agents }: RunLink): RunLink["parameters"] {
  const known: RunLink["parameters"] = scenarios[scenario].parameters;
  const isDecided = network !== undefined || agents !== undefined; // files of people decide how many there are
  const differs = ([name, value]: readonly [string, unknown]): boolean =>
    value !== (known[name] ?? defaultOf(name)) && !(isDecided && name === "agents");
  return Object.fromEntries(Object.entries(parameters).filter(differs));
}

function defaultOf(name: string): unknown {
  const key = keyOfName(name);
  const value = key && definitions[key].default;
  return value === Number.POSITIVE_INFINITY ? "never" : value;
}

/** The interventions of the unchanged world: one that the run has, too, as its place in the run's list. */
function placesOf({ unchanged }: LinkFork, interventions: readonly unknown[]): unknown[] {
  const texts = interventions.map((one) => JSON.stringify(one));
  return unchanged.map((one) => {
    const place = texts.indexOf(JSON.stringify(one));
    return place < 0 ? one : place;
  });
}

/** A folder on someone's computer is nobody else's business. */
function withoutFolders<T extends { readonly file: string }>(reference: T): T {
  return { ...reference, file: reference.file.split(/[/\\]/).at(-1) };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
