/**
 * The text of a file from its bytes: UTF-8, or UTF-16 where a byte order mark says so; the mark is taken off. What is no UTF-8
 * becomes U+FFFD, which readers refuse with the line it stands in. Written out, as `TextDecoder` is not in the language but
 * in browsers and in Node.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 1, 0);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 0, 1);
  return decodeUtf8(bytes, bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
}

/** Code units that are made into text at once: few enough to be the arguments of one call. */
const BLOCK = 4096;
const REPLACEMENT = 0xfffd;

function decodeUtf8(bytes: Uint8Array, from: number): string {
  const units = new Uint16Array(BLOCK + 1);
  const parts: string[] = [];
  let count = 0;
  for (let at = from; at < bytes.length; ) {
    const byte = bytes[at];
    if (byte < 0x80) {
      units[count++] = byte;
      at++;
    } else {
      const code = codePointAt(bytes, at);
      at += code < 0 ? -code : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (code < 0) units[count++] = REPLACEMENT;
      else if (code < 0x10000) units[count++] = code;
      else {
        units[count++] = 0xd7c0 + (code >> 10);
        units[count++] = 0xdc00 + (code & 0x3ff);
      }
    }
    if (count >= BLOCK) {
      parts.push(textOf(units.subarray(0, count)));
      count = 0;
    }
  }
  parts.push(textOf(units.subarray(0, count)));
  return parts.join("");
}

/** As `String.fromCharCode(...units)`, which would be several times slower. */
function textOf(units: Uint16Array): string {
  return Reflect.apply(String.fromCharCode, undefined, units);
}

/** The code point of the two to four bytes at a place, or, where they are none, minus the number of bytes to skip. */
function codePointAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  let code = lead & (0xff >> (length + 1));
  for (let k = 1; k < length; k++) {
    const byte = bytes[at + k]; // undefined past the end, which fails too
    // Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
    const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (!(byte >= low && byte <= high)) return -k;
    code = (code << 6) | (byte & 0x3f);
  }
  return code;
}

/** @param high where in its two bytes a unit has the upper half: 0 or 1 */
function decodeUtf16(bytes: Uint8Array, high: number, low: number): string {
  const parts: string[] = [];
  const units = new Uint16Array(BLOCK);
  const length = bytes.length >> 1;
  for (let from = 1; from < length; from += BLOCK) {
    const count = Math.min(BLOCK, length - from);
    for (let k = 0; k < count; k++) {
      const at = 2 * (from + k);
      units[k] = (bytes[at + high] << 8) | bytes[at + low];
    }
    parts.push(textOf(units.subarray(0, count)));
  }
  if (bytes.length % 2 === 1) parts.push(String.fromCharCode(REPLACEMENT));
  return parts.join("");
}
