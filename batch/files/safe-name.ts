import { createHash } from "node:crypto";

/** Longer ones are cut, so that a folder's name stays one that every file system takes. */
const LONGEST = 40;

/**
 * A text as part of a folder's name: letters of ASCII, digits, `.`, `_` and `-` stay, all else becomes `_`, and 40 characters are
 * kept. A text that was changed so gets `-` and the first eight digits of its SHA-256, so that two texts do not share a folder.
 */
export function safeName(text: string): string {
  const safe = text
    .replace(/[^A-Za-z0-9._-]/g, "_")
    .replace(/\.$/, "_")
    .slice(0, LONGEST);
  if (safe === text && text !== "") return text;
  return `${safe}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}
