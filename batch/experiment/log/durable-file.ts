import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import { flushFolder } from "../../files/flush-folder.ts";

/** A file that survives a crash, as far as the log needs it. Tests replace it with one whose disk is full. */
export interface DurableFile {
  /** Writes all bytes at an offset, or throws. After an error any part of them may be in the file. */
  write(bytes: Uint8Array, at: number): Promise<void>;
  /** Returns when everything written so far is on the disk. */
  flush(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file for writing and creates it if necessary. When this returns, its name is on the disk. */
export async function openDurableFile(path: string): Promise<DurableFile> {
  const handle = await openOrCreate(path);
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

async function openOrCreate(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r+");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return open(path, "wx");
  }
}
