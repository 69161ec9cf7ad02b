import { type Column, type ColumnPlace, type MemoryMap, type PathPart, shiftOf, viewColumn } from "./memory-map.ts";

/** What the compiled code offers besides the phases. */
export interface Exports {
  /** `buffer` is replaced whenever the memory grows; views of the old one are then empty */
  readonly memory: { readonly buffer: ArrayBuffer };
  /** takes room for a column, and returns its address; all its bytes are 0 */
  readonly alloc: (length: number, shift: number) => number;
  /** gives the room of a column back */
  readonly release: (at: number) => void;
}

type Owner = Record<PathPart, unknown>;

/** A part of the population: the object it belongs to, and its name there. */
class Part {
  readonly name: PathPart;
  readonly #path: readonly PathPart[];
  #owner: Owner;

  constructor(population: Owner, path: readonly PathPart[]) {
    this.name = path[path.length - 1];
    this.#path = path.slice(0, -1);
    this.#owner = population;
    this.find(population);
  }

  /** Finds the owner again, after parts of the population were replaced. */
  find(population: Owner): void {
    this.#owner = this.#path.reduce((owner, name) => owner[name] as Owner, population);
  }

  get value(): unknown {
    return this.#owner[this.name];
  }

  set value(value: unknown) {
    this.#owner[this.name] = value;
  }
}

/** A column, and what is known of it since it was last in place: the view that the program has, its address and its length. */
interface SharedColumn {
  readonly place: ColumnPlace;
  readonly part: Part;
  view: unknown;
  at: number;
  length: number;
}

/**
 * The memory that a population shares with the compiled step. The columns of the population are views of this memory, so the rest of
 * the program reads and writes them as always. It may also replace columns and numbers: `enter` brings what is new into the memory.
 */
export class SharedMemory {
  readonly #exports: Exports;
  readonly #population: Owner;
  readonly #columns: readonly SharedColumn[];
  readonly #lists: readonly Part[];
  readonly #numbers: readonly { readonly at: number; readonly isDouble: boolean; readonly part: Part }[];
  #buffer: ArrayBuffer;
  #words: Uint32Array;
  #doubles: Float64Array;
  #circles: unknown;

  constructor(exports: Exports, population: object, map: MemoryMap) {
    const owner = population as Owner;
    this.#exports = exports;
    this.#population = owner;
    this.#columns = map.columns.map((place) => ({ place, part: new Part(owner, place[1]), view: undefined, at: 0, length: 0 }));
    this.#numbers = map.numbers.map(([at, path, isDouble]) => ({ at, isDouble, part: new Part(owner, path) }));
    this.#lists = map.lists.map((path) => new Part(owner, path));
    this.#buffer = exports.memory.buffer;
    this.#words = new Uint32Array(this.#buffer);
    this.#doubles = new Float64Array(this.#buffer);
  }

  /** Says whether a list has entries that compiled code would miss. */
  get isMissingSomething(): boolean {
    return this.#lists.some((part) => (part.value as readonly unknown[]).length > 0);
  }

  /** Brings everything into the memory that the program has replaced since the compiled code last ran. */
  enter(): void {
    this.#findAgain();
    for (const column of this.#columns) if (!this.#isInPlace(column)) this.#bringIn(column);
    for (const { at, isDouble, part } of this.#numbers) {
      if (isDouble) this.#doubles[at >>> 3] = part.value as number;
      else this.#words[at >>> 2] = part.value as number;
    }
  }

  /** Shows the program what the compiled code has replaced. */
  leave(): void {
    this.#viewIfGrown();
    for (const column of this.#columns) if (!this.#isInPlace(column)) this.#viewAgain(column);
    for (const { at, isDouble, part } of this.#numbers) part.value = isDouble ? this.#doubles[at >>> 3] : this.#words[at >>> 2] | 0;
  }

  /** Copies all columns out of the memory, so that the population no longer needs it. */
  detach(): void {
    this.#findAgain();
    for (const { part } of this.#columns) part.value = (part.value as Column).slice();
  }

  /** Only the lists of circles are replaced as a whole. */
  #findAgain(): void {
    const { circles } = this.#population;
    if (circles === this.#circles) return;
    this.#circles = circles;
    for (const { part } of this.#columns) part.find(this.#population);
    for (const { part } of this.#numbers) part.find(this.#population);
  }

  /** Compares numbers and one reference: this runs for every column, several times a tick. */
  #isInPlace({ place: [slot], part, view, at, length }: SharedColumn): boolean {
    return this.#words[slot >>> 2] === at && this.#words[(at - 8) >>> 2] === length && part.value === view;
  }

  #bringIn(column: SharedColumn): void {
    const [slot, , kind, fixed] = column.place;
    const given = column.part.value as Column;
    const old = this.#words[slot >>> 2];
    let at = fixed;
    if (given.buffer === this.#buffer) at = given.byteOffset;
    else {
      if (fixed === 0) at = this.#exports.alloc(given.length, shiftOf(kind)) >>> 0;
      this.#viewIfGrown();
      this.#words[(at - 8) >>> 2] = given.length;
      viewColumn(kind, this.#buffer, at, given.length).set(given);
      if (old !== 0 && fixed === 0) this.#exports.release(old);
    }
    this.#words[slot >>> 2] = at;
    this.#viewAgain(column);
  }

  /** If the memory has grown, views it and all columns in it again. */
  #viewIfGrown(): void {
    const { buffer } = this.#exports.memory;
    const old = this.#buffer;
    if (buffer === old) return;
    this.#buffer = buffer;
    this.#words = new Uint32Array(buffer);
    this.#doubles = new Float64Array(buffer);
    for (const column of this.#columns) if ((column.part.value as Column).buffer === old) this.#viewAgain(column);
  }

  /** Gives the program a view of a column as it is in the memory now. */
  #viewAgain(column: SharedColumn): void {
    const [slot, , kind] = column.place;
    column.at = this.#words[slot >>> 2];
    column.length = this.#words[(column.at - 8) >>> 2];
    column.view = viewColumn(kind, this.#buffer, column.at, column.length);
    column.part.value = column.view;
  }
}
