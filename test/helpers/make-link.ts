import { deflateRawSync, inflateRawSync } from "node:zlib";
import { dictionary } from "../../formats/link/dictionary.ts";
import { hashText, VERSION } from "../../sim/index.ts";

/** A second writer and reader of addresses, which compresses with zlib: for links that the program itself would not write. */

export function linkOf(content: unknown, version = VERSION): string {
  return linkOfText(JSON.stringify(content), version);
}

export function linkOfText(text: string, version = VERSION): string {
  const checked = hashText(`${version} ${text}`).slice(0, 6) + text;
  const data = deflateRawSync(checked, { level: 9, dictionary: Buffer.from(dictionary) }).toString("base64url");
  return `v=${version}&run=1.${data}`;
}

/** The content of an address, without any check. */
export function contentOf(address: string): unknown {
  const data = Buffer.from(address.split("&run=1.")[1], "base64url");
  return JSON.parse(
    inflateRawSync(data, { dictionary: Buffer.from(dictionary) })
      .toString()
      .slice(6),
  );
}
