import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNetwork } from "../../formats/network/read-network.ts";
import { InputError } from "../../sim/index.ts";
import { networkOf, problemsOf } from "../helpers/read-sample.ts";

function problems(...lines: string[]): readonly string[] {
  return problemsOf(() => networkOf(lines, "friends.csv"));
}

/** The last line if a weight is negative. */
const signed = expect.stringMatching(
  /^friends\.csv: negative weights can be ratings of trust: choose their column, .*--columns trust=weight --trust-scale=-10,10$/,
);

describe("a file that is not text is refused, with the line", () => {
  test.each([
    ["nothing", "", "friends.csv: is empty"],
    ["blanks and a byte order mark", "\ufeff \r\n\t\n", "friends.csv: is empty"],
    [
      "a NUL",
      "a,b\nc,\0d",
      "friends.csv, line 2: contains the control character 0, so it is not text; is it a binary or a UTF-16 file?",
    ],
    [
      "an escape",
      "a,b\n\nc,\u001b[1m",
      "friends.csv, line 3: contains the control character 27, so it is not text; is it a binary or a UTF-16 file?",
    ],
    [
      "what was no UTF-8",
      "a,b\nM\ufffdller,c",
      'friends.csv, line 2: contains bytes that are not UTF-8; save the file as UTF-8 (in Excel: "CSV UTF-8")',
    ],
  ])("%s", (_what, text, problem) => {
    expect(problemsOf(() => readNetwork(text, { file: "friends.csv", seed: "1" }))).toEqual([problem]);
  });

  test("a picture", () => {
    const png = String.fromCharCode(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
    expect(problems(png)[0]).toMatch(/^friends\.csv, line \d: contains the control character/);
  });

  test("nothing but InputErrors comes of any rubbish", () => {
    const bits = [
      "<",
      ">",
      "graphml",
      "gexf",
      "node",
      " id=",
      '"',
      "'",
      "&",
      "[",
      "]",
      "graph",
      "*vertices",
      "*arcs",
      "1",
      ",",
      "\t",
      "\n",
      "a",
      "-",
      "#",
      "e9",
      "]]>",
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...bits), { maxLength: 30 }),
        fc.constantFrom("", "<graphml>", "<gexf>", "graph [", "*vertices 3\n"),
        (parts, begin) => {
          try {
            readNetwork(begin + parts.join(""), { file: "x", seed: "1" });
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
            for (const problem of (error as InputError).problems) expect(problem).toMatch(/^x(, line \d+)?: /);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("edge lists", () => {
  test("every fault at once, each with its line", () => {
    expect(
      problems(
        "from,to,weight,directed,from_circle",
        "Ana,Bo,NaN,true,x",
        "Ana,,1,true,x",
        "Ana,Bo,-1,true,x",
        "Ana,Cy,Infinity,maybe,x",
        "Ana,Cy,1",
        "Ana,Cy,12e,false,y",
        'Bo,"Cy,1,true,x',
      ),
    ).toEqual([
      'friends.csv, line 2: a weight must be a number of at least 0, got "NaN"',
      "friends.csv, line 3: a name is missing",
      'friends.csv, line 4: a weight must be a number of at least 0, got "-1"',
      'friends.csv, line 5: a weight must be a number of at least 0, got "Infinity"',
      'friends.csv, line 5: a direction must be directed or undirected, got "maybe"',
      "friends.csv, line 6: has 3 cells, but the first line has 5",
      'friends.csv, line 7: a weight must be a number of at least 0, got "12e"',
      'friends.csv, line 7: "Ana" is in circle "y" here but in "x" in line 2',
      "friends.csv, line 8: a quoted cell has no closing quote",
      "friends.csv, line 8: has 2 cells, but the first line has 5",
      signed,
    ]);
  });

  test("twenty are printed, the rest counted", () => {
    const found = problems("from,to,weight", ...Array.from({ length: 5000 }, (_, k) => `a${k},b,-${k + 1}`));
    expect(found).toHaveLength(22);
    expect(found[19]).toBe('friends.csv, line 21: a weight must be a number of at least 0, got "-20"');
    expect(found.slice(20)).toEqual(["friends.csv: and 4,980 more", signed]);
  });

  test("a comma that could separate thousands is refused, any other is a decimal comma", () => {
    expect(problems("from;to;weight", "a;b;1,500", "b;c;0,500", "c;d;12,5")).toEqual([
      'friends.csv, line 2: a weight must be a number of at least 0, got "1,500"',
    ]);
  });

  test("a header that names one end only", () => {
    expect(problems("source,friend", "a,b")).toEqual([
      'friends.csv, line 1: the header names one end of a tie, "source", but not the other; add a column such as target',
    ]);
  });

  test("one column", () => {
    expect(problems("Ana", "Bo")).toEqual([
      "friends.csv: needs two names in a line, separated by a comma, semicolon, tab or space",
    ]);
  });

  test("a title above the table", () => {
    expect(problems("# made by hand", "My friends", "from,to,weight", "a,b,1", "b,c,2")).toEqual([
      "friends.csv, line 2: must begin with a header or a tie, but the first line has only one cell",
    ]);
  });

  test("fewer than two agents", () => {
    expect(problems("from,to")).toEqual(["friends.csv: a run needs at least 2 agents, got 0"]);
    expect(problems("from,to", "a,a")).toEqual(["friends.csv: a run needs at least 2 agents, got 1"]);
  });

  test("more agents than a run can have", () => {
    const lines = Array.from({ length: 500_001 }, (_, k) => `${2 * k},${2 * k + 1}`);
    expect(problemsOf(() => networkOf(["from,to", ...lines], "friends.csv"))).toEqual([
      "friends.csv, line 500002: a run can have at most 1,000,000 agents",
    ]);
  });

  test("only delimiters", () => {
    expect(problems("sep=,", ",,,")).toEqual(["friends.csv: contains only delimiters"]);
  });

  test("JSON and other XML", () => {
    expect(problems('{"nodes": []}')).toEqual([
      "friends.csv: is JSON, but not a network in a supported layout; supported are the node-link JSON of networkx, D3 or graphology, and Cytoscape's .cyjs",
    ]);
    expect(problems("<html><body>404</body></html>")).toEqual(["friends.csv: is XML, but neither GraphML nor GEXF"]);
  });
});

describe("edge lists that are too long or too wide", () => {
  test("reading stops at the ten thousandth", () => {
    const told = problems("from,to,weight", ...Array.from({ length: 20_000 }, (_, k) => `a${k},b,-${k + 1}`));
    expect(told).toHaveLength(22);
    expect(told.slice(20)).toEqual([
      "friends.csv: and at least 9,980 more; reading stopped there",
      expect.stringMatching(/^friends\.csv: negative weights can be ratings of trust/),
    ]);
  });

  test("a first line of too many cells", () => {
    const wide = (cells: number) => problems(`from${",to".repeat(cells - 1)}`, "a,b");
    expect(wide(10_002)).toEqual([
      "friends.csv, line 1: a table can have at most 10,001 columns, got 10,002; end each row with a line break",
    ]);
    expect(wide(10_001).join()).not.toContain("at most");
  });

  test("a long title is cut", () => {
    const [told = ""] = problems(`id,${"b".repeat(5000)}`, "1,2");
    expect(told.length).toBeLessThan(300);
  });
});

describe("XML", () => {
  test.each(["DOCTYPE", "ENTITY", "doctype"])("<!%s is refused before parsing", (word) => {
    const bomb = `<?xml version="1.0"?>\n<!-- -->\n<!${word} graphml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<graphml>&b;</graphml`;
    expect(problems(bomb)).toEqual([
      `friends.csv, line 3: contains <!${word.toUpperCase()}, which is not supported; delete the declaration`,
    ]);
  });

  test("an entity that is not declared, and a tag that is not closed", () => {
    expect(problems("<graphml>", "<graph>&b;</graph></graphml>")[0]).toMatch(/^friends\.csv, line 2: is not well-formed XML: /);
    expect(problems("<graphml>", "<graph>", '<node id="a">', "</graph></graphml>")[0]).toMatch(
      /^friends\.csv, line 4: is not well-formed XML: /,
    );
  });

  test("GraphML: every fault at once, each with its line", () => {
    expect(
      problems(
        '<graphml><key id="w" for="edge" attr.name="weight"/><graph>',
        '<node id="a"/><node id="b"/>',
        '<node id="a"/>',
        "<node/>",
        '<edge source="a" target="z"/>',
        '<edge source="a"/>',
        '<edge source="a" target="b"><data key="w">strong</data></edge>',
        '<hyperedge id="h"/>',
        "</graph>",
        "<graph/></graphml>",
      ),
    ).toEqual([
      'friends.csv, line 3: duplicate node id "a", already in line 2',
      "friends.csv, line 4: the node has no id",
      'friends.csv, line 5: the edge refers to the node "z", which the file does not have',
      "friends.csv, line 6: the edge has no target",
      'friends.csv, line 7: a weight must be a number of at least 0, got "strong"',
      "friends.csv, line 8: hyperedges are not supported: a tie has two ends",
      "friends.csv, line 10: a second graph begins here; a file can hold only one",
    ]);
  });

  test("GEXF: faults of nodes and edges", () => {
    expect(
      problems(
        '<gexf><graph><nodes><node id="1"/><node id="2"/>',
        '<node id="2"/></nodes><edges>',
        '<edge source="3" target="1" weight="-2"/></edges></graph></gexf>',
      ),
    ).toEqual([
      'friends.csv, line 2: duplicate node id "2", already in line 1',
      'friends.csv, line 3: the edge refers to the node "3", which the file does not have',
      'friends.csv, line 3: a weight must be a number of at least 0, got "-2"',
      signed,
    ]);
  });

  test("names that are markup are text", () => {
    const { people } = networkOf([
      '<graphml><key id="l" for="node" attr.name="label"/><graph><node id="a"><data key="l">&lt;script&gt;alert(1)&lt;/script&gt;</data></node>',
      '<node id="b"><data key="l"><![CDATA[</td><img src=x>]]></data></node></graph></graphml>',
    ]);
    expect(people.names).toEqual(["<script>alert(1)</script>", "</td><img src=x>"]);
    expect(networkOf(["<b>Ana</b>,__proto__", "constructor,<b>Ana</b>"].reverse()).people.names).toEqual([
      "constructor",
      "<b>Ana</b>",
      "__proto__",
    ]);
  });
});

describe("GML", () => {
  test("faults of nodes and edges, each with the line in which it begins", () => {
    expect(
      problems(
        "graph [",
        "node [ label 1 ]",
        "node [",
        " id 1 ]",
        "node [ id 1 ]",
        "edge [ source 1 target 2 ]",
        "edge [ target 1 ]",
        "]",
      ),
    ).toEqual([
      "friends.csv, line 2: the node has no id",
      'friends.csv, line 5: duplicate node id "1", already in line 3',
      'friends.csv, line 6: the edge refers to the node "2", which the file does not have',
      "friends.csv, line 7: the edge has no source",
    ]);
  });

  test.each([
    ["a list without a key", ["graph [", "[ ] ]"], "line 2: a [ has no key before it"],
    ["a key without a value", ["graph [", "node ]", "]"], "line 2: the key node has no value"],
    ["one ] too many", ["graph [", "] ]"], "line 2: a ] has no matching ["],
    ["a text for a key", ["graph [", '"id" 1 ]'], 'line 2: a key must be a plain word, got "id"'],
  ])("%s", (_what, lines, problem) => {
    expect(problems(...lines)).toEqual([`friends.csv, ${problem}`]);
  });

  test("an unclosed list or text, as when a download was cut off", () => {
    expect(problemsOf(() => networkOf(["graph [", "node [ id 1"], "x.gml"))).toEqual([
      "x.gml, line 3: the file ends inside 2 lists: a ] is missing",
    ]);
    expect(problemsOf(() => networkOf(["graph [", 'node [ id 1 label "Ana ] ]'], "x.gml"))).toEqual([
      "x.gml, line 2: a quoted text has no closing quote",
    ]);
  });
});

test("Pajek: every fault at once, each with its line", () => {
  expect(problems("*Vertices 2", "1 a", "3 c", "1 b", "*Arcs", "1 2 x", "1 5", "*Hierarchy", "0 1")).toEqual([
    'friends.csv, line 3: a vertex must have a number from 1 to 2, got "3"',
    'friends.csv, line 4: duplicate vertex "1", already in line 2',
    'friends.csv, line 7: the edge refers to the node "5", which the file does not have',
    'friends.csv, line 8: unknown section "*Hierarchy"; known sections: *network, *vertices, *arcs, *edges, *arcslist, *edgeslist, *matrix, *partition, *vector',
  ]);
  expect(problems("*Vertices many")).toEqual([
    'friends.csv, line 1: *Vertices needs a number of vertices from 0 to 1,000,000, got "many"',
  ]);
  expect(problems("*Vertices 4 2", "*Edges", "1 3")[0]).toBe(
    "friends.csv, line 1: is a two-mode network, which is not supported; ties must connect agents of one kind",
  );
});
