import { rmSync } from "node:fs";
import { worldKey } from "../../../sim/index.ts";
import { runAt } from "../../../study/plan.ts";
import { countStates, keepOnly, readState, removeState } from "../folder/state-files.ts";
import type { RunIndex } from "../log/run-index.ts";

/** A settled world that several runs fork from. */
interface SharedWorld {
  readonly key: string;
  /** one of the runs that need it */
  readonly first: number;
  /** runs that need it and are not finished */
  waiting: number;
  state: "unmade" | Promise<void> | "ready" | "failed";
}

/** Makes the world that a run needs, in a thread. Resolves to whether that worked. */
export type MakeWorld = (number: number, key: string) => Promise<boolean>;

/**
 * The burn-ins of the runs that a process makes. Runs with the same burn-in share one settled world, a file that is made before the
 * first of them and removed after the last. A run whose burn-in no other run shares makes it on its way, without a file.
 */
export class BurnIns {
  /** worlds made by this process */
  made = 0;
  /** bytes of the worlds made by this process */
  bytes = 0;
  readonly #folder: string;
  readonly #keyOf: (number: number) => string | undefined;
  readonly #worlds = new Map<string, SharedWorld>();
  readonly #mostAhead: number;

  /**
   * @param folder of the worlds; it may not exist
   * @param hashes by combination, of its burn-in
   * @param numbers of the runs to make, in working order
   * @param mostAhead how many worlds may be ready that no run has asked for
   */
  constructor(
    folder: string,
    hashes: readonly (string | undefined)[],
    index: RunIndex,
    numbers: Iterable<number>,
    mostAhead: number,
  ) {
    this.#folder = folder;
    this.#mostAhead = mostAhead;
    this.#keyOf = (number) => {
      const hash = hashes[index.combinationOf(number)];
      return hash && worldKey(hash, runAt(index.plan, number).seed);
    };
    if (hashes.every((hash) => hash === undefined)) return;
    for (const number of numbers) {
      const key = this.#keyOf(number);
      if (key === undefined) continue;
      const world = this.#worlds.get(key);
      if (world === undefined) this.#worlds.set(key, { key, first: number, waiting: 1, state: "unmade" });
      else world.waiting++;
    }
    keepOnly(folder, new Set(this.#worlds.keys()));
    for (const [key, { waiting }] of this.#worlds)
      if (waiting < 2 && readState(folder, key) === undefined) this.#worlds.delete(key);
  }

  /**
   * Waits until the world of a run is ready, and makes it if no other process does. While another process makes it, this one makes a
   * world that is needed next.
   *
   * @returns the key of the world; undefined if the run makes its burn-in on its way, or has none
   */
  async provide(number: number, make: MakeWorld): Promise<string | undefined> {
    const world = this.#worldOf(number);
    if (world === undefined) return undefined;
    for (;;) {
      if (world.state === "ready") return world.key;
      if (world.state === "failed") return undefined;
      if (world.state === "unmade") await this.#make(world, make);
      else {
        const next = this.#nextToMake();
        await (next === undefined ? world.state : this.#make(next, make));
      }
    }
  }

  /** Notes that a run is recorded. Removes a world that no other run needs. */
  finish(number: number): void {
    const world = this.#worldOf(number);
    if (world === undefined) return;
    world.waiting--;
    if (world.waiting > 0) return;
    this.#worlds.delete(world.key);
    removeState(this.#folder, world.key);
  }

  /**
   * Ends the work.
   *
   * @param isStopped whether runs may be left, whose worlds then stay
   */
  end(isStopped: boolean): void {
    if (!isStopped || countStates(this.#folder).count === 0) rmSync(this.#folder, { recursive: true, force: true });
  }

  async #make(world: SharedWorld, make: MakeWorld): Promise<void> {
    const known = readState(this.#folder, world.key)?.length;
    const making =
      known === undefined
        ? make(world.first, world.key).then((isMade) => {
            world.state = isMade ? "ready" : "failed";
            if (!isMade) return;
            this.made++;
            this.bytes += readState(this.#folder, world.key)?.length ?? 0;
          })
        : Promise.resolve().then(() => {
            world.state = "ready";
          });
    world.state = making;
    await making;
  }

  /** The first world that nobody makes, unless enough are ready ahead. */
  #nextToMake(): SharedWorld | undefined {
    let ahead = 0;
    for (const world of this.#worlds.values()) {
      if (world.state === "unmade") return world;
      if (++ahead > this.#mostAhead) return undefined;
    }
    return undefined;
  }

  #worldOf(number: number): SharedWorld | undefined {
    const key = this.#worlds.size === 0 ? undefined : this.#keyOf(number);
    return key === undefined ? undefined : this.#worlds.get(key);
  }
}
