import { readdirSync, readFileSync } from "node:fs";
import type { Browser } from "playwright-core";

/** CPU milliseconds by the name of a thread, since the process began. Threads of one name are summed. */
export type ThreadTimes = ReadonlyMap<string, number>;

/** What Linux counts CPU time in. */
const MILLISECONDS_A_CLOCK_TICK = 10;

/** The threads of all renderers of a browser that runs on this machine, which must be Linux: elsewhere there are none. */
export async function readThreadTimes(browser: Browser): Promise<ThreadTimes> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const times = new Map<string, number>();
  for (const { type, id } of processInfo) {
    if (type !== "renderer") continue;
    for (const thread of listThreads(id)) {
      const { name, milliseconds } = readThread(`/proc/${id}/task/${thread}/stat`);
      // The main thread has the name of the program.
      const key = thread === String(id) ? "main" : name;
      times.set(key, (times.get(key) ?? 0) + milliseconds);
    }
  }
  return times;
}

function listThreads(process: number): string[] {
  try {
    return readdirSync(`/proc/${process}/task`);
  } catch {
    return [];
  }
}

/** A line of `/proc/…/stat`: number, name in parentheses, state, and so on; fields 14 and 15 are user and system time. */
function readThread(path: string): { name: string; milliseconds: number } {
  const text = readFileSync(path, "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const name = text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"));
  return { name, milliseconds: MILLISECONDS_A_CLOCK_TICK * (Number(fields[11]) + Number(fields[12])) };
}
