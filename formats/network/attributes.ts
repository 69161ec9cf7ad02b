/** The values of one attribute by agent or record; a hole or undefined where a value is missing. */
export type Column = readonly (string | undefined)[];

/** Attributes by title. A column is made when it is read: a file can have as many columns as elements, and few are ever used. */
export class Attributes {
  readonly #makers: Map<string, () => Column>;
  readonly #made = new Map<string, Column>();

  /** @param columns titles, and functions that make the columns */
  constructor(columns: Iterable<readonly [title: string, make: () => Column]> = []) {
    this.#makers = new Map(columns);
  }

  get titles(): string[] {
    return [...this.#makers.keys()];
  }

  /** The column of a title; undefined if no column has it. */
  get(title: string): Column | undefined {
    const known = this.#made.get(title);
    const column = known ?? this.#makers.get(title)?.();
    if (known === undefined && column !== undefined) this.#made.set(title, column);
    return column;
  }

  /** The same attributes and one more, or one in place of another. */
  with(title: string, column: Column): Attributes {
    return new Attributes([...this.#makers, [title, () => column]]);
  }

  /** The same attributes with changed columns. */
  map(change: (column: Column) => Column): Attributes {
    return new Attributes([...this.#makers].map(([title, make]) => [title, () => change(make())]));
  }
}
