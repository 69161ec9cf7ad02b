import { isNode, placeOf, readSources, type Source, type SyntaxNode, walk } from "../helpers/read-sources.ts";

/** A message in a source, with a gap wherever the program fills in a value. */
export interface Template {
  /** `path:line` */
  readonly place: string;
  /** its fixed parts, in order */
  readonly parts: readonly string[];
}

/** Folders whose messages a person can see. */
const rooms = ["sim/", "study/", "formats/", "batch/", "viz/", "workers/"];

/** Lists that collect messages: `problems.push("…")`. */
const lists = /^#?(problems|notes|differences|printed|faults|lines)$/;

/** Methods and functions that take a message. */
const reporters = new Set(["add", "stop", "fault", "say", "setHint", "reportError", "refuse"]);

/** Errors whose text a person reads. All others are mistakes of the program. */
const errors = new Set(["InputError", "WriteError", "Stopped"]);

/** Every message template of the sources, in the order of paths and lines. */
export function findTemplates(sources: readonly Source[] = readSources()): Template[] {
  const found: Template[] = [];
  for (const source of sources.filter(({ path }) => rooms.some((room) => path.startsWith(room))))
    walk(source.program, (node) => {
      for (const message of messagesOf(node)) addTexts(source, message, found);
    });
  return found;
}

/** The parts of a node that are messages. */
function messagesOf(node: SyntaxNode): SyntaxNode[] {
  const { callee } = node;
  const given = (node.arguments as SyntaxNode[] | undefined) ?? [];
  if (node.type === "NewExpression") return errors.has(nameOf(callee)) ? given : [];
  if (node.type === "Property" && nameOf(node.key) === "problem") return isNode(node.value) ? [node.value] : [];
  if (node.type !== "CallExpression" || !isNode(callee)) return [];
  const isPush = callee.type === "MemberExpression" && nameOf(callee.property) === "push" && lists.test(nameOf(callee.object));
  return isPush || reporters.has(nameOf(callee)) ? given : [];
}

/** The last name of an identifier or a member: `push` for `this.problems.push`. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  if (node.type === "MemberExpression") return nameOf(node.property);
  return typeof node.name === "string" ? node.name : "";
}

/** Adds the texts of an expression: of both branches of a choice, of all entries of a list. */
function addTexts(source: Source, node: SyntaxNode, found: Template[]): void {
  if (node.type === "Literal" && typeof node.value === "string") addTemplate(source, node, [node.value], found);
  else if (node.type === "TemplateLiteral")
    addTemplate(
      source,
      node,
      (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked),
      found,
    );
  else if (node.type === "ConditionalExpression" || node.type === "LogicalExpression" || node.type === "BinaryExpression")
    for (const side of [node.consequent, node.alternate, node.left, node.right]) if (isNode(side)) addTexts(source, side, found);
  if (node.type === "ArrayExpression")
    for (const entry of node.elements as unknown[]) if (isNode(entry)) addTexts(source, entry, found);
}

/** Texts without two words are names and punctuation, not messages. */
function addTemplate(source: Source, node: SyntaxNode, parts: string[], found: Template[]): void {
  if (/\p{L}{2,}\W+\p{L}{2,}/u.test(parts.join(" x "))) found.push({ place: placeOf(source, node), parts });
}

/** Whether a text contains a message made from the template. */
export function isExampleOf({ parts }: Template, text: string): boolean {
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(escaped.join("[^\\n]*?"), "u").test(text);
}
