import { describe, expect, test } from "vitest";
import { describeNetwork } from "../../formats/network/network-summary.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { type Reading, readOptionsOf } from "../../formats/network/read-options.ts";
import { BELIEFS } from "../../sim/index.ts";
import { problemsOf as refused } from "../helpers/read-sample.ts";

function read(text: string, reading: Reading = {}) {
  return readNetwork(text, { file: "f", seed: "1", ...readOptionsOf(reading) });
}

/** What each rater gives, as `Ana>Bo 0.8`, or the four beliefs and the evidence. */
function ratings(text: string, reading: Reading = {}): string[] {
  const { people, ties } = read(text, reading);
  const given = ties.ratings;
  if (given === undefined) return [];
  return [...given.trust.keys()].flatMap((direction) => {
    const tie = Math.floor(direction / 2);
    const ends = [ties.lower[tie], ties.upper[tie]].map((agent) => people.names[agent]);
    const who = (direction % 2 === 0 ? ends : ends.toReversed()).join(">");
    const beliefs = [...given.beliefs.subarray(direction * BELIEFS, (direction + 1) * BELIEFS)];
    const values = [given.trust[direction], ...beliefs].filter((value) => !Number.isNaN(value));
    const evidence = given.evidence[direction];
    return values.length === 0 ? [] : [`${who} ${values.join(" ")}${Number.isNaN(evidence) ? "" : ` e=${evidence}`}`];
  });
}

function faults(text: string, reading: Reading = {}): readonly string[] {
  return refused(() => read(text, reading));
}

describe("a rating belongs to its direction", () => {
  test("in a list of ties, also under titles that say nothing about direction", () => {
    for (const header of ["from,to,trust", "source,target,trust"])
      expect(ratings(`${header}\nAna,Bo,0.8\nBo,Ana,0.2\nBo,Cy,0.5\nCy,Di,`)).toEqual(["Ana>Bo 0.8", "Bo>Ana 0.2", "Bo>Cy 0.5"]);
  });

  test("both ways, if the line says that it has no direction", () => {
    expect(ratings("from,to,trust,direction\nAna,Bo,0.8,undirected\nCy,Ana,0.1,directed")).toEqual([
      "Ana>Bo 0.8",
      "Bo>Ana 0.8",
      "Cy>Ana 0.1",
    ]);
  });

  test("without a header, in chosen columns", () => {
    const reading = { columns: "from=1,to=2,trust=3,time=4", trust_scale: "-10,10" };
    expect(ratings("6,2,4,1289241911\n6,5,-10,1289241941\n1,6,10,1289243140", reading)).toEqual(["6>2 0.7", "6>5 0", "1>6 1"]);
  });

  test("in GraphML, GEXF, GML and JSON", () => {
    const node = (id: string) => `<node id="${id}"/>`;
    const graphml = `<graphml><key id="t" for="edge" attr.name="trust"/><graph edgedefault="directed">${node("a")}${node("b")}<edge source="a" target="b"><data key="t">0.75</data></edge></graph></graphml>`;
    const gexf = `<gexf><graph defaultedgetype="directed"><attributes class="edge"><attribute id="0" title="trust"/></attributes><nodes>${node("a")}${node("b")}</nodes><edges><edge source="a" target="b"><attvalues><attvalue for="0" value="0.75"/></attvalues></edge></edges></graph></gexf>`;
    const gml = 'graph [ directed 1 node [ id 1 label "a" ] node [ id 2 label "b" ] edge [ source 1 target 2 trust 0.75 ] ]';
    const json =
      '{"directed": true, "nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b", "trust": 0.75}]}';
    for (const text of [graphml, gexf, gml, json]) expect(ratings(text)).toEqual(["a>b 0.75"]);
    expect(ratings(graphml.replace('"directed"', '"undirected"'))).toEqual(["a>b 0.75", "b>a 0.75"]);
  });
});

test("the values of a matrix are ratings if a person gives their scale", () => {
  const matrix = ",Ana,Bo,Cy\nAna,,1,5\nBo,2,,0\nCy,,3,";
  expect(ratings(matrix, { trust_scale: "5,1" })).toEqual(["Ana>Bo 1", "Bo>Ana 0.75", "Ana>Cy 0", "Cy>Bo 0.5"]);
  expect(ratings(matrix)).toEqual([]);
});

describe("the scale", () => {
  test("is a share, or a score under the title trust_score", () => {
    expect(ratings("from,to,trust_share\na,b,0.25")).toEqual(["a>b 0.25"]);
    expect(ratings("from,to,trust_score\na,b,3\nb,a,30\na,c,0.3")).toEqual(["a>b 0.5", "b>a 1", "a>c 0"]);
    expect(ratings("from,to,trust\na,b,3", { trust_scale: "score" })).toEqual(["a>b 0.5"]);
  });

  test("has two ends, of which the second means full trust", () => {
    expect(ratings("from,to,trust\na,b,7\nb,a,4\na,c,1", { trust_scale: "1,7" })).toEqual(["a>b 1", "b>a 0.5", "a>c 0"]);
    expect(ratings("from,to,trust\na,b,1\nb,a,5\na,c,2", { trust_scale: "5,1" })).toEqual(["a>b 1", "b>a 0", "a>c 0.75"]);
  });

  test("is never guessed: a number that it does not have is a fault with a remedy", () => {
    expect(faults("from,to,trust\na,b,0.5\nb,c,-3")).toEqual([
      "f, line 3: trust must be from 0 to 1, got -3; if trust is measured on another scale, give its ends with --trust-scale, such as --trust-scale=-10,10",
    ]);
    expect(faults("from,to,trust_score\na,b,0.2")[0]).toContain("trust must be from 0.3 to 30, got 0.2");
    expect(faults("from,to,trust\na,b,11", { trust_scale: "-10,10" })).toEqual(["f, line 2: trust must be from -10 to 10, got 11"]);
    expect(faults("from,to,trust\na,b,high")).toEqual(['f, line 2: trust must be a number, got "high"']);
  });

  test("needs a column of trust", () => {
    expect(faults("from,to\na,b", { trust_scale: "1,7" })[0]).toContain("has no column of trust, so --trust-scale cannot be used");
    for (const text of ["1", "3,3", "a,b", "", "1,2,3"])
      expect(refused(() => read("from,to,trust\na,b,1", { trust_scale: text }))[0]).toContain("must be share, score, or");
  });
});

describe("beliefs", () => {
  const header = "from,to,credibility,reliability,intimacy,self_orientation,evidence";

  test("come one by one, in the model's order, with their evidence", () => {
    expect(ratings(`${header}\na,b,0.1,0.2,0.3,0.4,7\nb,c,,0.9,,,`)).toEqual(["a>b 0.1 0.2 0.3 0.4 e=7", "b>c 0.9"]);
    expect(ratings("from,to,trust,evidence\na,b,0.5,12")).toEqual(["a>b 0.5 e=12"]);
  });

  test("say more than one number, which is then not used and named", () => {
    const { ties, summary } = read("from,to,reliability,trust\na,b,0.9,0.1");
    expect([...(ties.ratings?.trust ?? [])]).toEqual([Number.NaN, Number.NaN]);
    expect(describeNetwork(summary)).toContain("columns not used: trust");
  });

  test("out of range are faults", () => {
    expect(faults(`${header}\na,b,1.5,0.2,-0.1,0.4,7\nb,c,,0.9,,,-0.5`)).toEqual([
      "f, line 2: credibility must be from 0 to 1, got 1.5",
      "f, line 2: intimacy must be from 0 to 1, got -0.1",
      "f, line 3: evidence must be a number from 0 to 1,000,000, got -0.5",
    ]);
  });
});

describe("several ratings of one direction", () => {
  test("the last one by time counts, in any order of lines", () => {
    expect(ratings("from,to,trust,time\na,b,0.1,30\na,b,0.9,200\na,b,0.5,100")).toEqual(["a>b 0.9"]);
    expect(ratings("from,to,trust,date\na,b,0.1,2020-03-01\na,b,0.9,2019-12-31")).toEqual(["a>b 0.1"]);
  });

  test("up to the end of the record", () => {
    const text = "from,to,trust,time\na,b,0.1,30\na,b,0.9,200\nb,c,0.5,300";
    expect(ratings(text, { until: "199" })).toEqual(["a>b 0.1"]);
    expect(describeNetwork(read(text, { until: "199" }).summary)).toMatch(
      /^3 agents, 1 tie, 1 one way, 1 without ties;.*2 lines after 199 left out/,
    );
  });

  test("without times, or at one time, they must agree", () => {
    expect(ratings("from,to,trust\na,b,0.5\na,b,0.5")).toEqual(["a>b 0.5"]);
    expect(faults("from,to,trust\na,b,0.5\nb,a,0.4\na,b,0.7")).toEqual([
      'f, line 4: "a" rates "b" differently in line 2; delete one, or add a column time to say which is the last',
    ]);
    expect(faults("from,to,trust,time\na,b,0.5,7\na,b,0.7,7")[0]).toContain("at the same time; delete one");
  });
});

test("the summary counts ratings and distrust, and the weight still decides strength", () => {
  const { ties, summary } = read("from,to,trust,weight\na,b,0.5,10\nb,a,0.4,20\nb,c,0,1");
  expect(describeNetwork(summary)).toContain("3 trust ratings by direction, 2 of them distrust");
  expect([...ties.weightRank]).toEqual([1, 0]);
});

describe("signed ratings", () => {
  test.each([
    ["a matrix with names", [",A,B,C", "A,0,-4,2", "B,4,0,", "C,0,-2,0"]],
    ["a matrix without names", ["0 -4 2 0", "4 0 0 0", "0 -2 0 0", "0 0 0 0"]],
    ["a DL matrix", ["dl n=3", "labels: A,B,C", "data:", "0 -4 2", "4 0 0", "0 -2 0"]],
    ["a Pajek matrix", ["*Vertices 3", '1 "A"', '2 "B"', '3 "C"', "*Matrix", "0 -4 2", "4 0 0", "0 -2 0"]],
  ])("in %s are beliefs of one direction", (_, lines) => {
    const names = lines[0]?.startsWith("0") ? "1 2 3" : "A B C";
    const [a, b, c] = names.split(" ");
    expect(ratings(lines.join("\n"), { trust_scale: "-4,4" })).toEqual([
      `${a}>${b} 0`,
      `${b}>${a} 1`,
      `${a}>${c} 0.75`,
      `${c}>${b} 0.25`,
    ]);
  });

  test("without a scale are refused, and the message says what to do", () => {
    const ofMatrix =
      "negative cells can be ratings of trust: give the values of no trust and of full trust, such as --trust-scale=-10,10";
    const ofColumn = (column: string) =>
      `negative weights can be ratings of trust: choose their column, and give the values of no trust and of full trust: --columns trust=${column} --trust-scale=-10,10`;
    const ofList = "negative weights can be ratings of trust: write them as a list of ties with the columns from, to and trust";
    const hint = (...lines: string[]) => refused(() => read(lines.join("\n"))).at(-1);
    expect(hint(",A,B,C", "A,0,-4,2", "B,4,0,1", "C,0,2,0")).toBe(`f: ${ofMatrix}`);
    expect(hint("dl n=3", "data:", "0 -4 2", "4 0 0", "0 -2 0")).toBe(`f: ${ofMatrix}`);
    expect(hint("*Vertices 2", "*Matrix", "0 -4", "4 0")).toBe(`f: ${ofMatrix}`);
    expect(hint("7,3,4", "3,7,-8")).toBe(`f: ${ofColumn("3")}`);
    expect(hint("from,to,value", "a,b,4", "b,c,-8")).toBe(`f: ${ofColumn("value")}`);
    expect(hint('"from" "to" "n"', '"1" "a" "b" 4', '"2" "b" "c" -8')).toBe(`f: ${ofColumn("n")}`);
    expect(hint('{"nodes": [{"id": "a"}, {"id": "b"}],', '"links": [{"source": "a", "target": "b", "weight": -1}]}')).toBe(
      `f: ${ofColumn("weight")}`,
    );
    expect(hint("*Vertices 2", "*Arcs", "1 2 -4")).toBe(`f: ${ofList}`);
    expect(hint("dl n=2", "format=edgelist1", "data:", "1 2 -4")).toBe(`f: ${ofList}`);
  });
});
