import { sha256 } from "./sha256.ts";

/** Characters to keep, so that every file system accepts the name of a folder. */
const LONGEST = 40;

/**
 * Turns a text into part of a folder's name. ASCII letters, digits, `.`, `_` and `-` stay, other characters become `_`, and the name is
 * cut to 40 characters. A text that this changes also gets `-` and the first eight digits of its SHA-256, so that two texts never
 * share a folder.
 */
export function safeName(text: string): string {
  const safe = text
    .replace(/[^A-Za-z0-9._-]/g, "_")
    .replace(/\.$/, "_")
    .slice(0, LONGEST);
  if (safe === text && text !== "") return text;
  return `${safe}-${sha256(text).slice(0, 8)}`;
}
