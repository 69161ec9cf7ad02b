/**
 * Decodes the bytes of a file: UTF-8, or UTF-16 if a byte order mark says so. The mark is removed. Invalid bytes become U+FFFD,
 * which the readers refuse with its line. Written by hand because `TextDecoder` belongs to browsers and Node, not to the language.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 1, 0);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 0, 1);
  return decodeUtf8(bytes, bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
}

/** Code units that are turned into text at once: few enough to be the arguments of one call. */
const BLOCK = 4096;
const REPLACEMENT = 0xfffd;

function decodeUtf8(bytes: Uint8Array, from: number): string {
  const units = new Uint16Array(BLOCK + 1);
  const parts: string[] = [];
  let count = 0;
  for (let at = from; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
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

/** The same as `String.fromCharCode(...units)`, which is several times slower. */
function textOf(units: Uint16Array): string {
  return Reflect.apply(String.fromCharCode, undefined, units);
}

/** The code point that starts at a byte. If there is none, the number of bytes to skip, as a negative number. */
function codePointAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  let code = lead & (0xff >> (length + 1));
  for (let k = 1; k < length; k++) {
    const byte = bytes[at + k] ?? 0; // 0 past the end, which is refused
    // Overlong forms, surrogates and code points beyond U+10FFFF show in the second byte.
    const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (!(byte >= low && byte <= high)) return -k;
    code = (code << 6) | (byte & 0x3f);
  }
  return code;
}

/** @param high, low which of the two bytes of a unit holds its upper half, and which its lower half */
function decodeUtf16(bytes: Uint8Array, high: number, low: number): string {
  const parts: string[] = [];
  const units = new Uint16Array(BLOCK);
  const length = bytes.length >> 1;
  for (let from = 1; from < length; from += BLOCK) {
    const count = Math.min(BLOCK, length - from);
    for (let k = 0; k < count; k++) {
      const at = 2 * (from + k);
      units[k] = ((bytes[at + high] ?? 0) << 8) | (bytes[at + low] ?? 0);
    }
    parts.push(textOf(units.subarray(0, count)));
  }
  if (bytes.length % 2 === 1) parts.push(String.fromCharCode(REPLACEMENT));
  return parts.join("");
}
