import { readAddress } from "../../formats/link/address.ts";
import { readLink } from "../../formats/link/read-link.ts";
import type { RunLink } from "../../formats/link/run-link.ts";
import { scenarioInterventions } from "../../formats/list-interventions.ts";
import { formatNumber } from "../../sim/errors.ts";
import { settleTicksOf } from "../../sim/parameters/settled.ts";
import { VERSION } from "../../sim/version.ts";
import type { Start } from "../../workers/messages.ts";
import type { ViewOptions } from "../network/view-options.ts";
import type { FromFile } from "../state/from-file.ts";
import type { Notice } from "../state/notices.ts";
import { defaults, scenarioStart } from "../state/settings.ts";
import { choicesOf } from "../state/setup.ts";
import type { World } from "../state/world.ts";
import { ask } from "./ask.ts";
import { addressOfVersion } from "./kept-builds.ts";
import { askForFiles } from "./link-files.ts";
import { showView, viewChoices } from "./link-view.ts";

/** What a link is opened in. */
export interface Place {
  readonly world: World;
  readonly options: ViewOptions;
}

/** How a link is opened. */
export interface Opening {
  /** whether the page wrote the address, and so says nothing if all is well */
  readonly isOwn: boolean;
  /** called before the page asks something: there should be a run on show */
  readonly beforeAsking: () => Promise<void>;
}

/** The largest run that a link starts without a question, in agents times ticks: about a minute of work. */
const MOST_WORK = 20_000_000;

type Interventions = Start["interventions"];

/**
 * Opens the run that an address names: plays up to its tick, pauses, and compares the state hash. If that fails, the run on show
 * continues. A link of another version goes to the build of that version, if there is one.
 *
 * @returns whether the run is there
 */
export async function openLink(text: string, place: Place, { isOwn, beforeAsking }: Opening): Promise<boolean> {
  const { world } = place;
  try {
    const { version } = readAddress(text);
    const elsewhere = version === VERSION ? undefined : await addressOfVersion(version);
    if (elsewhere !== undefined) {
      location.replace(elsewhere + location.hash);
      return false;
    }
    const link = readLink(text, viewChoices);
    const isLarge = !isOwn && workOf(link) > MOST_WORK;
    const needsFiles = link.network !== undefined || link.agents !== undefined;
    if (isLarge || needsFiles) await beforeAsking();
    if (isLarge && !(await isLargeRunWanted(link, world))) return false;
    const file = needsFiles ? await askForFiles(link, world) : undefined;
    if (needsFiles && file === undefined) return false;
    return await openRun(link, file, place, isOwn);
  } catch (error) {
    world.reportError(error);
    return false;
  }
}

function agentsOf({ scenario, parameters, interventions }: RunLink): number {
  const { agents } = { ...defaults, ...scenarioStart(scenario).parameters, ...parameters };
  return (interventions as Interventions).reduce((sum, { add }) => sum + (typeof add === "number" ? add : 0), Number(agents));
}

function workOf(link: RunLink): number {
  return agentsOf(link) * (link.ticks + link.settled + 1);
}

/** Asks whether a run that takes long is to start. */
async function isLargeRunWanted(link: RunLink, notices: World): Promise<boolean> {
  const size = `${formatNumber(agentsOf(link))} people over ${formatNumber(link.ticks + link.settled)} weeks`;
  const lines = [`This link asks for a large run: ${size}. It may take many minutes.`];
  return (await ask(notices, lines, "Open it", (answer) => answer(true))) ?? false;
}

async function openRun(link: RunLink, file: FromFile | undefined, { world, options }: Place, isOwn: boolean): Promise<boolean> {
  const before = choicesOf(world);
  const previous = world.runCount.value > 0 ? await world.record() : undefined;
  const { scenario, seed, parameters, ticks } = link;
  const choices = { scenario, seed, chosen: parameters, byHand: { parameters: {}, traits: {} }, fromFile: fromFileOf(link, file) };
  if (!(await world.openRun({ start: startOf(link, file), ticks }, choices))) return false;
  showView(link.view ?? {}, world, options, world.snapshot()?.agents ?? 0);
  const result = compare(link, await world.stateHash());
  const back = previous && { label: "Back to the previous run", act: () => void world.goBack(previous, before) };
  if (!isOwn || result.kind === "fault") world.notice.value = { ...result, ...(back && !isOwn && { actions: [back] }) };
  return true;
}

function startOf({ seed, scenario, settled, parameters, interventions, fork }: RunLink, file: FromFile | undefined): Start {
  return {
    seed,
    scenario,
    parameters,
    interventions: interventions as Interventions,
    ...(fork && { planned: fork.unchanged as Interventions }),
    ...(settled > 0 && { settled }),
    ...(file?.people && { people: file.people }),
    ...(file?.imported && { imported: file.imported }),
    ...(file?.files && { files: file.files }),
  };
}

/** What the run is about, if not a scenario as it is: people from files, or a record with interventions or a burn-in of its own. */
function fromFileOf(link: RunLink, file: FromFile | undefined): FromFile | undefined {
  const { scenario, seed, settled, ticks, parameters, interventions, fork, stateHash = "", version } = link;
  const planned = (fork?.unchanged ?? interventions) as Interventions;
  const isUsual = settled === (file === undefined ? settleTicksOf(scenario) : 0);
  if (isUsual && JSON.stringify(planned) === JSON.stringify(scenarioInterventions(scenario).given)) return file;
  const domains = Number(parameters.domains ?? defaults.domains);
  const record = { scenario, seed, settled, ticks, parameters, domains, interventions: planned, stateHash, version };
  if (file !== undefined) return { ...file, record };
  const own: FromFile = { file: "run of a link", summary: "A run that was opened from a link.", record, again: async () => own };
  return own;
}

/** What to say about a run that has reached the tick of its link. */
function compare({ stateHash, version }: RunLink, hash: string): Notice {
  if (stateHash === undefined)
    return { kind: "done", lines: [`The run of the link, with state hash ${hash}. The link names none to compare it with.`] };
  if (hash === stateHash) return { kind: "done", lines: [`This is the same run as in the link: state hash ${hash}.`] };
  const why =
    version === VERSION
      ? "A link can name a hash that was never true, or an earlier build of this version made it."
      : `weakties ${version} made the link, this is ${VERSION}, and no build of ${version} is kept here: rules or defaults may differ.`;
  return { kind: "fault", lines: [`This is not the run of the link: state hash ${hash}, in the link ${stateHash}.`, why] };
}
