import { closeSync, fsyncSync, openSync, renameSync, statSync, truncateSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import type { BasicType, ColumnSource, ParquetWriter } from "hyparquet-writer";
import { type Cell, type Row, type TableName, tableColumns } from "../../../sim/index.ts";
import { writing } from "../../files/write-error.ts";

/** Rows of a row group, the most that are in memory at a time. */
const GROUP = 1 << 16;

/** Columns of whole numbers. */
// biome-ignore format: a table
const wholeColumns: ReadonlySet<string> = new Set([
  "tick", "agent", "agents", "from", "to", "about", "domain", "since", "last_encounter", "degree", "known_ties", "active_ties",
  "weak_ties", "strong_ties", "dormant_ties", "cross_ties", "local_bridges", "promises_kept", "promises_broken",
]);

const textColumns: ReadonlySet<string> = new Set(["name", "kind"]);

const circleColumns: ReadonlySet<string> = new Set(["circle", "from_circle", "to_circle"]);

/**
 * A table of a run as Parquet, with the columns of its CSV form. Names are as they are, without the apostrophe that protects
 * spreadsheets. The library chooses dictionaries where they save space, and each page is compressed with gzip, which every reader of
 * Parquet knows.
 */
export class ParquetTable {
  readonly name: string;
  bytes = 0;
  readonly #path: string;
  readonly #writer: ParquetWriter;
  readonly #columns: readonly Column[];
  #held = 0;

  /**
   * @param hasCircleNames whether circles have labels; if not, they are numbers
   * @param from the state of a table that continues
   */
  static async open(path: string, table: TableName, hasCircleNames: boolean, from?: unknown): Promise<ParquetTable> {
    // The library loads only if Parquet is asked for, so that other runs start quickly.
    const { fileWriter, ParquetWriter, schemaFromColumnData } = await import("hyparquet-writer");
    const columns = tableColumns[table].map((name) => ({ name, type: columnType(name, hasCircleNames), nullable: true, data: [] }));
    const schema = schemaFromColumnData({ columnData: columns });
    const before = from as ParquetState | undefined;
    const aside = `${path}.before`;
    const writer = writing(basename(path), () => {
      // The library always begins a new file. Nothing is written to it before the old one has its name again.
      if (before !== undefined) renameSync(path, aside);
      const made = new ParquetWriter({ writer: fileWriter(path), schema, codec: "GZIP", compressors: { GZIP: compress } });
      if (before !== undefined) {
        renameSync(aside, path);
        truncateSync(path, before.onDisk);
      }
      return made;
    });
    const opened = new ParquetTable(path, writer, columns);
    if (before !== undefined) opened.#restore(before);
    return opened;
  }

  state(): ParquetState {
    const { writer, row_groups: groups, num_rows: rows, pendingIndexes: indexes } = this.#inside;
    writing(this.name, () => flushFile(this.#path));
    return {
      onDisk: statSync(this.#path).size,
      tail: new Uint8Array(writer.buffer.slice(0, writer.index)),
      offset: writer.offset,
      written: { row_groups: groups, num_rows: rows, pendingIndexes: indexes },
      held: this.#columns.map(({ data }) => data),
    };
  }

  #restore({ tail, offset, written, held }: ParquetState): void {
    Object.assign(this.#writer, written);
    const { writer } = this.#inside;
    writer.index = 0;
    writer.ensure(tail.length);
    new Uint8Array(writer.buffer).set(tail);
    Object.assign(writer, { index: tail.length, offset });
    for (const [at, { data }] of this.#columns.entries()) for (const cell of held[at] ?? []) data.push(cell);
    this.#held = held[0]?.length ?? 0;
  }

  get #inside(): InsideOfWriter {
    return this.#writer as unknown as InsideOfWriter;
  }

  private constructor(path: string, writer: ParquetWriter, columns: readonly Column[]) {
    this.name = basename(path);
    this.#path = path;
    this.#writer = writer;
    this.#columns = columns;
  }

  /** @param pause awaited often */
  async write(rows: Iterable<Row>, pause: () => Promise<void>): Promise<void> {
    for (const row of rows) {
      for (const [at, { type, data }] of this.#columns.entries()) data.push(convertCell(row[at], type));
      this.#held++;
      if (this.#held < GROUP) continue;
      this.#writeGroup();
      await pause();
    }
  }

  close(): void {
    if (this.#held > 0) this.#writeGroup();
    writing(this.name, () => {
      this.#writer.finish();
      flushFile(this.#path);
      this.bytes = statSync(this.#path).size;
    });
  }

  abandon(): void {} // the file is open only while it is written to

  #writeGroup(): void {
    writing(this.name, () => this.#writer.write({ columnData: [...this.#columns], rowGroupSize: GROUP }));
    for (const { data } of this.#columns) data.length = 0;
    this.#held = 0;
  }
}

/** A table that is not finished. */
interface ParquetState {
  /** bytes of the file */
  readonly onDisk: number;
  /** bytes that are not in the file yet */
  readonly tail: Uint8Array;
  /** bytes written in all */
  readonly offset: number;
  /** what the library writes at the end of the file */
  readonly written: { readonly row_groups: unknown; readonly num_rows: unknown; readonly pendingIndexes: unknown };
  /** by column, the rows of the next group */
  readonly held: readonly (readonly Cell[])[];
}

/** The parts of the library's writer that make up its state. */
interface InsideOfWriter {
  readonly writer: { buffer: ArrayBuffer; index: number; offset: number; ensure(bytes: number): void };
  readonly row_groups: unknown;
  readonly num_rows: unknown;
  readonly pendingIndexes: unknown;
}

function flushFile(path: string): void {
  const file = openSync(path, "r+");
  fsyncSync(file);
  closeSync(file);
}

interface Column extends Omit<ColumnSource, "data" | "type"> {
  readonly type: BasicType;
  readonly data: Cell[];
}

/** The type of a column of a run's tables. */
export function columnType(column: string, hasCircleNames: boolean): BasicType {
  if (textColumns.has(column)) return "STRING";
  if (circleColumns.has(column)) return hasCircleNames ? "STRING" : "INT32";
  if (column === "local_bridge") return "BOOLEAN";
  return wholeColumns.has(column) ? "INT32" : "DOUBLE";
}

function convertCell(cell: Cell, type: BasicType): Cell {
  if (cell === undefined || Number.isNaN(cell)) return undefined;
  return type === "STRING" ? String(cell) : cell;
}

/** The system's number in the header is 255 for unknown, so that equal tables give equal files on every system. */
function compress(page: Uint8Array): Uint8Array {
  const compressed = gzipSync(page);
  compressed[9] = 255;
  return compressed;
}
