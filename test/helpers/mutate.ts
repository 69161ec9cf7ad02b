import fc from "fast-check";

/** One change to a text. Places are shares of its length, so that a mutation fits any text. */
type Mutation = (text: string) => string;

const at = fc.nat(9999);
const place = (text: string, share: number): number => Math.floor((text.length * share) / 10_000);

/** The lines of a text, changed. */
function editLines(text: string, share: number, edit: (lines: string[], line: number) => void): string {
  const lines = text.split("\n");
  edit(lines, Math.floor((lines.length * share) / 10_000));
  return lines.join("\n");
}

const insertions = [
  ..."\u0000\u0001\u0007\u001b\u007f\u0085\u00a0\u200b\u202e\u2028\ud800\udc00\ufeff\ufffd\t\r\n\v\f",
  ...",;| \"'`<>&[]{}()#%*=-:!?/\\~^@0",
  ..."\"\" ''",
  "--",
  "->",
  "]]>",
  "<!--",
  "<![CDATA[",
  "&#0;",
  "&#xD800;",
  "&lt;",
  "\\u0000",
  "\\ud800",
  "NA",
  "null",
  "true",
  "__proto__",
  "=1+1",
  "'=1",
  "name",
  "from",
  "\r\n\r\n",
];

const numbers = [
  "0",
  "-1",
  "1e999",
  "-0",
  "0.1,5",
  "1,000",
  "1.000.000",
  "999999999",
  "4294967296",
  "1e308",
  "NaN",
  "Infinity",
  "07",
];

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  at.map(
    (from): Mutation =>
      (text) =>
        text.slice(0, place(text, from)),
  ),
  fc.tuple(at, fc.integer({ min: 1, max: 20 })).map(
    ([from, length]): Mutation =>
      (text) =>
        text.slice(0, place(text, from)) + text.slice(place(text, from) + length),
  ),
  at.map(
    (share): Mutation =>
      (text) =>
        editLines(text, share, (lines, line) => lines.splice(line, 0, lines[line] ?? "")),
  ),
  at.map(
    (share): Mutation =>
      (text) =>
        editLines(text, share, (lines, line) => lines.splice(line, 1)),
  ),
  fc.tuple(at, at).map(
    ([share, other]): Mutation =>
      (text) =>
        editLines(text, share, (lines, line) => {
          const second = Math.floor((lines.length * other) / 10_000);
          [lines[line], lines[second]] = [lines[second] ?? "", lines[line] ?? ""];
        }),
  ),
  fc.tuple(at, at).map(
    ([one, two]): Mutation =>
      (text) => {
        const characters = text.split("");
        const [first, second] = [place(text, one), place(text, two)];
        [characters[first], characters[second]] = [characters[second] ?? "", characters[first] ?? ""];
        return characters.join("");
      },
  ),
  fc.tuple(at, fc.constantFrom(...insertions)).map(
    ([from, what]): Mutation =>
      (text) =>
        text.slice(0, place(text, from)) + what + text.slice(place(text, from)),
  ),
  fc.tuple(at, fc.constantFrom(...numbers)).map(
    ([share, number]): Mutation =>
      (text) => {
        const found = [...text.matchAll(/\d+(\.\d+)?/g)];
        const match = found[Math.floor((found.length * share) / 10_000)];
        return match === undefined ? text : text.slice(0, match.index) + number + text.slice(match.index + match[0].length);
      },
  ),
  fc.tuple(at, fc.constantFrom(..."[{(<\"' "), fc.integer({ min: 2, max: 300 })).map(
    ([from, sign, count]): Mutation =>
      (text) =>
        text.slice(0, place(text, from)) + sign.repeat(count) + text.slice(place(text, from)),
  ),
);

/** A text after one to four changes: cut, line doubled, lost or moved, bytes swapped, number replaced, sign inserted or repeated. */
export function mutate(text: string): fc.Arbitrary<string> {
  return fc.array(mutation, { minLength: 1, maxLength: 4 }).map((list) => list.reduce((mutant, mutate) => mutate(mutant), text));
}
