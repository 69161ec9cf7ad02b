import type { Workplace } from "../helpers/command-line.ts";
import { commandExamples } from "./commands.ts";
import type { Example, Section } from "./example.ts";
import { experimentExamples } from "./experiments.ts";
import { agentExamples, configurationExamples, interventionExamples } from "./files.ts";
import { libraryExamples } from "./library.ts";
import { linkExamples } from "./links.ts";
import { checkpointExamples } from "./model.ts";
import { networkExamples } from "./networks.ts";
import { pageExamples } from "./page.ts";
import { runTableExamples } from "./run-tables.ts";

/** Every section of docs/messages.md, with messages from real inputs. */
export async function messageSections(place: Workplace): Promise<Section[]> {
  return [
    {
      title: "The command line",
      about: "Commands, flags, files and folders. A line such as `weakties: 1 problem, nothing was written` precedes the problems.",
      examples: await commandExamples(place),
    },
    {
      title: "Network files",
      about: "The inputs at the end are read; their messages are notices and warnings.",
      examples: networkExamples(),
    },
    { title: "Agents files", about: "The last input is read; the message is a notice.", examples: agentExamples() },
    {
      title: "Tables of a run",
      about: "The ties.csv and agents.csv of a run, edited by hand. A new run is asked to start from them.",
      examples: runTableExamples(),
    },
    { title: "Configurations", about: "Files for `weakties run --config`.", examples: configurationExamples() },
    {
      title: "Links",
      about: "Addresses of the page, for `weakties run --link`. Where the input is a table, it is the content of a link.",
      examples: linkExamples(),
    },
    { title: "Interventions", about: "YAML, JSON or CSV.", examples: interventionExamples() },
    { title: "Experiment files", about: "The last input is read; the message is a notice.", examples: experimentExamples() },
    { title: "The page", about: "Files that are dropped on the page.", examples: await pageExamples() },
    { title: "The library", about: "Calls of a program that are thrown as an InputError.", examples: libraryExamples() },
    { title: "Checkpoints", about: "Bytes given to the library to restore.", examples: checkpointExamples() },
  ];
}

const intro = `# Messages

Every error and notice of the program, each with an input that causes it. The messages are real output: \`npm run messages\`
runs all inputs and writes this page, and a test fails if a message is missing. Read the page to review wording.

In each block, an input comes first and the messages about it follow, indented.
`;

/** The text of docs/messages.md. */
export function messagesPage(sections: readonly Section[]): string {
  const body = sections.map(({ title, about, examples }) => {
    const text = examples.map(formatExample).join("\n\n");
    return `## ${title}\n\n${about}\n\n~~~text\n${text}\n~~~\n`;
  });
  return [intro, ...body].join("\n");
}

function formatExample({ input, messages }: Example): string {
  return [escapeControls(input), ...messages.map((message) => `    ${escapeControls(message.trimStart())}`)].join("\n");
}

/** Control characters would make the page a binary file, and invisible ones cannot be reviewed. */
function escapeControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  const visible = text.replace(/[\u0000-\u0008\u000b-\u001f]/g, "\\0").replace(/[\u007f\p{Cf}]/gu, escapeCode);
  return visible || "(an empty file)";
}

function escapeCode(character: string): string {
  return `\\u{${character.charCodeAt(0).toString(16)}}`;
}
