import { Attributes } from "./attributes.ts";
import { plainWord } from "./words.ts";

interface Column {
  readonly title: string;
  /** by element: an array would have a place for each element that has no value, and a file can have as many columns as elements */
  readonly values: Map<number, string>;
  default?: string;
}

/** The attributes of nodes, or of edges, as columns. Titles that differ only in case, blanks and marks share a column. */
export class AttributeColumns {
  readonly #columns = new Map<string, Column>();
  /** columns by title as written: most titles come again and again, and some are long */
  readonly #byTitle = new Map<string, Column>();

  /** @returns the value that this one replaces, if any; an empty value is not set */
  set(title: string, element: number, value: string): string | undefined {
    if (value.trim() === "") return undefined;
    const { values } = this.#column(title);
    const before = values.get(element);
    values.set(element, value);
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
    const column = title === undefined ? undefined : (this.#byTitle.get(title) ?? this.#columns.get(plainWord(title)));
    return column?.values.get(element) ?? column?.default;
  }

  /** The values of some elements by title. */
  columnsOf(elements: readonly number[]): Attributes {
    return new Attributes(
      this.titles.map((title) => [title, () => elements.map((element) => this.valueOf(title, element))] as const),
    );
  }

  #column(title: string): Column {
    const known = this.#byTitle.get(title);
    if (known !== undefined) return known;
    const word = plainWord(title);
    const column = this.#columns.get(word) ?? { title, values: new Map() };
    this.#columns.set(word, column);
    this.#byTitle.set(title, column);
    return column;
  }
}
