import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReadNetwork } from "../../formats/network/network-of-file.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { csvLine, escapeForSpreadsheet } from "../../sim/index.ts";

/** A network as it stands in somebody's mind; every format below must carry it whole. */
interface Drawn {
  readonly names: readonly string[];
  readonly circles: readonly string[];
  readonly directed: boolean;
  /** places in `names`; no pair of the same direction twice */
  readonly ties: readonly (readonly [from: number, to: number, weight: number])[];
}

const part = fc.constantFrom("a", "B", "é", "李", "ل", "🦊", "<b>", "&", '"', "'", ",", ";", "=", "-", "@", "#", " ", "]", "1");
const name = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join("").trim());
/** A first letter keeps names from being read as a comment, and numbers from making a header out of a first row. */
const names = fc
  .uniqueArray(name, { minLength: 2, maxLength: 8 })
  .map((list) => [...new Set(list.map((one) => `x${one}`.normalize("NFC")))]);

const drawn: fc.Arbitrary<Drawn> = names.chain((list) => {
  const agent = fc.nat(list.length - 1);
  return fc.record({
    names: fc.constant(list.length > 1 ? list : [...list, "y"]),
    circles: fc.array(fc.constantFrom("Sales", "R & D", "北京"), { minLength: 9, maxLength: 9 }),
    directed: fc.boolean(),
    ties: fc.uniqueArray(fc.tuple(agent, agent, fc.constantFrom(0.25, 1, 2.5, 30)), {
      minLength: 1,
      maxLength: 20,
      selector: ([a, b]) => `${a} ${b}`,
    }),
  });
});

/** Each tie by names: who names whom, and its weight's rank; and each agent that has a tie with its circle. */
function describeNetwork({ people, ties }: ReadNetwork) {
  const described = Array.from(ties.lower, (lower, tie) => {
    const [low, high] = [people.names[lower], people.names[ties.upper[tie]]];
    const way = ties.named[tie] === 0 ? [low, high].sort() : ties.named[tie] === 1 ? [low, ">", high] : [high, ">", low];
    return [...way, ties.weightRank[tie]].join(" ");
  });
  const circles = [...ties.lower, ...ties.upper].map(
    (agent) => `${people.names[agent]}: ${people.circleNames[people.circle[agent]]}`,
  );
  return { ties: described.sort(), circles: [...new Set(circles)].sort() };
}

function edgeList({ names, circles, directed, ties }: Drawn, delimiter: string): string {
  const header = directed
    ? ["from", "to", "weight", "from_circle", "to_circle"]
    : ["source", "target", "weight", "source_circle", "target_circle"];
  const rows = ties.map(([a, b, weight]) => [
    escapeForSpreadsheet(names[a]),
    escapeForSpreadsheet(names[b]),
    weight,
    circles[a],
    circles[b],
  ]);
  if (delimiter === ",") return [header, ...rows].map(csvLine).join("");
  return [header, ...rows].map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(delimiter)).join("\r\n");
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function graphml({ names, circles, directed, ties }: Drawn): string {
  const nodes = names.map(
    (one, k) => `<node id="n${k}"><data key="l">${xml(one)}</data><data key="c">${xml(circles[k])}</data></node>`,
  );
  const edges = ties.map(([a, b, weight]) => `<edge source="n${a}" target="n${b}"><data key="w">${weight}</data></edge>`);
  const keys =
    '<key id="l" for="node" attr.name="label"/><key id="c" for="node" attr.name="circle"/><key id="w" for="edge" attr.name="weight"/>';
  return `<graphml>${keys}<graph edgedefault="${directed ? "directed" : "undirected"}">${nodes.join("\n")}${edges.join("\n")}</graph></graphml>`;
}

function gexf({ names, circles, directed, ties }: Drawn): string {
  const values = (k: number) => `<attvalues><attvalue for="0" value="${xml(circles[k])}"/></attvalues>`;
  const nodes = names.map((one, k) => `<node id="${k}" label="${xml(one)}">${values(k)}</node>`);
  const edges = ties.map(([a, b, weight], k) => `<edge id="${k}" source="${a}" target="${b}" weight="${weight}"/>`);
  const type = directed ? "directed" : "undirected";
  return `<gexf><graph defaultedgetype="${type}"><attributes class="node"><attribute id="0" title="group" type="string"/></attributes>
    <nodes>${nodes.join("\n")}</nodes><edges>${edges.join("\n")}</edges></graph></gexf>`;
}

function gml({ names, circles, directed, ties }: Drawn): string {
  // GML is ASCII: what is not is written as an entity.
  const text = (one: string) => xml(one).replace(/[^ -~]/gu, (character) => `&#${character.codePointAt(0)};`);
  const nodes = names.map((one, k) => `node [ id ${k} label "${text(one)}" group "${text(circles[k])}" ]`);
  const edges = ties.map(([a, b, weight]) => `edge [ source ${a} target ${b} weight ${weight} ]`);
  return `graph [ directed ${+directed}\n${nodes.join("\n")}\n${edges.join("\n")}\n]`;
}

const formats: readonly (readonly [string, (drawn: Drawn) => string])[] = [
  ["CSV", (network) => edgeList(network, ",")],
  ["TSV", (network) => edgeList(network, "\t")],
  ["semicolons", (network) => edgeList(network, ";")],
  ["blanks", (network) => edgeList(network, " ")],
  ["GraphML", graphml],
  ["GEXF", gexf],
  ["GML", gml],
];

/** The same, worked out from what was drawn. */
function expected({ names, circles, directed, ties }: Drawn) {
  const pairs = new Map<string, { ways: Set<string>; weights: number[] }>();
  for (const [a, b, weight] of ties) {
    if (a === b) continue;
    const key = [names[a], names[b]].sort().join(" ");
    const pair = pairs.get(key) ?? { ways: new Set(), weights: [] };
    pair.ways.add(`${names[a]} > ${names[b]}`);
    pair.weights.push(weight);
    pairs.set(key, pair);
  }
  // Two records of one pair are the two ways, as none is there twice. Both count, unless a directed file gives every pair one weight.
  const isTwice = directed && [...pairs.values()].every(({ weights }) => new Set(weights).size === 1);
  const weightOf = (weights: number[]) => (isTwice ? (weights[0] ?? Number.NaN) : weights.reduce((sum, weight) => sum + weight, 0));
  const all = [...pairs.values()].map(({ weights }) => weightOf(weights));
  const rank = (weight: number) => {
    const below = all.filter((one) => one < weight).length;
    const equal = all.filter((one) => one === weight).length;
    return equal === all.length ? Number.NaN : (below + (equal - 1) / 2) / (all.length - 1);
  };
  const described = [...pairs].map(
    ([key, { ways, weights }]) => `${directed && ways.size === 1 ? [...ways][0] : key} ${rank(weightOf(weights))}`,
  );
  const isTied = (agent: number) => ties.some(([a, b]) => a !== b && (a === agent || b === agent));
  const circlesOfTied = names.map((one, agent) => `${one}: ${circles[agent]}`).filter((_, agent) => isTied(agent));
  return { ties: described.sort(), circles: circlesOfTied.sort() };
}

test.each(formats)("%s carries names, ties, directions, weights and circles of any network", (_name, write) => {
  fc.assert(
    fc.property(drawn, (network) => {
      // An edge list knows only agents who are named in it, and needs two.
      fc.pre(network.ties.some(([a, b]) => a !== b));
      expect(describeNetwork(readNetwork(write(network), { file: "network", seed: "1" }))).toEqual(expected(network));
    }),
    { numRuns: 300 },
  );
});
