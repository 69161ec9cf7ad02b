import { randomUUID } from "node:crypto";
import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../../sim/index.ts";
import { plainReason } from "../../files/plain-reason.ts";
import { WriteError } from "../../files/write-error.ts";
import { describeThisProcess, type Holder, isAlive, parseHolder } from "./lock-holder.ts";

/** Milliseconds between two signs of life. */
const BEAT = 2_000;
/** Milliseconds without a sign of life after which a holder on another machine, or a lock without content, counts as dead. */
const SILENCE = 10 * BEAT;
/** Milliseconds between two looks at a lock. */
const LOOK = 250;

export interface FolderLock {
  /** whether the lock still exists; someone may have removed it */
  isHeld(): boolean;
  release(): void;
}

/**
 * Locks a folder for this process, so that no other process writes to it at the same time. The lock of a dead process, as after
 * `kill -9`, is taken over: at once on the same machine, and elsewhere after 20 seconds without a sign of life.
 *
 * @param path of an existing folder
 * @param name of the folder, as the user typed it
 * @throws InputError if another process is using the folder
 */
export async function lockFolder(path: string, name: string): Promise<FolderLock> {
  const file = join(path, "lock");
  const own = describeThisProcess();
  for (;;) {
    if (tryToCreate(file, own)) return hold(file, own);
    const holder = await askHolder(file);
    if (holder === "gone") continue;
    if (holder.isAlive)
      throw new InputError([`${inUseText(name, holder)}: wait until it is finished, or choose another folder with --out`]);
    removeStale(file, holder.text);
  }
}

/** The process that is using a folder, as far as it is known at once; undefined if there is none. */
export function findHolder(path: string): Pick<Holder, "pid" | "host"> | undefined {
  const holder = parseHolder(readText(join(path, "lock")) ?? "");
  return holder !== undefined && isAlive(holder) !== false ? holder : undefined;
}

export function inUseText(folder: string, { pid, host }: Pick<Holder, "pid" | "host">): string {
  return `${folder} is in use by process ${pid} on ${host}`;
}

/** @throws WriteError if the system refuses; no lock remains then */
function tryToCreate(file: string, own: Holder): boolean {
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

type Answer = "gone" | { readonly isAlive: boolean; readonly pid: number; readonly host: string; readonly text: string };

/** Finds out whether the holder is alive: on this machine by its process number, elsewhere by its signs of life. */
async function askHolder(file: string): Promise<Answer> {
  const first = beatOf(file);
  for (let waited = 0; ; waited += LOOK) {
    const text = readText(file);
    if (text === undefined) return "gone";
    const holder = parseHolder(text);
    const known = holder && isAlive(holder);
    const who = { pid: holder?.pid ?? 0, host: holder?.host ?? "", text };
    if (known !== undefined) return { ...who, isAlive: known };
    if (holder !== undefined && beatOf(file) !== first) return { ...who, isAlive: true };
    if (waited >= SILENCE) return { ...who, isAlive: false };
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}

/** Removes the lock of a dead process, but not a newer lock that has replaced it in the meantime. */
function removeStale(file: string, text: string): void {
  const aside = `${file}-${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // another process was faster
  }
  try {
    if (readText(aside) !== text) linkSync(aside, file);
  } catch {} // a third process has it already; the tokens tell the other two
  rmSync(aside, { force: true });
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
