/** A text in lines of at most so many characters, each after an indent; a longer word has a line of its own. */
export function wrap(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(indent + line);
  return lines;
}

/** Characters a line: a terminal's, but no more than a person likes to read; where a pager follows, those of most terminals. */
export function textWidth(): number {
  return Math.min(process.stdout.columns || 80, 100);
}
