import type { PlainValue, ScenarioName, TurningIntervention } from "../../sim/index.ts";
import type { FileReference } from "../table-reader.ts";

/** A run as a link names it: the run up to a tick, and what the page shows of it. */
export interface RunLink {
  /** the program version that made it */
  readonly version: string;
  readonly scenario: ScenarioName;
  readonly seed: string;
  /** ticks of the burn-in before tick 0 */
  readonly settled: number;
  /** where the run is */
  readonly ticks: number;
  /** by name; they replace those of the scenario */
  readonly parameters: Readonly<Record<string, PlainValue>>;
  /** all of them, also those of the scenario; not yet checked against the people of files */
  readonly interventions: readonly unknown[];
  /** if the run differs from a world that was planned otherwise */
  readonly fork?: LinkFork;
  /** files about people, by name, with the SHA-256 of their bytes */
  readonly network?: FileReference;
  readonly agents?: FileReference;
  readonly view?: LinkView;
  /** the state at `ticks`, if it is known */
  readonly stateHash?: string;
}

/** The world that a run differs from, because it was changed. */
export interface LinkFork {
  /** the last tick at which the two are the same */
  readonly tick: number;
  /** the interventions of the unchanged world */
  readonly unchanged: readonly unknown[];
}

/** What the page shows of a run. Words are those of the page. */
export interface LinkView {
  readonly agent?: number;
  /** the two agents of the selected tie */
  readonly tie?: readonly [number, number];
  readonly color?: string;
  readonly size?: string;
  readonly ties?: string;
  readonly names?: boolean;
  readonly table?: boolean;
  readonly chart?: string;
  /** the run and the unchanged world side by side */
  readonly both?: boolean;
  readonly ripple?: LinkRipple;
}

/** A ripple on show: that of one event, in one of its weeks. */
export interface LinkRipple {
  /** an intervention that turns the event, with agents by number */
  readonly event: TurningIntervention;
  /** the week of the event is week 1; left out for the one that the page shows first */
  readonly week?: number;
}
