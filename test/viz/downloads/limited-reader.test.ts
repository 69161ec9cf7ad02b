import { expect, test } from "vitest";
import type { FileCommands, FilesRead } from "../../../viz/downloads/file-messages.ts";
import { createLimitedReader } from "../../../viz/downloads/limited-reader.ts";
import type { WorkerClient } from "../../../workers/worker-client.ts";

const file = new File(["a"], "slow.csv");
const options = { seed: "1", domains: 5 };
const answer: FilesRead = { notices: [], canChoose: false };

/** Workers of which the first ones hang. */
function workers(hanging: number) {
  const ended: number[] = [];
  let begun = 0;
  const begin = (): WorkerClient<FileCommands> => {
    const own = begun++;
    const read = () => (own < hanging ? new Promise(() => undefined) : Promise.resolve(answer));
    return {
      commands: { read } as unknown as WorkerClient<FileCommands>["commands"],
      call: (given) => given,
      end: () => void ended.push(own),
    };
  };
  return { begin, ended, count: () => begun };
}

test("a reader that hangs is given up after a time, ended, and replaced for the next file", async () => {
  const { begin, ended, count } = workers(1);
  const reader = createLimitedReader(begin, 20);
  const { signal } = new AbortController();
  await expect(reader.read([file], options, signal)).rejects.toThrow(
    "slow.csv: reading took more than 0.02 s; use the command line",
  );
  expect(ended).toEqual([0]);
  expect(await reader.read([file], options, signal)).toBe(answer);
  expect(count()).toBe(2);
});

test("a reading that is canceled ends its worker at once", async () => {
  const { begin, ended } = workers(1);
  const reader = createLimitedReader(begin);
  const canceling = new AbortController();
  const reading = reader.read([file], options, canceling.signal);
  canceling.abort();
  await expect(reading).rejects.toThrow("Reading slow.csv was canceled");
  expect(ended).toEqual([0]);
  expect(await reader.read([file], options, new AbortController().signal)).toBe(answer);
});

test("a worker that answers is kept", async () => {
  const { begin, ended, count } = workers(0);
  const reader = createLimitedReader(begin);
  for (let k = 0; k < 3; k++) await reader.read([file], options, new AbortController().signal);
  expect([count(), ended]).toEqual([1, []]);
});
