import { filled, type Make, nested } from "./make-text.ts";

/** YAML and JSON. */
export const yaml: Readonly<Record<string, Make>> = {
  "lists in lists": filled("", "- "),
  "lists in lists by lines": (size) => {
    let text = "";
    for (let k = 0; text.length < size; k++) text += `${" ".repeat(k)}-\n`;
    return text;
  },
  "tables in tables by lines": (size) => {
    let text = "";
    for (let k = 0; text.length < size; k++) text += `${" ".repeat(k)}a:\n`;
    return text;
  },
  brackets: filled("", "["),
  "closed brackets": nested("", "[", "]"),
  "closed brackets under a key": nested("parameters: ", "[", "]"),
  braces: filled("parameters: ", "{a: "),
  "closed braces": nested("parameters: ", "{a: ", "}", "", "1"),
  "brackets and braces": filled("", "[{"),
  keys: filled("", "a: 1\n"),
  "distinct keys": filled("", (k) => `a${k}: 1\n`),
  "distinct keys in braces": filled("{a: 1", (k) => `,a${k}: 1`, "}"),
  "keys in braces": filled("{a: 1", ",a: 1", "}"),
  "keys without values": filled("", (k) => `a${k}:\n`),
  colons: filled("", ":"),
  "colons with blanks": filled("", ": "),
  "colons with lines": filled("", ":\n"),
  anchors: filled("a: ", "&a "),
  "anchored values": filled("", (k) => `a${k}: &a${k} 1\n`),
  aliases: filled("a: &a 1\nb: [*a", ",*a", "]"),
  "aliases of aliases": (size) => {
    let text = "a0: &a0 [1]\n";
    for (let k = 1; text.length < size; k++) text += `a${k}: &a${k} [*a${k - 1},*a${k - 1}]\n`;
    return text;
  },
  "unknown aliases": filled("a: [*a", (k) => `,*a${k}`, "]"),
  asterisks: filled("a: ", "*"),
  ampersands: filled("a: ", "&"),
  tags: filled("a: ", "!!str "),
  "tagged values": filled("", (k) => `a${k}: !foo 1\n`),
  "exclamation marks": filled("a: ", "!"),
  directives: filled("", "%YAML 1.2\n", "---\na: 1\n"),
  "unknown directives": filled("", "%FOO\n", "---\na: 1\n"),
  "percent signs": filled("", "%"),
  "merge keys": filled("", "<<: a\n"),
  "a comment": filled("seed: 1 ", "#"),
  comments: filled("", "# a\n", "seed: 1\n"),
  "comments after values": filled("", (k) => `a${k}: 1 # b\n`),
  questions: filled("", "? "),
  "questions by lines": filled("", "? a\n"),
  documents: filled("", "---\n"),
  "documents with values": filled("", "--- a\n"),
  "ends of documents": filled("", "...\n"),
  "an open quote": filled('a: "', "b "),
  "an open quote with lines": filled('a: "', "b\n"),
  "an open single quote": filled("a: '", "b\n "),
  quotes: filled("a: ", '"'),
  "single quotes": filled("a: ", "'"),
  backslashes: filled('a: "', "\\", '"'),
  "faulty escapes": filled('a: "', "\\q", '"'),
  "a block of text": filled("a: |\n", "  b\n"),
  "a block of empty lines": filled("a: |\n", "\n"),
  "blocks of text": filled("", (k) => `a${k}: |\n b\n`),
  "a folded block": filled("a: >\n", "  b\n\n"),
  "a plain text of lines": filled("a: b\n", "  c\n"),
  "a plain text of words": filled("a: b", " c"),
  blanks: filled("a:", " ", "1\n"),
  "lines of blanks": filled("a: 1\n", "   \n"),
  tabs: filled("a:\n", "\tb: 1\n"),
  "tabs in a line": filled("a: ", "\t"),
  "empty lines": filled("a: 1\n", "\n"),
  "carriage returns": filled("a: 1\n", "\r"),
  commas: filled("a: [", ",", "]"),
  "a list": filled("a: [1", ",1", "]"),
  "a list of texts": filled("a: [b", ", b", "]"),
  "a list of quoted texts": filled('a: ["b"', ', "b"', "]"),
  "a list by lines": filled("a:\n", "- 1\n"),
  "a list of lists": filled("a: [[]", ",[]", "]"),
  "a list of tables": filled("a: [{}", ",{}", "]"),
  "a list of pairs": filled("a: [b: 1", ",b: 1", "]"),
  "a list of tables by lines": filled("a:\n", "- b: 1\n"),
  "a long number": filled("ticks: ", "1"),
  "a long hexadecimal number": filled("ticks: 0x", "f"),
  "digits and a letter": filled("ticks: ", "1", "x\n"),
  "a long text": filled("seed: ", "b", "\n"),
  "a long key": filled("", "b", ": 1\n"),
  "control characters": filled("a: b", "\u0085"),
  "byte order marks": filled("a: b\n", "\ufeff"),
  "indented less and less": (size) => {
    const depth = Math.floor(Math.sqrt(size / 2));
    const lines = Array.from({ length: depth }, (_, k) => `${" ".repeat(k)}a:\n`);
    return lines.join("") + [...lines].reverse().join("");
  },
  "faulty lines": filled("a: 1\n", "b\n"),
  "closing brackets": filled("a: ", "]"),
  "closing braces": filled("", "}\n"),
  "at signs": filled("", "@\n"),
  "JSON keys": filled('{"a": 1', (k) => `,"b${k}": 1`, "}"),
  "JSON lists": filled('{"a": [1', ",1", "]}"),
};
