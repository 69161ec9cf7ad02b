/**
 * Whether an active tie is a local bridge: its two agents share no active contact, so that without it they are three steps or
 * more apart, or not joined at all. A tie of two who have no other contact is one too, though its overlap is not defined.
 *
 * @param shared contacts that its agents share (tie/shared-contacts.ts)
 * @see Granovetter 1973, American Journal of Sociology 78(6), 1360–1380
 */
export function isLocalBridge(shared: number): boolean {
  return shared === 0;
}

/** How many of the first `count` ties are local bridges. */
export function localBridges(shared: Uint32Array, count: number): number {
  let bridges = 0;
  for (let tie = 0; tie < count; tie++) bridges += +isLocalBridge(shared[tie]);
  return bridges;
}
