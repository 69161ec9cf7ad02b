/** Breaks a text into lines of at most `width` characters, including the indent. A longer word gets a line to itself. */
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

/** Characters per line: as wide as the terminal, but not wider than is comfortable to read; 80 if there is no terminal. */
export function textWidth(): number {
  return Math.min(process.stdout.columns || 80, 100);
}
