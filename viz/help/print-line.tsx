import { scenarios } from "../../sim/parameters/scenarios.ts";
import type { World } from "../state/world.ts";
import { formatTick } from "../text/format-tick.ts";

/** What a printed page is a picture of: scenario or file, seed, time, state hash and address. */
export function PrintLine({ world }: { world: World }) {
  const { fromFile, scenario, seed, tick, hash } = world;
  const about = fromFile.value?.file ?? scenarios[scenario.value].title;
  return (
    <p class="print-line">
      {about}. Seed {seed.value}. {formatTick(tick.value)}, tick {tick.value}.{" "}
      {hash.value === "" ? "For the state hash, print from the ? panel." : `State hash ${hash.value}.`} {location.href}
    </p>
  );
}

/** Pauses, reads the state hash, and prints the page. */
export async function printSheet({ pause, readHash }: Pick<World, "pause" | "readHash">): Promise<void> {
  pause();
  await readHash();
  requestAnimationFrame(() => print());
}
