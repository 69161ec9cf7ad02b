/**
 * Says whether an active tie is a local bridge: its two agents share no active contact. Without the tie they would be at least three
 * steps apart, or not connected at all. A tie whose agents have no other contact is a local bridge too, although its overlap is
 * undefined.
 *
 * @param shared number of contacts that its agents share (tie/shared-contacts.ts)
 * @see Granovetter 1973, American Journal of Sociology 78(6), 1360–1380
 */
export function isLocalBridge(shared: number): boolean {
  return shared === 0;
}

/** Counts the local bridges among the first `count` ties. */
export function localBridges(shared: Uint32Array, count: number): number {
  let bridges = 0;
  for (let tie = 0; tie < count; tie++) bridges += +isLocalBridge(shared[tie]);
  return bridges;
}

/** Counts the weak ones among the local bridges. */
export function weakLocalBridges(shared: Uint32Array, strength: Float64Array, count: number, strongFrom: number): number {
  let weak = 0;
  for (let tie = 0; tie < count; tie++) weak += +(isLocalBridge(shared[tie]) && strength[tie] < strongFrom);
  return weak;
}
