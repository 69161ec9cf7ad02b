import type { StateSink } from "./write-state.ts";

/** Collects columns one after another. */
export class BufferSink implements StateSink {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  put(column: ArrayBufferView): void {
    const needed = this.#length + column.byteLength;
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), this.#length);
    this.#length = needed;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Reads columns in the order in which they were written. */
export class Source {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  integers(count: number): Uint32Array {
    return new Uint32Array(this.#take(count * 4));
  }

  doubles(count: number): Float64Array {
    return new Float64Array(this.#take(count * 8));
  }

  text(): string {
    const [length] = this.integers(1);
    const units = this.integers(length);
    let text = "";
    for (let k = 0; k < length; k += 4096) text += String.fromCharCode(...units.subarray(k, k + 4096));
    return text;
  }

  bytes(length: number): Uint8Array {
    return new Uint8Array(this.#take(length));
  }

  #take(bytes: number): ArrayBuffer {
    const piece = this.#bytes.slice(this.#at, this.#at + bytes);
    this.#at += bytes;
    return piece.buffer as ArrayBuffer;
  }
}
