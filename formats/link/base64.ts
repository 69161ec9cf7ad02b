import { decodeBase64 } from "../../sim/index.ts";

/** The 64 characters of base64url (RFC 4648, section 5): an address leaves them as they are. */
const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Writes bytes in base64url, without padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3);
    const bits = (one << 16) | (two << 8) | three;
    const digits = Math.min(4, bytes.length - at + 1);
    for (let k = 0; k < digits; k++) text += characters[(bits >> (18 - 6 * k)) & 63];
  }
  return text;
}

/** @returns undefined if the text is not base64url, or ends within a byte */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const standard = text.replaceAll("-", "+").replaceAll("_", "/");
  return decodeBase64(standard.padEnd(4 * Math.ceil(text.length / 4), "="));
}
