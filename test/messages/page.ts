import type { FileCommands } from "../../viz/downloads/file-messages.ts";
import { createLimitedReader } from "../../viz/downloads/limited-reader.ts";
import { fileReader } from "../../viz/downloads/read-files.ts";
import type { WorkerClient } from "../../workers/worker-client.ts";
import type { Example } from "./example.ts";

/** Files as the page receives them. */
function fileOf(name: string, text: string) {
  return { name, arrayBuffer: async () => new TextEncoder().encode(text).buffer as ArrayBuffer };
}

const folder = {
  name: "photos",
  arrayBuffer: async (): Promise<ArrayBuffer> => {
    throw new Error("a folder");
  },
};

/** What the page says when somebody drops files on it. */
export async function pageExamples(): Promise<Example[]> {
  const network = fileOf("friends.csv", "from,to,weight\nAna,Bo,-1");
  const drops = [
    [folder],
    [fileOf("a.csv", "from,to\na,b"), fileOf("b.csv", "from,to\na,b")],
    [network, fileOf("agents.csv", "name,age\nAna,30")],
  ];
  return Promise.all([
    ...drops.map(async (given) => {
      const messages = await fileReader.read(given, { seed: "1", domains: 6 }).then(
        ({ note }) => [note ?? ""],
        (error: Error) => error.message.split("\n"),
      );
      return { input: `drop ${given.map(({ name }) => name).join(" and ")}`, messages };
    }),
    hangingRead("drop slow.csv, which a browser cannot read in time", 10),
    hangingRead("drop slow.csv, and cancel", undefined),
  ]);
}

/** @param limit milliseconds; undefined to cancel the reading instead */
async function hangingRead(input: string, limit: number | undefined): Promise<Example> {
  const hanging = { read: () => new Promise(() => undefined) } as unknown as WorkerClient<FileCommands>["commands"];
  const reader = createLimitedReader(() => ({ commands: hanging, call: (answer) => answer, end: () => undefined }), limit);
  const canceling = new AbortController();
  const reading = reader.read([new File([""], "slow.csv")], { seed: "1", domains: 6 }, canceling.signal);
  if (limit === undefined) canceling.abort();
  const message = await reading.then(
    () => "",
    (error: Error) => error.message,
  );
  return { input, messages: [message] };
}
