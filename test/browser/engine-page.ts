import { type Order, runAndHash } from "./run-and-hash.ts";

declare global {
  var runHere: (order: Order) => string[];
  var runInWorker: (order: Order) => Promise<string[]>;
}

globalThis.runHere = runAndHash;

globalThis.runInWorker = (order) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./engine-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(order);
  });
