import { plainParameters } from "../parameters/check-parameters.ts";
import { defaultParameters } from "../parameters/definitions.ts";
import type { Run } from "./run.ts";
import { type StateSink, writeState, writeText } from "./write-state.ts";

/**
 * Computes a hash of the whole model state: agents, ties with their beliefs, promises, news, the tick and the settings. Two runs
 * with the same hash continue alike. Counts that only measures need aren't included.
 *
 * @returns 16 hexadecimal digits
 */
export function stateHash(run: Run): string {
  const sink = new HashSink();
  writeState(run.population, sink);
  writeText(JSON.stringify(whatIsSet(run)), sink);
  return sink.words().map(hex).join("");
}

/**
 * Lists the settings that differ from the defaults. If a later release adds a parameter whose default changes nothing, the hashes
 * of earlier runs stay the same.
 */
function whatIsSet({ settings, settled }: Run): unknown {
  const defaults = plainParameters(defaultParameters);
  const parameters = Object.entries(plainParameters(settings.parameters)).filter(([name, value]) => value !== defaults[name]);
  // The hash counts ticks as the population does, so a settled run has the hash of the same run without a burn-in.
  const passing = settings.passing.map((setting) => ({ ...setting, until: setting.until + settled }));
  return { parameters, passing };
}

/** Computes a hash of bytes, as two words. The bytes must start at a position that is a multiple of 4. */
export function hashBytes(bytes: Uint8Array): [number, number] {
  const sink = new HashSink();
  sink.put(bytes);
  return sink.words();
}

/** Computes a hash of a text, as 16 hexadecimal digits. */
export function hashText(text: string): string {
  const sink = new HashSink();
  writeText(text, sink);
  return sink.words().map(hex).join("");
}

/** Two lanes of 32 bits, similar to MurmurHash3 but with different constants. Each word goes into both. */
class HashSink implements StateSink {
  #one = 0x3c6ef372;
  #two = 0x510e527f;
  #words = 0;

  put(column: ArrayBufferView): void {
    const { buffer, byteOffset, byteLength } = column;
    const words =
      byteLength % 4 === 0 && byteOffset % 4 === 0
        ? new Int32Array(buffer, byteOffset, byteLength / 4)
        : Int32Array.from(new Uint8Array(buffer, byteOffset, byteLength));
    let one = this.#one;
    let two = this.#two;
    for (let k = 0; k < words.length; k++) {
      const word = words[k];
      const x = Math.imul(word, 0xcc9e2d51);
      one ^= Math.imul((x << 15) | (x >>> 17), 0x1b873593);
      one = (Math.imul((one << 13) | (one >>> 19), 5) + 0xe6546b64) | 0;
      const y = Math.imul(word ^ one, 0x85ebca6b);
      two ^= Math.imul((y << 16) | (y >>> 16), 0xc2b2ae35);
      two = (Math.imul((two << 17) | (two >>> 15), 9) + 0x38b34ae5) | 0;
    }
    this.#one = one;
    this.#two = two;
    this.#words += words.length;
  }

  words(): [number, number] {
    const one = finish(this.#one ^ this.#words);
    const two = finish(this.#two ^ one);
    return [finish(one + two) >>> 0, two >>> 0];
  }
}

function finish(word: number): number {
  let x = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

function hex(word: number): string {
  return word.toString(16).padStart(8, "0");
}
