import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import { flushFolder } from "../../files/flush-folder.ts";

/** The file of a log, as far as its writer needs it; tests put in one whose disk is full. */
export interface LogFile {
  /** Writes all of the bytes from a place on, or throws; then any part of them may be there. */
  write(bytes: Uint8Array, at: number): Promise<void>;
  /** Returns when what was written is on the disk. */
  flush(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens the log for writing, made where it is not there. Its name is on the disk when this returns. */
export async function openLogFile(path: string): Promise<LogFile> {
  const handle = await openOrMake(path);
  flushFolder(dirname(path));
  return {
    async write(bytes, at) {
      for (let done = 0; done < bytes.length; )
        done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
    },
    flush: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  };
}

async function openOrMake(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r+");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return open(path, "wx");
  }
}
