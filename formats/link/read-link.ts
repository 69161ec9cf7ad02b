import { checkInterventions, formatNumber, mergeParameters, type Parameters, scenarios } from "../../sim/index.ts";
import { readConfigTable } from "../config-table.ts";
import { Faults } from "../faults.ts";
import { scenarioInterventions } from "../list-interventions.ts";
import { readJsonValue } from "../read-json-value.ts";
import { TableReader } from "../table-reader.ts";
import { plainOf, type YamlValue } from "../yaml-value.ts";
import { LINK, readAddress, unpackContent } from "./address.ts";
import { readView, type ViewChoices } from "./read-view.ts";
import type { LinkFork, RunLink } from "./run-link.ts";

/** The most entries of a list in a link. */
const MOST_ENTRIES = 1000;

const keys = [
  "scenario",
  "seed",
  "settled",
  "ticks",
  "parameters",
  "interventions",
  "network",
  "agents",
  "fork",
  "state_hash",
  "view",
];

/** Faults of a link. It has no lines. */
class LinkFaults extends Faults {
  override add(_line: number, what: string): void {
    super.add(0, what);
  }
}

/**
 * Reads the run that an address names. Anyone can write a link, so everything in it is checked.
 *
 * @param text an address, or its part after `#`
 * @param choices what the view may name; any word if not given
 * @throws InputError with every fault
 */
export function readLink(text: string, choices?: ViewChoices): RunLink {
  const address = readAddress(text);
  const faults: Faults = new LinkFaults(LINK);
  const value = readJsonValue(unpackContent(address), faults);
  if (value?.table === undefined) faults.stop(0, "must hold a table such as {seed: 1973}");
  checkLists(value, "", faults);
  faults.throwIfAny();
  const reader = new TableReader(value.table, faults);
  reader.checkKeys(keys);
  const link = readContent(reader, choices);
  faults.throwIfAny();
  return { ...link, version: address.version };
}

function readContent(reader: TableReader, choices: ViewChoices | undefined): Omit<RunLink, "version"> {
  const { scenario = "default", seed, ticks, settled = 0, parameters, network, agents, interventions } = readConfigTable(reader);
  for (const key of ["seed", "ticks"])
    if (reader.get(key) === undefined) reader.faults.add(0, `${key} is missing: copy the whole link again`);
  const files = { ...(network && { network }), ...(agents && { agents }) };
  for (const key of ["network", "agents"] as const) checkFile(key, files[key], reader.faults);
  const given = interventions?.given ?? scenarioInterventions(scenario).given;
  // With files about people, the run is checked once these are read.
  const areKnown = network === undefined && agents === undefined;
  const merged = areKnown ? checkRun({ scenario, parameters, interventions: given }, reader.faults) : undefined;
  const stateHash = readHash(reader);
  const fork = readFork(reader, given);
  const view = readView(reader, choices, merged);
  return {
    scenario,
    seed: seed ?? "",
    settled,
    ticks: ticks ?? 0,
    parameters,
    interventions: given,
    ...files,
    ...(fork && { fork }),
    ...(view && { view }),
    ...(stateHash !== undefined && { stateHash }),
  };
}

/** A list longer than any that a person needs is refused before its entries are read. */
function checkLists(value: YamlValue, place: string, faults: Faults): void {
  const { list = [], table = new Map<string, YamlValue>() } = value;
  const count = Math.max(list.length, table.size);
  if (count > MOST_ENTRIES) {
    const rule = `must have at most ${formatNumber(MOST_ENTRIES)} entries, got ${formatNumber(count)}`;
    return faults.add(0, `${place === "" ? "its content" : place} ${rule}: share the run.json of the run instead`);
  }
  for (const [key, one] of [...list.entries(), ...table]) {
    const name = typeof key === "number" ? `${place}[${key}]` : place === "" ? key : `${place}.${key}`;
    checkLists(one, name.slice(0, 60), faults);
  }
}

/** A link names a file, and never a place on someone's computer. */
function checkFile(key: string, reference: RunLink["network"], faults: Faults): void {
  if (reference === undefined) return;
  if (/[/\\]/.test(reference.file)) faults.add(0, `${key}.file must be a name without a folder: ask for another link`);
  if (reference.sha256 === undefined)
    faults.add(0, `${key}.sha256 is missing, so no file can be known as the right one: ask for another link`);
}

/** Checks how parameters and interventions fit together. @returns all parameters */
function checkRun(
  { scenario, parameters, interventions }: Pick<RunLink, "scenario" | "parameters" | "interventions">,
  faults: Faults,
): Parameters {
  const layers = [
    { place: `scenario ${scenario}`, values: scenarios[scenario].parameters },
    { place: "parameters", values: parameters },
  ];
  const merged = mergeParameters(layers);
  const known = { parameters: merged.parameters, names: [], circleNames: [] };
  for (const problem of [...merged.problems, ...checkInterventions(interventions, known).problems]) faults.add(0, problem);
  return merged.parameters;
}

function readHash(reader: TableReader): string | undefined {
  const value = reader.get("state_hash");
  if (value === undefined || /^[\da-f]{16}$/.test(value.source ?? "")) return value?.source;
  return reader.fault("state_hash", "16 hexadecimal digits", value);
}

/** @param interventions of the run, to which those of the unchanged world can refer */
function readFork(reader: TableReader, interventions: readonly unknown[]): LinkFork | undefined {
  const value = reader.get("fork");
  if (value === undefined) return undefined;
  if (value.table === undefined) return reader.fault("fork", "a table with tick and unchanged", value);
  const fork = new TableReader(value.table, reader.faults, "fork");
  if (fork.get("fork") !== undefined) {
    reader.faults.add(0, "fork.fork: a link can hold one fork, and this is the fork of a fork: ask for another link");
    return undefined;
  }
  fork.checkKeys(["tick", "unchanged"]);
  const tick = fork.whole("tick", 0);
  const list = fork.get("unchanged")?.list;
  if (tick === undefined || list === undefined)
    return reader.fault("fork", "a table with a tick and the list of interventions unchanged", value);
  const unchanged = list.map((one, at) => {
    const place = plainOf(one);
    if (typeof place !== "number") return place;
    if (Number.isInteger(place) && place >= 0 && place < interventions.length) return interventions[place];
    return reader.fault(
      `fork.unchanged[${at}]`,
      `the place of one of ${formatNumber(interventions.length)} interventions, from 0`,
      one,
    );
  });
  return { tick, unchanged };
}
