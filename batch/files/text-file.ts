import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { basename } from "node:path";
import { writing } from "./write-error.ts";

/** Characters that are gathered before they are written. */
const BLOCK = 1 << 16;

/** Takes text in pieces. A promise asks the writer to wait for it. */
export interface TextSink {
  write(text: string): void | Promise<void>;
}

/**
 * A new file of UTF-8 text, written in blocks. Each write returns when the system has taken it, so however long the file
 * becomes, no more than a block of it is in memory.
 */
export class TextFile implements TextSink {
  readonly name: string;
  /** written so far, without what is gathered */
  bytes = 0;
  #file: number | undefined;
  #gathered = "";

  /**
   * @param name as messages call it
   * @throws WriteError, as all that follows, where the system refuses; here also where the file is there
   */
  constructor(path: string, name = basename(path)) {
    this.name = name;
    this.#file = writing(this.name, () => openSync(path, "wx"));
  }

  write(text: string): void {
    this.#gathered += text;
    if (this.#gathered.length >= BLOCK) this.#flush();
  }

  /** Returns when all of it is on the disk, where the system can tell. */
  close(): void {
    this.#flush();
    const file = this.#file;
    if (file !== undefined) writing(this.name, () => fsyncSync(file));
    this.abandon();
  }

  /** Closes the file as it is, for one that will be removed. */
  abandon(): void {
    if (this.#file === undefined) return;
    const file = this.#file;
    this.#file = undefined;
    closeSync(file);
  }

  #flush(): void {
    const file = this.#file;
    if (file === undefined || this.#gathered === "") return;
    const bytes = Buffer.from(this.#gathered);
    this.#gathered = "";
    writing(this.name, () => {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    });
    this.bytes += bytes.length;
  }
}
