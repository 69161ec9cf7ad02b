import { beforeEach, expect, test } from "vitest";
import { createWorkerClient, type WorkerClient } from "../../workers/worker-client.ts";

/** As much of a worker as a client uses. */
class SilentWorker extends EventTarget {
  isTerminated = false;
  postMessage(): void {}
  terminate(): void {
    this.isTerminated = true;
  }
}

interface Commands {
  ask(): string;
}

let worker: SilentWorker;
let client: WorkerClient<Commands>;
let deaths: string[];

beforeEach(() => {
  worker = new SilentWorker();
  deaths = [];
  client = createWorkerClient<Commands>(worker as unknown as Worker, (reason) => deaths.push(reason));
});

function errorEvent(message: string): Event {
  return Object.assign(new Event("error"), { message });
}

const never = () => new Promise<string>(() => {});

test("a command's answer or error comes through", async () => {
  expect(await client.call(Promise.resolve("yes"))).toBe("yes");
  await expect(client.call(Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(deaths).toEqual([]);
});

test("if the worker dies, open and later calls fail with the reason, and death is reported once", async () => {
  const open = [client.call(never()), client.call(never())];
  worker.dispatchEvent(errorEvent("something broke"));
  worker.dispatchEvent(errorEvent("and again"));
  for (const call of open) await expect(call).rejects.toThrow("something broke");
  await expect(client.call(never())).rejects.toThrow("something broke");
  expect(deaths).toEqual(["something broke"]);
});

test("a script that cannot be loaded gives an error without a message; the reason says so", () => {
  worker.dispatchEvent(errorEvent(""));
  expect(deaths).toEqual(["the worker could not be loaded"]);
});

test("an unreadable message is a death", () => {
  worker.dispatchEvent(new Event("messageerror"));
  expect(deaths).toEqual(["the worker sent an unreadable message"]);
});

test("a worker that is stopped fails its open calls, and that is no death", async () => {
  const open = client.call(never());
  client.end();
  await expect(open).rejects.toThrow("the worker was stopped");
  expect([worker.isTerminated, deaths]).toEqual([true, []]);
});
