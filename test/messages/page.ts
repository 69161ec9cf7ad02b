import { fileReader } from "../../viz/downloads/read-files.ts";
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
  return Promise.all(
    drops.map(async (given) => {
      const messages = await fileReader.read(given, { seed: "1", domains: 6 }).then(
        ({ note }) => [note ?? ""],
        (error: Error) => error.message.split("\n"),
      );
      return { input: `drop ${given.map(({ name }) => name).join(" and ")}`, messages };
    }),
  );
}
