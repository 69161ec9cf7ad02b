import { MOST_SETTLE_TICKS, settleTicks } from "../../sim/index.ts";
import type { FlagReader, Given } from "../flags/flag-reader.ts";
import { readTableFlags } from "./table-flags.ts";

/** The flags of `weakties run`, as commander passes them on. */
export interface GivenRunFlags {
  readonly scenario?: Given;
  readonly config?: Given;
  readonly link?: Given;
  readonly from?: Given;
  readonly set?: Given;
  readonly seed?: Given;
  readonly ticks?: Given;
  readonly settle?: GivenSettle;
  readonly every?: Given;
  readonly tiesEvery?: Given;
  readonly tiesAt?: Given;
  readonly tiesWhere?: Given;
  readonly eventKinds?: Given;
  readonly network?: Given;
  readonly agents?: Given;
  readonly columns?: Given;
  readonly circleColumn?: Given;
  readonly trustScale?: Given;
  readonly timeUnit?: Given;
  readonly until?: Given;
  readonly interventions?: Given;
  readonly events?: true;
  readonly checkpoint?: true;
  readonly tables?: Given;
  /** commander's name for `--no-ties`: false if it is given */
  readonly ties?: false;
  readonly gzip?: true;
  readonly parquet?: true;
  readonly out?: Given;
  readonly force?: true;
  readonly resume?: true;
  readonly saveEvery?: Given;
  readonly quiet?: true;
}

/** The values of `--settle`, in the order in which the user gave them: true for a flag without a value. */
type GivenSettle = readonly (string | boolean)[] | undefined;

/** What the user asked for on the command line. */
export type RunFlags = ReturnType<typeof readRunFlags>;

/** The most ticks of a run. */
const LONGEST = 1_000_000_000;

export function readRunFlags(given: GivenRunFlags, reader: FlagReader) {
  return {
    scenario: reader.text("--scenario", given.scenario),
    config: reader.text("--config", given.config),
    link: reader.text("--link", given.link),
    from: reader.text("--from", given.from),
    set: reader.settings("--set", given.set),
    seed: reader.text("--seed", given.seed),
    ticks: reader.whole("--ticks", given.ticks, 0, LONGEST),
    settle: readSettle(given.settle, reader),
    every: reader.whole("--every", given.every, 1, LONGEST),
    tiesEvery: reader.whole("--ties-every", given.tiesEvery, 1, LONGEST),
    network: reader.text("--network", given.network),
    agents: reader.text("--agents", given.agents),
    columns: reader.text("--columns", given.columns),
    circleColumn: reader.text("--circle-column", given.circleColumn),
    trustScale: reader.text("--trust-scale", given.trustScale),
    timeUnit: reader.text("--time-unit", given.timeUnit),
    until: reader.text("--until", given.until),
    interventions: reader.text("--interventions", given.interventions),
    out: reader.text("--out", given.out),
    events: given.events === true,
    checkpoint: given.checkpoint === true,
    ...readTableFlags(given, reader),
    force: given.force === true,
    resume: given.resume === true,
    saveEvery: reader.whole("--save-every", given.saveEvery, 0, LONGEST),
    quiet: given.quiet === true,
  };
}

/** @returns the length of the burn-in in ticks */
function readSettle(given: GivenSettle, reader: FlagReader): number | undefined {
  if (given === undefined) return undefined;
  if (given.length === 1 && typeof given[0] === "boolean") return settleTicks(true);
  const texts = given.map((value) => (typeof value === "boolean" ? "" : value));
  return reader.whole("--settle", texts, 0, MOST_SETTLE_TICKS);
}
