import { closeSync, fsyncSync, openSync, truncateSync, writeSync } from "node:fs";
import { basename } from "node:path";
import { writing } from "./write-error.ts";

/** Characters to collect before a write. */
const BLOCK = 1 << 16;

/** Takes text in pieces. If `write` returns a promise, wait for it before the next piece. */
export interface TextSink {
  write(text: string): void | Promise<void>;
}

/** How the blocks of a text become the bytes of a file. */
export interface TextEncoding {
  /** characters to collect before a write */
  readonly block: number;
  /** the first bytes of the file */
  begin(): Uint8Array;
  encode(block: Buffer): Uint8Array;
  /** the last bytes of the file */
  end(): Uint8Array;
  /** what a file that continues needs to know, as plain data; undefined for nothing */
  state?(): unknown;
}

/** A file that is not finished, as plain data: with it, and with the bytes on the disk, another process continues the file. */
export interface FileState {
  readonly bytes: number;
  /** text that is not written yet */
  readonly block: string;
  readonly encoding: unknown;
}

const nothing = new Uint8Array(0);

const plain: TextEncoding = { block: BLOCK, begin: () => nothing, encode: (block) => block, end: () => nothing };

/** A new file of UTF-8 text, written in blocks. However long the file grows, only one block is in memory. */
export class TextFile implements TextSink {
  readonly name: string;
  /** written so far, without the current block */
  bytes = 0;
  readonly #encoding: TextEncoding;
  #file: number | undefined;
  #block = "";

  /**
   * @param name for messages
   * @param encoding if the file holds more than the text, as a compressed one does
   * @param from of a file that continues; bytes after its length are removed
   * @throws WriteError if the system refuses, as do the other methods, or if a new file already exists
   */
  constructor(path: string, name = basename(path), encoding = plain, from?: FileState) {
    this.name = name;
    this.#encoding = encoding;
    if (from === undefined) {
      this.#file = writing(this.name, () => openSync(path, "wx"));
      this.#put(encoding.begin());
      return;
    }
    this.bytes = from.bytes;
    this.#block = from.block;
    this.#file = writing(this.name, () => {
      truncateSync(path, from.bytes);
      return openSync(path, "a");
    });
  }

  /** Waits until what was written is on the disk, and says how another process continues the file. */
  state(): FileState {
    const file = this.#file;
    if (file !== undefined) writing(this.name, () => fsyncSync(file));
    return { bytes: this.bytes, block: this.#block, encoding: this.#encoding.state?.() };
  }

  write(text: string): void {
    this.#block += text;
    if (this.#block.length >= this.#encoding.block) this.#flush();
  }

  /** Adds bytes to what has been written. */
  writeBytes(bytes: Uint8Array): void {
    this.#flush();
    this.#put(bytes);
  }

  /** Returns when the file is on the disk, as far as the system knows. */
  close(): void {
    this.#flush();
    this.#put(this.#encoding.end());
    const file = this.#file;
    if (file !== undefined) writing(this.name, () => fsyncSync(file));
    this.abandon();
  }

  /** Closes the file as it is. The caller removes it. */
  abandon(): void {
    if (this.#file === undefined) return;
    const file = this.#file;
    this.#file = undefined;
    closeSync(file);
  }

  #flush(): void {
    if (this.#file === undefined || this.#block === "") return;
    const bytes = this.#encoding.encode(Buffer.from(this.#block));
    this.#block = "";
    this.#put(bytes);
  }

  #put(bytes: Uint8Array): void {
    const file = this.#file;
    if (file === undefined) return;
    writing(this.name, () => {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    });
    this.bytes += bytes.length;
  }
}
