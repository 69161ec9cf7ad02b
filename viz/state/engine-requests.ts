import { transfer } from "comlink";
import type { EngineClient } from "../../workers/engine-client.ts";
import type { RunIdentity, Settling, Start } from "../../workers/messages.ts";

/** What is asked of an engine and answered. All of it but `end` fails with an Error if the engine dies. */
export interface EngineRequests {
  /**
   * Replaces the run with a new one at tick 0, paused. One that has to settle replaces it when that is done.
   *
   * @returns one line for each default that gave way
   * @throws Error with every fault; the old run continues
   */
  start(start: Start): Promise<readonly string[]>;
  /** the run that has to settle, if there is one */
  settling(): Promise<Settling | undefined>;
  /** settles it at once. @returns false if the bytes are not its world */
  takeWorld(world: Uint8Array): Promise<boolean>;
  /** settles it a little further. @returns how many ticks of the burn-in are done */
  settle(milliseconds: number): Promise<number>;
  /** gives it up; the old run continues */
  stopSettling(): Promise<void>;
  /** Goes to a tick, and pauses; `travel` does the work. @returns whether it is there already */
  goTo(tick: number): Promise<boolean>;
  /** replays the run with other interventions up to a tick; `travel` does the work. @throws Error with every fault */
  replan(interventions: Start["interventions"], tick: number): Promise<boolean>;
  /** Forks the run at its last tick. @returns false if an earlier one is on show */
  forkHere(): Promise<boolean>;
  /** @returns how many ticks are left; undefined if another command has ended the travel */
  travel(milliseconds: number): Promise<number | undefined>;
  /** gives it up and shows the last tick */
  stopTravel(): Promise<void>;
  /** does this many ticks */
  advance(ticks: number): Promise<void>;
  stateHash(): Promise<string>;
  /** Replaces the run with the fork of another one, and takes its bytes */
  continueFork(state: Uint8Array): Promise<void>;
  /** goes to a tick as fast as possible, gently or not, and stops there */
  playTo(tick: number, isGentle: boolean): Promise<void>;
  /** the run so far, as data that starts it again */
  record(): Promise<{ start: Start; ticks: number }>;
  /** what names the run and the tick on show */
  identify(): Promise<RunIdentity>;
  /** stops the engine; the last frame stays */
  end(): void;
}

export function createRequests({ commands, call, end }: EngineClient): EngineRequests {
  return {
    start: (start) => call(commands.start(start)),
    settling: () => call(commands.settling()),
    takeWorld: (world) => call(commands.takeWorld(world)),
    settle: (milliseconds) => call(commands.settle(milliseconds)),
    stopSettling: () => call(commands.stopSettling()),
    advance: (ticks) => call(commands.step(ticks)),
    stateHash: () => call(commands.stateHash()),
    continueFork: (state) => call(commands.continueFork(transfer(state, [state.buffer]))),
    goTo: (to) => call(commands.visit(to)),
    replan: (interventions, to) => call(commands.replan(interventions, to)),
    forkHere: () => call(commands.forkHere()),
    travel: (milliseconds) => call(commands.travel(milliseconds)),
    stopTravel: () => call(commands.stopTravel()),
    playTo: (to, isGentle) => call(commands.playTo(to, isGentle)),
    end,
    record: () => call(commands.record()),
    identify: () => call(commands.identify()),
  };
}
