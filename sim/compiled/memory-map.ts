/** Where the parts of a population lie in the memory of the compiled step. `npm run compile-rules` writes it to step-code.ts. */
export interface MemoryMap {
  readonly numbers: readonly NumberPlace[];
  readonly columns: readonly ColumnPlace[];
  /** paths of the lists that compiled code takes to be empty */
  readonly lists: readonly (readonly PathPart[])[];
}

/** Steps from a population to one of its parts: `ties`, `blocks`, `ids`. */
export type PathPart = string | number;

/** A number: its address, its path, and whether it is a double (else a 32-bit integer). */
export type NumberPlace = readonly [at: number, path: readonly PathPart[], isDouble: boolean];

/**
 * A column: the address that holds its address, its path, the kind of its elements, and its address if that never changes, else 0.
 * Eight bytes before a column stands its length.
 */
export type ColumnPlace = readonly [at: number, path: readonly PathPart[], elements: ElementKind, fixed: number];

export type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

const kinds = { f64: Float64Array, i32: Int32Array, u32: Uint32Array, u16: Uint16Array, u8: Uint8Array };

export type ElementKind = keyof typeof kinds;

/** Creates a column that lies in a buffer. */
export function viewColumn(kind: ElementKind, buffer: ArrayBuffer, at: number, length: number): Column {
  return new kinds[kind](buffer, at, length);
}

/** By how many bits an index of a column is shifted to give bytes. */
export function shiftOf(kind: ElementKind): number {
  return 31 - Math.clz32(kinds[kind].BYTES_PER_ELEMENT);
}
