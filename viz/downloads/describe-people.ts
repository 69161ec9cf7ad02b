import { countOf } from "../text/format-number.ts";
import type { FilesRead } from "./file-messages.ts";

/** One sentence about the people of a run, shown in place of the scenario's story. */
export function describePeople({ people, imported, files, record }: FilesRead): string {
  if (people === undefined) return `A run with the seed ${record?.seed}, repeated from its record.`;
  const count = countOf(people.names.length, "person", "people");
  if (imported === undefined) return `${count} from ${files?.agents?.file}. The model creates their ties.`;
  const also = files?.agents === undefined ? "" : ` and ${files.agents.file}`;
  return `${count} and ${countOf(imported.lower.length, "tie")} from ${files?.network?.file}${also}.`;
}
