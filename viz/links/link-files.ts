import type { RunLink } from "../../formats/link/run-link.ts";
import { type Reading, readingOf } from "../../formats/network/read-options.ts";
import type { FileReference } from "../../formats/table-reader.ts";
import { openFiles } from "../downloads/open-files.ts";
import type { FileChoice, FromFile } from "../state/from-file.ts";
import type { Notices } from "../state/notices.ts";
import { defaults, scenarioStart } from "../state/settings.ts";
import { ask } from "./ask.ts";

/**
 * Asks for the files that a link names. A link knows a file by its SHA-256, whatever its name is now.
 *
 * @returns undefined if the question is closed
 * @throws Error with every fault of the files, or because they are others
 */
export async function askForFiles(link: RunLink, notices: Pick<Notices, "notice">): Promise<FromFile | undefined> {
  const wanted = [link.network, link.agents].filter((one) => one !== undefined);
  const lines = wanted.map(({ file, sha256 }) => `This link needs your file ${file}, with SHA-256 ${sha256}.`);
  const files = await ask(notices, lines, wanted.length > 1 ? "Choose the files…" : "Choose the file…", chooseFiles);
  if (files === undefined) return undefined;
  const { domains } = { ...defaults, ...scenarioStart(link.scenario).parameters, ...link.parameters };
  const opening = { signal: new AbortController().signal, ask: () => undefined };
  const read = await openFiles(files, { seed: link.seed, domains: Number(domains), choices: choicesFor(link, files) }, opening);
  const problems = fileProblems(link, read.files);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return read;
}

function chooseFiles(onChoose: (files: readonly File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.onchange = () => onChoose([...(input.files ?? [])]);
  input.click();
}

/** How the files are read: as they were when the link was made. */
function choicesFor(link: RunLink, files: readonly File[]): Record<string, FileChoice> {
  const choices: Record<string, FileChoice> = {};
  for (const [kind, reference] of [
    ["network", link.network],
    ["agents", link.agents],
  ] as const) {
    const reading: Reading = readingOf(reference ?? {});
    const name = files.length === 1 ? files[0]?.name : reference?.file;
    if (reference !== undefined && name !== undefined && Object.keys(reading).length > 0) choices[name] = { kind, reading };
  }
  return choices;
}

/** What keeps files from being those of a link. */
export function fileProblems(link: Pick<RunLink, "network" | "agents">, files: FromFile["files"] = {}): string[] {
  return (["network", "agents"] as const).flatMap((key) => differs(link[key], files[key]) ?? []);
}

function differs(
  wanted: FileReference | undefined,
  given: { readonly file: string; readonly sha256?: string } | undefined,
): string | undefined {
  if (wanted === undefined) return given && `${given.file}: the link needs no such file; choose only the files that it names`;
  if (given === undefined) return `${wanted.file} is missing: open the link again, and choose every file that it names`;
  // Over plain http, browsers compute no SHA-256. Then the state hash shows whether it is the right file.
  if (given.sha256 === undefined || given.sha256 === wanted.sha256) return undefined;
  return `${given.file}: is not the file of the link: SHA-256 ${given.sha256}, and the link needs ${wanted.file} with ${wanted.sha256}`;
}
