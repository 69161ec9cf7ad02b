import { effect } from "@preact/signals";
import type { CopiedLink } from "./copied-link.ts";
import { linkOf } from "./make-link.ts";
import { openLink, type Place } from "./open-link.ts";

/** Milliseconds between two changes of the address: browsers refuse more than about one in a third of a second. */
const BETWEEN_WRITES = 2000;

/** The same while the run plays and nothing but its week changes: the state hash of each address takes time from the run. */
const WHILE_PLAYING = 10_000;

/** Milliseconds from a change to the address, so that one gesture is one change. */
const AFTER_CHANGE = 250;

/** Larger worlds name no state hash in the address while they play: it would take time from them. */
const MOST_AGENTS_PLAYING = 5000;

/** The link to what the page shows now. */
export async function makeLink({ world, options }: Place): Promise<CopiedLink> {
  const identity = await world.identify();
  const { href } = new URL(`#${linkOf(identity, world, options)}`, location.href);
  return { url: href, command: `weakties run --link "${href}"`, tick: identity.tick, stateHash: identity.stateHash };
}

/** Opens the run that the address names, and follows the address from then on. If that fails, another run starts. */
export async function openAddress(place: Place, startOther: () => Promise<void>): Promise<void> {
  const { world } = place;
  const state: { isPlaying?: unknown } | null = history.state;
  const startIfNone = async (): Promise<void> => {
    if (world.runCount.value > 0) return;
    const fault = world.notice.value;
    await startOther();
    world.notice.value = fault;
  };
  const hasOpened = await openLink(location.hash, place, { isOwn: state !== null, beforeAsking: startIfNone });
  if (!hasOpened) await startIfNone();
  if (hasOpened && state?.isPlaying === true) world.play();
  // What was opened stays in the history if it was no run.
  followAddress(place, hasOpened);
}

/**
 * Keeps the address as the link to what the page shows, and opens what the reader goes back to or types. Another run is another entry
 * in the history, so that Back returns to the run before.
 *
 * @param isOpened whether the run on show is the one in the address
 */
export function followAddress(place: Place, isOpened = location.hash === ""): void {
  const { world } = place;
  /** the run that the last entry of the history names */
  let known = isOpened ? world.runCount.value : 0;
  let isOpening = false;
  let last = 0;
  /** when the next write is due; Infinity if none is */
  let due = Number.POSITIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function write(): Promise<void> {
    due = Number.POSITIVE_INFINITY;
    if (isOpening || world.runCount.value === 0 || world.deathReason.value !== undefined) return;
    last = performance.now();
    const run = world.runCount.value;
    const address = await currentAddress(place);
    if (address === undefined || isOpening || run !== world.runCount.value) return;
    const state = { isPlaying: world.wantsToPlay() };
    if (run === known) history.replaceState(state, "", address);
    else history.pushState(state, "", address);
    known = run;
  }

  /** @param spacing milliseconds since the last write */
  function writeSoon(spacing = BETWEEN_WRITES): void {
    const now = performance.now();
    const wanted = Math.max(now + AFTER_CHANGE, last + spacing);
    if (wanted >= due) return;
    due = wanted;
    clearTimeout(timer);
    timer = setTimeout(() => void write(), wanted - now);
  }

  effect(() => {
    followSignals(place);
    writeSoon();
  });
  effect(() => {
    void world.tick.value;
    writeSoon(world.playing.peek() ? WHILE_PLAYING : BETWEEN_WRITES);
  });
  addEventListener("popstate", async () => {
    if (!/\brun=/.test(location.hash)) return;
    const state: { isPlaying?: unknown } | null = history.state;
    isOpening = true;
    const hasOpened = await openLink(location.hash, place, { isOwn: state !== null, beforeAsking: async () => undefined });
    isOpening = false;
    if (hasOpened) known = world.runCount.value;
    if (hasOpened && state?.isPlaying === true) world.play();
    writeSoon();
  });
}

/** Reads everything that a link names but the week, so that an effect follows it. */
function followSignals({ world, options }: Place): void {
  const { runCount, cuts, interventions, fork, playing, selection, turned, ripple } = world;
  const { colorBy, sizeBy, filter, labels, asTable, chart, sideBySide } = options;
  for (const one of [runCount, cuts, interventions, fork, playing, selection, turned, ripple]) void one.value;
  for (const one of [colorBy, sizeBy, filter, labels, asTable, chart, sideBySide]) void one.value;
}

/** @returns undefined if the run is too long for a link, or too large to name while it plays */
async function currentAddress({ world, options }: Place): Promise<string | undefined> {
  if (world.playing.value && (world.snapshot()?.agents ?? 0) > MOST_AGENTS_PLAYING) return undefined;
  try {
    return `#${linkOf(await world.identify(), world, options)}`;
  } catch {
    return undefined; // the button says why
  }
}
