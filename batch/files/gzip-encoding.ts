import { constants, crc32, deflateRawSync } from "node:zlib";
import type { TextEncoding } from "./text-file.ts";

/** Characters that are compressed together. Larger blocks hardly make a table smaller. */
const BLOCK = 1 << 20;

/** RFC 1952: method deflate, no flags, no time, no extra flags, and 255 for an unknown system. So equal texts give equal files. */
const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);

/** RFC 1951: a last block of fixed codes that holds nothing. */
const lastBlock = Uint8Array.of(3, 0);

/**
 * Text as one member of a gzip file (RFC 1952). Each block is compressed separately and ends at a whole byte, so one block after the
 * other is a valid stream.
 *
 * @param from the state of an encoding that continues
 */
export function gzipEncoding(from?: unknown): TextEncoding {
  let { check, length } = (from ?? { check: 0, length: 0 }) as { check: number; length: number };
  return {
    block: BLOCK,
    begin: () => header,
    state: () => ({ check, length }),
    encode(block) {
      check = crc32(block, check);
      length += block.length;
      return deflateRawSync(block, { finishFlush: constants.Z_SYNC_FLUSH });
    },
    end() {
      const trailer = Buffer.alloc(8);
      trailer.writeUInt32LE(check, 0);
      trailer.writeUInt32LE(length % 2 ** 32, 4);
      return Buffer.concat([lastBlock, trailer]);
    },
  };
}
