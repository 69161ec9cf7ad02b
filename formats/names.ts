import { unescapeFromSpreadsheet } from "../sim/index.ts";

/**
 * A name as the program keeps it: without surrounding blanks and in Unicode's composed form (NFC), so that the same name typed on
 * two machines is the same name. Nothing else changes: names that differ in case are different, and markup is text.
 */
export function cleanName(text: string): string {
  const name = text.trim();
  return manyMarks.test(name) ? name : name.normalize("NFC");
}

/** A name from a cell of a table. Removes the apostrophe that keeps spreadsheets from running a name as a formula. */
export function nameFromCell(cell: string): string {
  return cleanName(unescapeFromSpreadsheet(cell.trim()));
}

/**
 * More combining marks in a row than any script needs: the limit of Unicode's stream-safe text, UAX #15. Composing sorts the marks of
 * each letter, and for half a million of them that takes minutes.
 */
const manyMarks = /\p{M}{31}/u;

/** Control characters, except for tabs and line ends, which quoted names may contain; and single halves of a surrogate pair. */
const refused = /(?!\s)[\p{Cc}\p{Cs}]/u;

/** Characters that leave no mark on paper. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * The rule for the names of agents and circles in every file. A name that it accepts can be written to a table and read back.
 *
 * @returns why a text can't be a name, without its place; undefined if it can
 */
export function nameProblem(name: string): string | undefined {
  if (isPlain(name)) return undefined;
  const control = refused.exec(name)?.[0];
  if (control !== undefined) return `a name contains the character ${codeOf(control)}, which is not text: ${printable(name)}`;
  if (manyMarks.test(name))
    return `a name contains more than 30 combining marks in a row: ${printable(name.replace(/\p{M}{31,}/gu, "…"))}`;
  return visibleForm(name) === "" ? `a name contains only invisible characters: ${printable(name)}` : undefined;
}

/** Whether a text contains characters that no name may contain. */
export function hasControls(text: string): boolean {
  return refused.test(text);
}

/** A name without what a reader can't see: invisible characters, and differences between kinds of blanks. */
export function visibleForm(name: string): string {
  return isPlain(name) ? name : name.replace(invisible, "").replace(/\s+/gu, " ").trim();
}

/** A name in quotes for a message, with all but plain characters as their codes: "Ana\u200b". */
export function printable(name: string): string {
  const short = name.length > 60 ? `${name.slice(0, 57)}…` : name;
  const hidden = /[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}]/gu;
  return `"${short.replace(hidden, (character) => (character === " " ? " " : escapeCharacters(character)))}"`;
}

/**
 * Notices about names that look the same, at most three.
 *
 * @param of what the names belong to, for the notices
 */
export function findLookAlikes(names: Iterable<string | undefined>, of = ""): string[] {
  const seen = new Map<string, string>();
  const notices: string[] = [];
  let more = 0;
  if (areAllPlain(names)) return [];
  for (const name of names) {
    if (name === undefined) continue;
    const form = visibleForm(name);
    const other = seen.get(form);
    if (other === undefined) seen.set(form, name);
    else if (other !== name && notices.length < 3)
      notices.push(`${of}${printable(other)} and ${printable(name)} differ only in invisible characters`);
    else if (other !== name) more++;
  }
  return more === 0 ? notices : [...notices, `names that differ only in invisible characters: ${more} more`];
}

/** Notices about names of agents to be added that look like one another or like one of the names that are there. */
export function addedLookAlikes(names: readonly string[], interventions: readonly unknown[]): string[] {
  const added = interventions.flatMap((one) => {
    const given = typeof one === "object" && one !== null && "add" in one && "names" in one ? one.names : [];
    return Array.isArray(given) ? given.filter((name) => typeof name === "string") : [];
  });
  if (added.every(isPlain)) return [];
  const known = new Set(findLookAlikes(names));
  return findLookAlikes([...names, ...added]).filter((notice) => !known.has(notice));
}

/** Whether no name needs a second look: a million names are not even copied. */
function areAllPlain(names: Iterable<string | undefined>): boolean {
  for (const name of names) if (name !== undefined && !isPlain(name)) return false;
  return true;
}

/** Whether a name is printable ASCII without double blanks, as most are. */
export function isPlain(name: string): boolean {
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code < 0x20 || code > 0x7e || (code === 0x20 && name.charCodeAt(at + 1) === 0x20)) return false;
  }
  return true;
}

function escapeCharacters(character: string): string {
  return character.replace(/./gsu, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
}

function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
