import { checkFileSizes } from "../../viz/downloads/check-file-sizes.ts";
import { type ColumnChoices, choiceProblems } from "../../viz/downloads/column-choice.ts";
import type { FileCommands } from "../../viz/downloads/file-messages.ts";
import { createLimitedReader } from "../../viz/downloads/limited-reader.ts";
import { fileReader } from "../../viz/downloads/read-files.ts";
import { fileProblems } from "../../viz/links/link-files.ts";
import { openLink } from "../../viz/links/open-link.ts";
import { createViewOptions } from "../../viz/network/view-options.ts";
import { createWorld } from "../../viz/state/world.ts";
import type { WorkerClient } from "../../workers/worker-client.ts";
import { engineHere } from "../helpers/engine-here.ts";
import { createFakeClock } from "../helpers/fake-clock.ts";
import { linkOf } from "../helpers/make-link.ts";
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

/** A file whose size alone is examined. */
const huge = { name: "friends.csv", size: 100 * 2 ** 20 };

/** What a person may enter in the form that asks about columns. */
const confused: ColumnChoices = {
  kind: "network",
  hasTitles: true,
  columns: { from: 1, weight: 1 },
  scale: "ends",
  none: "5",
  full: "5",
  timeUnit: "",
  until: "",
  circle: undefined,
};

/** What the page says when somebody drops files on it. */
export async function pageExamples(): Promise<Example[]> {
  const network = fileOf("friends.csv", "from,to,weight\nAna,Bo,-1");
  const drops = [
    [folder],
    [fileOf("a.csv", "from,to\na,b"), fileOf("b.csv", "from,to\na,b")],
    [network, fileOf("agents.csv", "name,age\nAna,30")],
    [fileOf("run.json", '{"program": "weakties", "state_hash": "0"}')],
  ];
  return Promise.all([
    ...drops.map(async (given) => {
      const messages = await fileReader.read(given, { seed: "1", domains: 6 }).then(
        ({ note, notices }) => [note ?? "", ...notices],
        (error: Error) => error.message.split("\n"),
      );
      return { input: `drop ${given.map(({ name }) => name).join(" and ")}`, messages };
    }),
    hangingRead("drop slow.csv, which a browser cannot read in time", 10),
    hangingRead("drop slow.csv, and cancel", undefined),
    { input: "choose one end of a tie, one column twice, and a scale from 5 to 5", messages: choiceProblems(confused) },
    { input: "drop friends.csv of 100 MB", messages: refusalOf(() => checkFileSizes([huge])) },
    undoneChange(),
    forkedWorld(),
    ...openedLinks(),
    {
      input: "open a link to a run of friends.csv, and choose other files",
      messages: [
        ...fileProblems({ network: { file: "friends.csv", sha256: "0".repeat(64) } }, { agents: { file: "people.csv" } }),
        ...fileProblems(
          { network: { file: "friends.csv", sha256: "0".repeat(64) } },
          { network: { file: "other.csv", sha256: "f".repeat(64) } },
        ),
      ],
    },
  ]);
}

/** Links that the page opens. */
function openedLinks(): Promise<Example>[] {
  const small = { scenario: "class_of_25", seed: "1", ticks: 0 };
  const wrong = { ...small, state_hash: "0".repeat(16) };
  return [
    openedLink("open a link without a state hash", linkOf(small)),
    openedLink("open a link with the hash of another run", linkOf(wrong)),
    openedLink("open a link of version 0.0.9, with the hash of another run", linkOf(wrong, "0.0.9")),
    openedLink("open a link to a world of a million people", linkOf({ ...small, parameters: { agents: 1_000_000 }, ticks: 520 })),
    openedLink(
      "open a link to a run of friends.csv",
      linkOf({ ...small, network: { file: "friends.csv", sha256: "0".repeat(64) } }),
    ),
  ];
}

async function openedLink(input: string, link: string): Promise<Example> {
  const world = createWorld(engineHere(createFakeClock(2)).connect);
  // A question is not answered here.
  void openLink(link, { world, options: createViewOptions() }, { isOwn: false, beforeAsking: async () => undefined });
  while (world.notice.value === undefined || /^Repeating/.test(world.notice.value.lines[0] ?? ""))
    await new Promise((answered) => setTimeout(answered, 5));
  return { input, messages: world.notice.value.lines };
}

async function undoneChange(): Promise<Example> {
  const world = createWorld(engineHere(createFakeClock(2)).connect);
  await world.chooseScenario("class_of_25");
  world.set("noise", 0.4);
  await new Promise((answered) => setTimeout(answered));
  await world.undo(0);
  return { input: "set noise to 0.4, and undo it", messages: [...(world.notice.value?.lines ?? [])] };
}

async function forkedWorld(): Promise<Example> {
  const world = createWorld(engineHere(createFakeClock(2)).connect);
  await world.chooseScenario("class_of_25");
  await world.forkFromHere();
  return { input: "press Fork here at the start", messages: [...(world.notice.value?.lines ?? [])] };
}

function refusalOf(action: () => void): string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof Error) return error.message.split("\n");
  }
  return [];
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
