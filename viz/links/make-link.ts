import type { LinkFork } from "../../formats/link/run-link.ts";
import { writeLink } from "../../formats/link/write-link.ts";
import { VERSION } from "../../sim/version.ts";
import type { RunIdentity } from "../../workers/messages.ts";
import type { ViewOptions } from "../network/view-options.ts";
import { type ShownOfRun, viewOf } from "./link-view.ts";

/** The part of an address after `#` that names a run and what the page shows of it. @throws InputError if it is too long for a link */
export function linkOf({ start, tick, stateHash }: RunIdentity, focus: ShownOfRun, options: ViewOptions): string {
  const { scenario = "default", seed, settled = 0, parameters, interventions, planned = interventions, files } = start;
  const { network, agents } = files ?? {};
  const fork = forkOf(interventions, planned);
  return writeLink({
    version: VERSION,
    scenario,
    seed,
    settled,
    ticks: tick,
    parameters,
    interventions,
    ...(network && { network }),
    ...(agents && { agents }),
    ...(fork && { fork }),
    view: viewOf(focus, options),
    stateHash,
  });
}

/** The world that the run differs from; undefined if it is as planned. */
function forkOf(interventions: RunIdentity["start"]["interventions"], planned: typeof interventions): LinkFork | undefined {
  const [own, unchanged] = [interventions, planned].map((list) => list.map((one) => JSON.stringify(one)));
  const only = (list: typeof interventions, others: readonly string[] = []) =>
    list.filter((one) => !others.includes(JSON.stringify(one))).map(({ tick }) => Number(tick));
  const ticks = [...only(interventions, unchanged), ...only(planned, own)];
  return ticks.length === 0 ? undefined : { tick: Math.max(0, Math.min(...ticks) - 1), unchanged: planned };
}
