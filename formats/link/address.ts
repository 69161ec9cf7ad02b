import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { formatNumber, formatValue, hashText, InputError } from "../../sim/index.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { dictionary } from "./dictionary.ts";

/** The format of links that this program writes, and the only one that it reads. */
const FORMAT = 1;

/** The longest address, in characters. Browsers and messengers take far longer ones than these. */
export const MOST_CHARACTERS = 16_000;

/** The most bytes of the content, once it is decompressed. */
const MOST_CONTENT = 200_000;

/** How faults name a link. */
export const LINK = "the link";

/** The part of an address after `#`, before its content is read. */
export interface Address {
  /** the program version that made it */
  readonly version: string;
  /** of its content */
  readonly format: number;
  /** the content, compressed */
  readonly data: string;
}

const copyAgain = "copy the whole link again";

/**
 * Takes an address apart. Its length is checked before anything else.
 *
 * @param text an address, or its part after `#`
 * @throws InputError if it is not that of a run
 */
export function readAddress(text: string): Address {
  if (text.length > MOST_CHARACTERS)
    refuse(`must have at most ${formatNumber(MOST_CHARACTERS)} characters, got ${formatNumber(text.length)}: ${copyAgain}`);
  const part = text.trim().replace(/^[^#]*#/, "");
  const found = /^v=(\d{1,5}(?:\.\d{1,5}){2}(?:-[\w.-]{1,30})?)&run=(\d{1,5})\.([\w-]+)$/.exec(part);
  if (found === null) refuse(`must end with #v=VERSION&run=1.CONTENT, got ${formatValue(part)}: ${copyAgain}`);
  const [, version = "", format = "", data = ""] = found;
  return { version, format: Number(format), data };
}

/**
 * Decompresses the content of an address. What comes out is bounded, too: a short link can't fill the memory.
 *
 * @throws InputError if it is in another format, or cut, or edited
 */
export function unpackContent({ version, format, data }: Address): string {
  if (format !== FORMAT)
    refuse(`is in format ${format}, and this program reads format ${FORMAT}: open it with weakties ${version}, which made it`);
  const packed = fromBase64(data);
  const bytes = packed && inflate(packed);
  if (bytes === undefined) refuse(`is cut or damaged: ${copyAgain}`);
  if (bytes.length > MOST_CONTENT)
    refuse(`must hold at most ${formatNumber(MOST_CONTENT)} bytes once it is decompressed, and holds more: ${copyAgain}`);
  const text = strFromU8(bytes);
  const content = text.slice(CHECK_LENGTH);
  if (text.slice(0, CHECK_LENGTH) !== checkOf(version, content)) refuse(`has been cut or edited: ${copyAgain}`);
  return content;
}

/** The part of an address after `#`. */
export function packContent(content: string, version: string): string {
  const bytes = deflateSync(strToU8(checkOf(version, content) + content), { level: 9, dictionary: strToU8(dictionary) });
  return `v=${version}&run=${FORMAT}.${toBase64(bytes)}`;
}

/** @returns undefined if the bytes are damaged; one byte too many if there are more than a link may hold */
function inflate(bytes: Uint8Array): Uint8Array | undefined {
  const out = new Uint8Array(MOST_CONTENT + 1);
  try {
    return inflateSync(bytes, { out, dictionary: strToU8(dictionary) });
  } catch {
    return undefined;
  }
}

/** Characters of a checksum. */
const CHECK_LENGTH = 6;

/** A checksum of a link: compressed data often decompresses even if a letter has changed. */
function checkOf(version: string, content: string): string {
  return hashText(`${version} ${content}`).slice(0, CHECK_LENGTH);
}

function refuse(what: string): never {
  throw new InputError([`${LINK} ${what}`]);
}
