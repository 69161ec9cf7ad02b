import { linesInPieces, type Row, type TableName, tableColumns } from "../../../sim/index.ts";
import type { TextSink } from "../../files/text-file.ts";

/** Writes a table as CSV, with its header. */
export class CsvTable {
  readonly #sink: TextSink;
  readonly #columns: Row;
  #begun: boolean;

  /** @param begun whether the sink has the header already */
  constructor(table: TableName, sink: TextSink, begun = false) {
    this.#sink = sink;
    this.#columns = tableColumns[table];
    this.#begun = begun;
  }

  /** @param pause awaited often */
  async write(rows: Iterable<Row>, pause: () => Promise<void>): Promise<void> {
    await this.begin();
    for (const text of linesInPieces(rows)) {
      await this.#sink.write(text);
      await pause();
    }
  }

  /** Writes the header, unless it is written. */
  async begin(): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    for (const text of linesInPieces([this.#columns])) await this.#sink.write(text);
  }
}
