import { randomUUID } from "node:crypto";
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { InputError } from "../../../sim/index.ts";
import { plainReason } from "../../files/plain-reason.ts";
import { WriteError } from "../../files/write-error.ts";

/** Milliseconds between two signs of life. */
const BEAT = 2_000;
/** Milliseconds without one after which a holder that cannot be asked is taken for gone; also while a lock has no content yet. */
const SILENCE = 10 * BEAT;
/** Milliseconds between two looks at a lock. */
const LOOK = 250;

/** Who holds a folder. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** tells a machine from another of the same name: within one, process numbers mean the same */
  readonly machine: string;
  /** when the process began, in the system's own count; so that a later process with the same number is not taken for it */
  readonly born: string;
  readonly token: string;
}

export interface FolderLock {
  /** whether it is still there, as it is unless somebody has removed it */
  isHeld(): boolean;
  release(): void;
}

/**
 * Takes a folder for this process, so that no other one writes into it at the same time. The lock of a process that is gone, as
 * after `kill -9`, is taken over: at once on the same machine, else when it has shown no sign of life for 20 seconds.
 *
 * @param path of the folder, which must be there
 * @param name of the folder, as the user knows it
 * @throws InputError where another process is at work in it
 */
export async function lockFolder(path: string, name: string): Promise<FolderLock> {
  const file = join(path, "lock");
  const own = describeSelf();
  for (;;) {
    if (tryToTake(file, own)) return hold(file, own);
    const holder = await askHolder(file);
    if (holder === "gone") continue;
    if (holder.alive)
      throw new InputError([
        `${name} is in use by process ${holder.pid} on ${holder.host}: wait for it, or name another folder with --out`,
      ]);
    takeAway(file, holder.text);
  }
}

/** Who is at work in a folder, for whoever only looks; undefined where nobody is, as far as can be told at once. */
export function holderOf(path: string): { readonly pid: number; readonly host: string } | undefined {
  const text = readText(join(path, "lock"));
  const holder = text === undefined ? undefined : parseHolder(text);
  return holder !== undefined && isAlive(holder) !== false ? holder : undefined;
}

/** @throws WriteError where the system refuses; then no lock is left */
function tryToTake(file: string, own: Holder): boolean {
  let handle: number;
  try {
    handle = openSync(file, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new WriteError(`lock: ${plainReason(error)}`);
  }
  try {
    writeSync(handle, `${JSON.stringify(own)}\n`);
    return true;
  } catch (error) {
    rmSync(file, { force: true });
    throw new WriteError(`lock: ${plainReason(error)}`);
  } finally {
    closeSync(handle);
  }
}

function hold(file: string, own: Holder): FolderLock {
  const isHeld = () => parseHolder(readText(file) ?? "")?.token === own.token;
  const beat = setInterval(() => {
    const now = new Date();
    if (isHeld()) utimesSync(file, now, now);
  }, BEAT);
  beat.unref();
  return {
    isHeld,
    release() {
      clearInterval(beat);
      if (isHeld()) rmSync(file, { force: true });
    },
  };
}

type Answer = "gone" | { readonly alive: boolean; readonly pid: number; readonly host: string; readonly text: string };

/** Whether the holder is alive: by its process number on this machine, by its signs of life elsewhere. */
async function askHolder(file: string): Promise<Answer> {
  const first = beatOf(file);
  for (let waited = 0; ; waited += LOOK) {
    const text = readText(file);
    if (text === undefined) return "gone";
    const holder = parseHolder(text);
    const alive = holder && isAlive(holder);
    const who = { pid: holder?.pid ?? 0, host: holder?.host ?? "", text };
    if (alive !== undefined) return { ...who, alive };
    if (holder !== undefined && beatOf(file) !== first) return { ...who, alive: true };
    if (waited >= SILENCE) return { ...who, alive: false };
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}

/** Removes the lock of a holder that is gone, and no other that has come in its place in the meantime. */
function takeAway(file: string, text: string): void {
  const aside = `${file}-${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // somebody else was faster
  }
  try {
    if (readText(aside) !== text) linkSync(aside, file);
  } catch {} // a third one has it already; two of them find out by their tokens
  rmSync(aside, { force: true });
}

/** @returns undefined where it cannot be told from here */
function isAlive({ pid, machine, born }: Holder): boolean | undefined {
  if (machine !== thisMachine()) return undefined;
  try {
    process.kill(pid, 0); // asks, and does nothing
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const now = birthOf(pid);
  return born === "" || now === "" || now === born;
}

function describeSelf(): Holder {
  return { pid: process.pid, host: hostname(), machine: thisMachine(), born: birthOf(process.pid), token: randomUUID() };
}

/** The system's boot and the space of process numbers, where Linux tells them, else the host's name. */
function thisMachine(): string {
  try {
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

/** When a process began, where Linux tells it, else nothing. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name, which may hold spaces and brackets; the 22nd is the time.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function beatOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, host, machine, born, token } = JSON.parse(text);
    return { pid: Number(pid), host: String(host), machine: String(machine), born: String(born), token: String(token) };
  } catch {
    return undefined;
  }
}
