import { plainWord } from "./words.ts";

interface Column {
  readonly title: string;
  readonly values: (string | undefined)[];
  default?: string;
}

/** The attributes of nodes, or of edges, as columns. Titles that differ only in case, blanks and marks share a column. */
export class AttributeColumns {
  readonly #columns = new Map<string, Column>();

  /** @returns the value that this one replaces, if any; an empty value is not set */
  set(title: string, element: number, value: string): string | undefined {
    if (value.trim() === "") return undefined;
    const { values } = this.#column(title);
    const before = values[element];
    values[element] = value;
    return before;
  }

  /** Sets the value of all elements that have none. */
  setDefault(title: string, value: string): void {
    if (value.trim() !== "") this.#column(title).default = value;
  }

  get titles(): string[] {
    return [...this.#columns.values()].map(({ title }) => title);
  }

  /** The title of the first column that has one of these names. */
  find(words: readonly string[]): string | undefined {
    const word = words.find((one) => this.#columns.has(one));
    return word === undefined ? undefined : this.#columns.get(word)?.title;
  }

  valueOf(title: string | undefined, element: number): string | undefined {
    const column = title === undefined ? undefined : this.#columns.get(plainWord(title));
    return column?.values[element] ?? column?.default;
  }

  /** The values of some elements by title. */
  columnsOf(elements: readonly number[]): Map<string, (string | undefined)[]> {
    return new Map(this.titles.map((title) => [title, elements.map((element) => this.valueOf(title, element))]));
  }

  #column(title: string): Column {
    const word = plainWord(title);
    let column = this.#columns.get(word);
    if (column === undefined) {
      column = { title, values: [] };
      this.#columns.set(word, column);
    }
    return column;
  }
}
