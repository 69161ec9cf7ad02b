import { isNode, placeOf, readSources, type Source, type SyntaxNode, walk } from "../helpers/read-sources.ts";

/** A message in a source, with a gap wherever the program fills in a value. */
export interface Template {
  /** `path:line` */
  readonly place: string;
  /** its fixed parts, in order */
  readonly parts: readonly string[];
}

/** Folders whose messages a person can see. */
const rooms = ["sim/", "study/", "formats/", "library/", "batch/", "viz/", "workers/"];

/** Descriptions of columns, one of which is called `error`. */
const descriptions = "study/tables/dictionary.ts";

/** Lists that collect messages: `problems.push("…")`. */
const lists = /^#?(problems|notes|notices|warnings|differences|printed|faults|lines)$/;

/** Methods and functions that take a message. */
const reporters = new Set(
  "add,stop,fault,say,setHint,reportError,refuse,refuseOptions,foreign,problem,die,throwProblems,warn".split(","),
);

/** Errors whose text a person reads. All others, such as a RangeError, are mistakes of the program. */
const errors = new Set(["Error", "InputError", "WriteError", "Stopped"]);

/** Keys of objects whose value is a message, or a list of messages. */
const keys = new Set(["problem", "problems", "error"]);

/** Files with functions that return messages, or the rest of one. */
const returning =
  /^(formats\/(?!export\/)|batch\/(experiment\/(folder|merge|plan)|files|flags|input|run|slurm)\/(?!run-(progress|summary))|viz\/(downloads\/check|links\/link-files))/;

/** A returned text with fewer words is a word for something or an amount. */
const FEWEST_WORDS = 3;

/** Every message template of the sources, in the order of paths and lines. */
export function findTemplates(sources: readonly Source[] = readSources()): Template[] {
  const found: Template[] = [];
  for (const source of sources.filter(({ path }) => path !== descriptions && rooms.some((room) => path.startsWith(room)))) {
    const texts = constantsOf(source);
    walk(source.program, (node) => {
      for (const message of messagesOf(node)) addTexts(source, texts.get(nameOf(message)) ?? message, found);
      for (const message of returning.test(source.path) ? returnedBy(node) : []) addTexts(source, message, found, FEWEST_WORDS);
    });
  }
  const places = found.map(({ place, parts }) => `${place} ${parts.join("…")}`);
  return found.filter((_, at) => places.indexOf(places[at]) === at);
}

/** The values of a source's constants by name, without those of other variables of the same name. */
function constantsOf({ program }: Source): Map<string, SyntaxNode> {
  const values = new Map<string, SyntaxNode>();
  const repeated = new Set<string>();
  walk(program, ({ type, id, init }) => {
    const name = nameOf(id);
    if (type !== "VariableDeclarator" || name === "" || !isNode(init)) return;
    if (values.has(name)) repeated.add(name);
    values.set(name, init);
  });
  for (const name of repeated) values.delete(name);
  return values;
}

/** What a function returns. */
function returnedBy({ type, argument, body }: SyntaxNode): SyntaxNode[] {
  if (type === "ReturnStatement") return isNode(argument) ? [argument] : [];
  return type === "ArrowFunctionExpression" && isNode(body) ? [body] : [];
}

/** The parts of a node that are messages. */
function messagesOf(node: SyntaxNode): SyntaxNode[] {
  const { callee } = node;
  const given = (node.arguments as SyntaxNode[] | undefined) ?? [];
  if (node.type === "NewExpression") return errors.has(nameOf(callee)) ? given : [];
  if (node.type === "Property" && keys.has(nameOf(node.key))) return isNode(node.value) ? [node.value] : [];
  if (node.type === "AssignmentExpression" && isNode(node.left)) return isNotice(node.left) ? linesOf(node.right) : [];
  if (node.type !== "CallExpression" || !isNode(callee)) return [];
  const isPush = callee.type === "MemberExpression" && nameOf(callee.property) === "push" && lists.test(nameOf(callee.object));
  return isPush || reporters.has(nameOf(callee)) ? given : [];
}

/** Whether a node is the page's `notice.value`. */
function isNotice({ object, property }: SyntaxNode): boolean {
  return nameOf(object) === "notice" && nameOf(property) === "value";
}

/** The lines of a notice: `{ kind: "done", lines: […] }`. */
function linesOf(notice: unknown): SyntaxNode[] {
  const properties = isNode(notice) && Array.isArray(notice.properties) ? (notice.properties as SyntaxNode[]) : [];
  return properties.flatMap(({ key, value }) => (nameOf(key) === "lines" && isNode(value) ? [value] : []));
}

/** The last name of an identifier or a member: `push` for `this.problems.push`. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  if (node.type === "MemberExpression") return nameOf(node.property);
  return typeof node.name === "string" ? node.name : "";
}

/** Adds the texts of an expression: of both branches of a choice, of all entries of a list. */
function addTexts(source: Source, node: SyntaxNode, found: Template[], fewestWords = 2): void {
  const { type, value, quasis, consequent, alternate, left, right, elements, expression } = node;
  if (type === "Literal" && typeof value === "string") addTemplate(source, node, [value], found, fewestWords);
  if (type === "TemplateLiteral") {
    const parts = (quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked);
    addTemplate(source, node, parts, found, fewestWords);
  }
  const isChoice = type === "ConditionalExpression" || type === "LogicalExpression" || type === "BinaryExpression";
  const ofList = type === "ArrayExpression" ? (elements as unknown[]) : [];
  const inside = isChoice ? [consequent, alternate, left, right] : type === "ParenthesizedExpression" ? [expression] : ofList;
  for (const part of inside) if (isNode(part)) addTexts(source, part, found, fewestWords);
}

/** Texts without two words are names and punctuation, not messages. */
function addTemplate(source: Source, node: SyntaxNode, parts: string[], found: Template[], fewestWords: number): void {
  const words = parts.join(" ").match(/\p{L}{2,}/gu) ?? [];
  const hasTwo = /\p{L}{2,}\W+\p{L}{2,}/u.test(parts.join(" x "));
  if (hasTwo && (fewestWords === 2 || words.length >= fewestWords)) found.push({ place: placeOf(source, node), parts });
}

/** Whether a text contains a message made from the template. */
export function isExampleOf({ parts }: Template, text: string): boolean {
  if (!parts.every((part) => text.includes(part))) return false; // much faster than the pattern
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(escaped.join("[^\\n]*?"), "u").test(text);
}
