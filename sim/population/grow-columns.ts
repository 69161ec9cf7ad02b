type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/**
 * Replaces the columns of a store with longer ones, and keeps what they hold. Everything else in the store stays as it is.
 *
 * @param store changed here
 * @param larger new columns under the same names, each at least as long as the one it replaces; the entries beyond the old
 *   length keep the values that they have here
 */
export function growColumns<Key extends string>(store: Record<NoInfer<Key>, Column>, larger: Record<Key, Column>): void {
  for (const name of Object.keys(larger) as Key[]) {
    larger[name].set(store[name]);
    store[name] = larger[name];
  }
}
