import { existsSync } from "node:fs";
import { type Reading, readingOf } from "../../formats/network/read-options.ts";
import type { FileReference } from "../../formats/table-reader.ts";
import { type Input, type InputReader, withReading } from "./input-reader.ts";

/** Where a file about people is named. */
export interface Named {
  /** the flag for such a file */
  readonly flag: "--network" | "--agents";
  /** the value of the flag */
  readonly given: string | undefined;
  /** what the configuration or the link says */
  readonly reference: FileReference | undefined;
  /** how flags ask for it to be read */
  readonly reading: Reading;
  /** whether a link names it: it must then be that very file, wherever it is */
  readonly isLink: boolean;
}

/** @returns undefined if no file is named, "faulty" if it cannot be read */
export function readReference(
  { flag, given, reference, reading, isLink }: Named,
  reader: InputReader,
): Input | "faulty" | undefined {
  const file = given ?? reference?.file;
  if (file === undefined) return undefined;
  const wanted = reference?.sha256;
  if (isLink && given === undefined && !existsSync(file)) {
    reader.problems.push(`the link needs ${file} with SHA-256 ${wanted}, which isn't here: name that file with ${flag}`);
    return "faulty";
  }
  const input = reader.read(file);
  if (input === undefined) return "faulty";
  if (wanted !== undefined && input.sha256 !== wanted && (given === undefined || isLink))
    reader.problems.push(
      isLink
        ? `${file}: is not the file of the link: SHA-256 ${input.sha256}, and the link needs ${reference?.file} with ${wanted}`
        : `${file}: has changed: SHA-256 ${input.sha256}, recorded ${wanted}`,
    );
  return withReading(input, { ...(given === undefined || isLink ? readingOf(reference ?? {}) : {}), ...reading });
}
