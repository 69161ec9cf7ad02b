import {
  didYouMean,
  isScenario,
  keyOfName,
  type PlainValue,
  parameterNames,
  readParameter,
  type ScenarioName,
  scenarioNames,
  shown,
} from "../sim/index.ts";
import { checkText } from "./check-text.ts";
import { Faults } from "./faults.ts";
import { listInterventions, type ReadInterventions } from "./list-interventions.ts";
import { plainOf, readYaml, shownValue, type YamlValue } from "./read-yaml.ts";

/** What a configuration says of a run; what it does not say is left to its scenario or to the defaults. */
export interface RunConfig {
  readonly scenario?: ScenarioName;
  readonly seed?: string;
  readonly ticks?: number;
  readonly every?: number;
  readonly tiesEvery?: number;
  readonly events?: boolean;
  readonly network?: FileReference;
  readonly agents?: FileReference;
  /** by name; each is sound, but whether they fit each other is for `checkParameters` to say */
  readonly parameters: Readonly<Record<string, PlainValue>>;
  /** in place of the scenario's, where they are given; not yet checked */
  readonly interventions?: ReadInterventions;
}

/** A file by its path, as written, and the SHA-256 of its bytes where the configuration asks for that very file. */
export interface FileReference {
  readonly file: string;
  /** 64 hexadecimal digits, lower case */
  readonly sha256?: string;
}

const configKeys = [
  "scenario",
  "seed",
  "ticks",
  "every",
  "ties_every",
  "events",
  "network",
  "agents",
  "parameters",
  "interventions",
];

/** What a run.json has beyond a configuration, as a run writes it about itself; passed over, so that it can be run again. */
const recordKeys: readonly string[] = ["program", "version", "state_hash"];

const LONGEST = 1_000_000_000;

/**
 * Reads the configuration of a run, YAML or JSON; the run.json of a run is one. A seed is text: a number is taken as it is
 * written, `007` stays `007`.
 *
 * @throws InputError with every fault and its line
 */
export function readConfig(text: string, file: string): RunConfig {
  const faults: Faults = new Faults(file);
  const { table } = readYaml(checkText(text, faults), faults);
  if (table === undefined) faults.stop(1, "must be a table such as seed: 1973");
  for (const [key, { line }] of table)
    if (!configKeys.includes(key) && !recordKeys.includes(key))
      faults.add(line, `unknown key ${shown(key)}${didYouMean(key, configKeys)}; known are ${configKeys.join(", ")}`);
  const reader = new ConfigReader(table, faults);
  const interventions = table.get("interventions");
  const config: RunConfig = {
    scenario: reader.scenario(),
    seed: reader.seed(),
    ticks: reader.whole("ticks", 0),
    every: reader.whole("every", 1),
    tiesEvery: reader.whole("ties_every", 1),
    events: reader.onOff("events"),
    network: reader.reference("network"),
    agents: reader.reference("agents"),
    parameters: reader.parameters(),
    interventions: interventions && listInterventions(interventions, faults),
  };
  faults.throwIfAny();
  return config;
}

class ConfigReader {
  readonly #table: ReadonlyMap<string, YamlValue>;
  readonly #faults: Faults;

  constructor(table: ReadonlyMap<string, YamlValue>, faults: Faults) {
    this.#table = table;
    this.#faults = faults;
  }

  scenario(): ScenarioName | undefined {
    const value = this.#table.get("scenario");
    if (value === undefined) return undefined;
    const { scalar } = value;
    if (typeof scalar === "string" && isScenario(scalar)) return scalar;
    const hint = typeof scalar === "string" ? didYouMean(scalar, scenarioNames) : "";
    return this.#fault("scenario", `one of ${scenarioNames.join(", ")}`, value, hint);
  }

  seed(): string | undefined {
    const value = this.#table.get("seed");
    if (value === undefined || (value.source !== undefined && value.scalar !== null)) return value?.source;
    return this.#fault("seed", "a text", value);
  }

  whole(key: string, min: number): number | undefined {
    const value = this.#table.get(key);
    if (value === undefined) return undefined;
    const { scalar } = value;
    if (typeof scalar === "number" && Number.isInteger(scalar) && scalar >= min && scalar <= LONGEST) return scalar;
    return this.#fault(key, `a whole number, ${min} to ${LONGEST}`, value);
  }

  onOff(key: string): boolean | undefined {
    const value = this.#table.get(key);
    if (value === undefined) return undefined;
    if (value.scalar === true || value.scalar === "on") return true;
    if (value.scalar === false || value.scalar === "off") return false;
    return this.#fault(key, "on or off", value);
  }

  reference(key: string): FileReference | undefined {
    const value = this.#table.get(key);
    if (value === undefined) return undefined;
    const { scalar, table } = value;
    if (typeof scalar === "string" && scalar !== "") return { file: scalar };
    const file = table?.get("file")?.scalar;
    const sha256 = table?.get("sha256");
    const others = [...(table?.keys() ?? [])].filter((one) => one !== "file" && one !== "sha256");
    if (typeof file !== "string" || file === "" || others.length > 0)
      return this.#fault(key, "a path, or a table of file and sha256", value);
    if (sha256 === undefined) return { file };
    if (/^[\da-f]{64}$/i.test(sha256.source ?? "")) return { file, sha256: (sha256.source ?? "").toLowerCase() };
    return this.#fault(`${key}.sha256`, "64 hexadecimal digits", sha256);
  }

  parameters(): Record<string, PlainValue> {
    const value = this.#table.get("parameters");
    if (value === undefined || value.scalar === null) return {};
    if (value.table === undefined) return this.#fault("parameters", "a table such as gossip: off", value) ?? {};
    const sound: [string, PlainValue][] = [];
    for (const [name, given] of value.table) {
      const key = keyOfName(name);
      if (key === undefined) {
        this.#faults.add(
          given.line,
          `unknown parameter ${shown(name)}${didYouMean(name, parameterNames)}; \`weakties parameters\` lists them`,
        );
        continue;
      }
      const plain = plainOf(given) as PlainValue;
      const read = readParameter(key, plain);
      if ("problem" in read) this.#faults.add(given.line, read.problem);
      else sound.push([name, plain]);
    }
    return Object.fromEntries(sound);
  }

  #fault(key: string, rule: string, value: YamlValue, hint = ""): undefined {
    this.#faults.add(value.line, `${key} must be ${rule}, got ${shownValue(value)}${hint}`);
  }
}
