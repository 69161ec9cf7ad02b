/** Bytes of the signature and of the first chunk of every PNG; texts may follow them. */
const HEAD = 8 + 25;

const encoder = new TextEncoder();

/**
 * A PNG with texts in it, as iTXt chunks, which image programs show as title, description and so on.
 *
 * @param texts by keyword: up to 79 letters
 * @see https://www.w3.org/TR/png-3/#11iTXt
 */
export function addPngTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  // Keyword, then: not compressed, no language, no translated keyword.
  const chunks = Object.entries(texts).map(([keyword, text]) => chunkOf("iTXt", encoder.encode(`${keyword}\0\0\0\0\0${text}`)));
  const parts = [png.subarray(0, HEAD), ...chunks, png.subarray(HEAD)];
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** A chunk: length, type, data, and a checksum of type and data. */
function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(encoder.encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(data.length + 8, checksum(chunk.subarray(4, data.length + 8)));
  return chunk;
}

/** The CRC-32 of PNG, bit by bit: texts are short. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
