import { readLink } from "../../formats/link/read-link.ts";
import { writeLink } from "../../formats/link/write-link.ts";
import { linkOf, linkOfText } from "../helpers/make-link.ts";
import { type Example, provoke } from "./example.ts";

const run = { seed: "1", ticks: 9 };
const long = Array.from({ length: 900 }, (_, k) => ({ tick: k + 1, set: { noise: Math.sqrt(k) / 100 }, label: `${k * k}` }));

/** Contents of links. Each is compressed and read as a link. */
const contents: readonly object[] = [
  { seed: "1" },
  { ...run, sede: "1" },
  { ...run, parameters: { circle_size: 900 }, interventions: [{ tick: 0, remove: 0 }] },
  { ...run, interventions: Array.from({ length: 1001 }, () => 0) },
  { ...run, network: { file: "a/friends.csv" } },
  { ...run, state_hash: "xyz" },
  { ...run, fork: 3 },
  { ...run, fork: { tick: 1 } },
  { ...run, fork: { tick: 1, unchanged: [4] } },
  { ...run, fork: { tick: 1, unchanged: [], fork: { tick: 2, unchanged: [] } } },
  { ...run, view: 7 },
  { ...run, view: { tie: [7, 4], agnet: 7 } },
  { ...run, view: { ripple: { event: { tick: 9, remove: 7 } } } },
  { ...run, view: { ripple: { event: { tick: 9, favor: { asker: 7, asked: 7, outcome: "agreed" } }, week: 0 } } },
];

/** What is said about links. */
export function linkExamples(): Example[] {
  const read = (text: string) => () => void readLink(text);
  return [
    provoke("http://localhost:4173/", read("http://localhost:4173/")),
    provoke("#v=0.1.0&run=1.M05MNU", read("#v=0.1.0&run=1.M05MNU")),
    provoke("#v=9.0.0&run=2.M05MNU", read("#v=9.0.0&run=2.M05MNU")),
    provoke("a link with one character changed", read(linkOf(run).replace("v=0.1.0", "v=0.1.1"))),
    provoke("a link of 50,000 characters", read("x".repeat(50_000))),
    provoke("a link whose content has 5 MB", read(linkOfText(`{"seed":"${"a".repeat(5_000_000)}"}`))),
    provoke("3", read(linkOfText("3"))),
    ...contents.map((content) => provoke(cut(JSON.stringify(content)), read(linkOf(content)))),
    provoke("a run with 900 interventions", () => {
      writeLink({ version: "0.1.0", scenario: "default", settled: 0, parameters: {}, interventions: long, ...run });
      return undefined;
    }),
  ];
}

function cut(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
