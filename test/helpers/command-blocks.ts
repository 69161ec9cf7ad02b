/** A command in a document, as a person would type it. */
export interface DocumentedCommand {
  /** from 1 */
  readonly line: number;
  readonly text: string;
  /** what the document shows below it; undefined in a block without output */
  readonly output?: string;
}

/** A fenced block of commands. */
export interface CommandBlock {
  readonly line: number;
  /** why the block cannot be run here */
  readonly notRun: string | undefined;
  readonly commands: readonly DocumentedCommand[];
}

/**
 * The blocks of commands in a Markdown text. In an `sh` block every line is a command. In a `console` block a command follows `$ `,
 * and its output is below it. The comment `<!-- not run: reason -->` in the line above marks a block that cannot be run here.
 */
export function commandBlocks(markdown: string): CommandBlock[] {
  const lines = markdown.split("\n");
  const blocks: CommandBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, indent, language] = /^( *)```(\S*)/.exec(lines[at] ?? "") ?? [];
    if (indent === undefined) continue;
    const end = lines.indexOf(`${indent}\`\`\``, at + 1);
    if (end < 0) throw new Error(`line ${at + 1}: the block has no end`);
    const read = { sh: commandsIn, console: transcriptIn }[String(language)];
    const notRun = /^ *<!-- not run: (.+) -->$/.exec(lines[at - 1] ?? "")?.[1];
    const inside = lines.slice(at + 1, end).map((line) => line.slice(indent.length));
    if (read !== undefined) blocks.push({ line: at + 1, notRun, commands: read(inside, at + 2) });
    at = end;
  }
  return blocks;
}

/** @param first the number of the first line */
function commandsIn(lines: readonly string[], first: number): DocumentedCommand[] {
  return lines
    .map((text, at) => ({ line: first + at, text: text.replace(/(^|\s+)# .*$/, "").trim() }))
    .filter(({ text }) => text !== "")
    .flatMap(({ line, text }) => text.split(" && ").map((part) => ({ line, text: part })));
}

/** @param first the number of the first line */
function transcriptIn(lines: readonly string[], first: number): DocumentedCommand[] {
  const commands: { line: number; text: string; output: string }[] = [];
  for (const [at, line] of lines.entries()) {
    const last = commands.at(-1);
    if (line.startsWith("$ ")) commands.push({ line: first + at, text: line.slice(2), output: "" });
    else if (last === undefined) throw new Error(`line ${first + at}: there is output above the first command`);
    else last.output += `${line}\n`;
  }
  return commands;
}

/** The words of a command without quotes, and the file into which `>` writes its output. */
export function shellWords(command: string): { words: string[]; into: string | undefined } {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
  const arrow = words.indexOf(">");
  return arrow < 0 ? { words, into: undefined } : { words: words.slice(0, arrow), into: words[arrow + 1] };
}

/** Whether a command printed the output that a document shows. A line ` …` matches any number of lines. */
export function matchesOutput(shown: string, printed: string): boolean {
  const lines = shown.split("\n").slice(0, -1);
  const patterns = lines.map((line) =>
    line.trim() === "…" ? "(?:.*\\n)*" : `${line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")} *\\n`,
  );
  return new RegExp(`^${patterns.join("")}$`).test(printed);
}
