import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** The process that holds a folder. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** distinguishes machines of the same name; on one machine, process numbers are unique */
  readonly machine: string;
  /** when the process started, in the system's own unit; a later process can get the same number */
  readonly born: string;
  readonly token: string;
}

export function describeThisProcess(): Holder {
  return { pid: process.pid, host: hostname(), machine: thisMachine(), born: birthOf(process.pid), token: randomUUID() };
}

/** @returns undefined if the text doesn't describe a holder */
export function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, host, machine, born, token } = JSON.parse(text);
    return { pid: Number(pid), host: String(host), machine: String(machine), born: String(born), token: String(token) };
  } catch {
    return undefined;
  }
}

/** @returns undefined if this machine cannot know */
export function isAlive({ pid, machine, born }: Holder): boolean | undefined {
  if (machine !== thisMachine()) return undefined;
  try {
    process.kill(pid, 0); // signal 0 only asks
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const now = birthOf(pid);
  return born === "" || now === "" || now === born;
}

/** On Linux, the boot of the system and its space of process numbers; elsewhere the name of the host. */
function thisMachine(): string {
  try {
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

/** When a process started, on Linux; elsewhere empty. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the name of the program, which can contain spaces and brackets; the 22nd is the time.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
