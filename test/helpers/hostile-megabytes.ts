import { readAgents } from "../../formats/agents.ts";
import { readConfig } from "../../formats/config.ts";
import { completeExperiment } from "../../formats/experiment/complete-experiment.ts";
import { readExperiment } from "../../formats/experiment/read-experiment.ts";
import { checkReadInterventions, readInterventions } from "../../formats/interventions.ts";
import { joinPeople, peopleOf } from "../../formats/join-people.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { defaultParameters, tieTableColumns } from "../../sim/index.ts";

/** A text of about so many characters: `begin`, many pieces, and `end`. */
type Make = (size: number) => string;

/** Repeats a piece, or writes one for each number from 0, until the text is long enough. */
function filled(begin: string, piece: string | ((k: number) => string), end = ""): Make {
  if (typeof piece === "string") return (size) => begin + piece.repeat(Math.ceil(size / piece.length)) + end;
  return (size) => {
    const pieces: string[] = [];
    for (let length = 0, k = 0; length < size; k++) length += pieces[pieces.push(piece(k)) - 1]?.length ?? 1;
    return begin + pieces.join("") + end;
  };
}

/** Half of the text opens what the other half closes. */
function nested(begin: string, open: string, close: string, end = "", middle = ""): Make {
  return (size) => {
    const count = Math.ceil(size / (open.length + close.length));
    return begin + open.repeat(count) + middle + close.repeat(count) + end;
  };
}

/** Several parts, each with its share of the text. */
function parts(...makes: readonly Make[]): Make {
  return (size) => makes.map((make) => make(size / makes.length)).join("");
}

const words = (k: number): string => `n${k}`;

/** Tables of ties, and of anything else. */
const tables: Readonly<Record<string, Make>> = {
  commas: filled("a,b\n", ","),
  semicolons: filled("a,b\n", ";"),
  tabs: filled("a,b\n", "\t"),
  blanks: filled("a,b\n", " "),
  "no-break spaces": filled("a,b\n", "\u00a0"),
  "line feeds": filled("", "\n", "a,b\n"),
  "carriage returns": filled("", "\r", "a,b\n"),
  "line feeds only": filled("", "\n"),
  "NUL characters": filled("a,b\n", "\0"),
  "byte order marks": filled("a,b\n", "\ufeff"),
  "byte order marks at the beginning": filled("", "\ufeff", "a,b\n"),
  quotes: filled("a,", '"'),
  apostrophes: filled("a,", "'"),
  "an open quote": filled('a,"', "b,\n"),
  "quotes within quotes": filled("", '"""",""""\n'),
  "text after quotes": filled("a,b\n", '"a"b,c\n'),
  comments: filled("", "#\n", "a,b\n"),
  "comments with blanks": filled("", "# a b\n", "a,b\n"),
  "one comment": filled("# ", "a b,", "\na,b\n"),
  "one line of cells": filled("a", ",b"),
  "one line of distinct cells": filled("a", (k) => `,n${k}`),
  "one line of twins": filled("q", (k) => `,n${k}z1,n${k}z2`),
  "one line of names": filled("name", (k) => `,n${k}`),
  "one line of misspelled titles": filled("name", ",expertize"),
  "a header of people and one row": parts(
    filled("name", (k) => `,generositi${k}`, "\n"),
    filled("a", ",b", "\n"),
  ),
  "one line of words": filled("a", " b"),
  "one line of numbers": filled("0", " 1"),
  "one line of tabs": filled("a", "\tb"),
  "one long name": filled("a,", "b"),
  "one long title": filled("from,to,", "b", "\na,b,c\n"),
  "long titles and one row": parts(filled("from,to,", "w-", "eight\n"), filled("", "a,b,1\n")),
  "a long number": filled("a,b,", "1", "x\n"),
  "long numbers": filled("", (k) => `a${k},b,${"1".repeat(5000)}x\n`),
  "a number with many signs": filled("a,b,", "+-"),
  "numbers with many zeros": filled("a,b,0.", "0", "1\n"),
  "huge numbers": filled("", "a,b,1e999\n"),
  "combining marks": filled("a,e", "\u0301\u0323"),
  "invisible characters": filled("a,b", "\u200b"),
  "names that differ in invisible characters": filled("", (k) => `${words(k)},${words(k)}\u200b\n`),
  surrogates: filled("a,b\n", "\ud800"),
  emoji: filled("a,b\n", "🦊,"),
  "distinct ties": filled("", (k) => `${words(k)},${words(k + 1)}\n`),
  "pairs of people": filled("", (k) => `a${k},b${k}\n`),
  "one repeated tie": filled("", "a,b\n"),
  "ties in both directions": filled("from,to\n", "a,b\nb,a\n"),
  "ties with oneself": filled("from,to\n", (k) => `${words(k)},${words(k)}\n`),
  "a star": filled("from,to\n", (k) => `hub,${words(k)}\n`),
  "a complete graph": filled("from,to\n", (k) => `${Math.floor(k / 400)},${400 + (k % 400)}\n`),
  "negative weights": filled("from,to,weight\n", "a,b,-1\n"),
  "weights that are words": filled("from,to,weight\n", "a,b,c\n"),
  "missing names": filled("from,to\n", ",b\n"),
  "contradicting circles": filled("from,to,from_circle,to_circle\n", (k) => `a,b,${words(k)},${words(k)}\n`),
  "one circle each": filled("from,to,from_circle\n", (k) => `${words(k)},hub,${words(k)}\n`),
  "circles that look the same": filled("from,to,from_circle\n", (k) => `${words(k)},hub,a${"\u200b".repeat(k % 50)}\n`),
  directions: filled("from,to,direction\n", "a,b,c\n"),
  "contradicting ratings": filled("from,to,trust\n", (k) => `a,b,0.${k}\n`),
  "ratings beyond the scale": filled("from,to,trust\n", "a,b,9\n"),
  times: filled("from,to,time\n", (k) => `a,b,${k}\n`),
  dates: filled("from,to,date\n", (k) => `a,b,20${10 + (k % 90)}-01-01\n`),
  "dates that are none": filled("from,to,date\na,b,2004-04-15\n", "a,b,2004-99-99\n"),
  waves: filled("from,to", (k) => `,weight${k}`, "\na,b\n"),
  "waves of one length": filled(
    `from,to,${Array.from({ length: 5000 }, (_, k) => `ww${k}`).join(",")}\n`,
    `a,b${",1".repeat(5000)}\n`,
  ),
  "lines of different lengths": filled("", "a,b\na,b,c\n"),
  "lines that get longer": (size) => {
    const lines: string[] = [];
    for (let length = 0, k = 1; length < size; k++) length += lines[lines.push(`a${",b".repeat(k)}\n`) - 1]?.length ?? 0;
    return lines.join("");
  },
  braces: filled("1 2 ", "{'a': "),
  "dictionaries of networkx": filled("", (k) => `1 2 {'a${k}': 3}\n`),
  "one dictionary of networkx": filled("1 2 {", (k) => `'a${k}': 3, `, "'b': 1}\n"),
  "open dictionaries": filled("1 2 {'a': 3}\n", "1 2 {'a: \n"),
  backslashes: filled("1 2 {'a': '", "\\", "'}\n"),
  arrows: filled("", "a -> b\n"),
  "words of a text": filled("", "the cat and the dog were there with us\n"),
  "a line that begins with a separator": filled("sep=;\n", ";"),
  "an unknown key": filled("", "a: b\n"),
};

/** A line of a ties.csv, at tick 9 if no other is given. */
function tieLine(from: number, to: number, tick = 9): string {
  const values: Readonly<Record<string, number>> = { tick, from, to, evidence: 1, last_encounter: 1 };
  return tieTableColumns.map((title) => (title.endsWith("circle") ? "" : (values[title] ?? 0.5))).join(",");
}

const ownTables: Readonly<Record<string, Make>> = {
  "repeated ties": filled(`${tieTableColumns.join(",")}\n`, `${tieLine(0, 1)}\n`),
  "one direction of each tie": filled(`${tieTableColumns.join(",")}\n`, (k) => `${tieLine(k, k + 1)}\n`),
  "ties of the last agent": filled(`${tieTableColumns.join(",")}\n`, (k) => `${tieLine(999_999, k)}\n${tieLine(k, 999_999)}\n`),
  "faulty numbers": filled(`${tieTableColumns.join(",")}\n`, `${tieTableColumns.map(() => "x").join(",")}\n`),
  "short lines": filled(`${tieTableColumns.join(",")}\n`, "1,2\n"),
  "ticks that rise": filled(`${tieTableColumns.join(",")}\n`, (k) => `${tieLine(0, 1, k)}\n`),
};

const matrices: Readonly<Record<string, Make>> = {
  "digits in one line": filled("", "01"),
  "digits in lines": filled("", "0101\n"),
  "a square of digits": (size) => `${"01".repeat(Math.sqrt(size) / 2)}\n`.repeat(Math.sqrt(size)),
  "a square of zeros": (size) => `${"0 ".repeat(Math.sqrt(size / 2))}\n`.repeat(Math.sqrt(size / 2)),
  "a square of ones": (size) => `${"1,".repeat(Math.sqrt(size / 2) - 1)}1\n`.repeat(Math.sqrt(size / 2)),
  "a matrix whose rows end": filled(`${"0,".repeat(999)}0\n`, "0,1\n"),
  "a matrix with names": (size) => {
    const n = Math.floor(Math.sqrt(size / 3));
    const names = Array.from({ length: n }, (_, k) => `n${k}`);
    return `,${names.join(",")}\n${names.map((name) => `${name}${",1".repeat(n)}\n`).join("")}`;
  },
  "a matrix with one name": (size) => {
    const n = Math.floor(Math.sqrt(size / 2));
    return `${"a,".repeat(n - 1)}a\n${`${"1,".repeat(n - 1)}1\n`.repeat(n)}`;
  },
  "a matrix of negative numbers": (size) => `${"-1,".repeat(Math.sqrt(size / 3) - 1)}-1\n`.repeat(Math.sqrt(size / 3)),
  "a tall matrix": filled("a,b,c,d\n", "1,0,1,0\n"),
};

const dl: Readonly<Record<string, Make>> = {
  "no data": filled("dl n=5 ", "data "),
  labels: filled("dl n=500000\nlabels:\n", "a,", "\ndata:\n1\n"),
  "distinct labels": filled("dl n=500000 format=edgelist1\nlabels:\n", (k) => `n${k},`, "\ndata:\n1 2\n"),
  "lines of labels": filled("dl n=500000 format=edgelist1\nlabels:\n", "a\n", "data:\n1 2\n"),
  keywords: filled("dl ", "n=3 ", "\ndata:\n1\n"),
  "label keywords": filled("dl ", "labels: ", "\ndata:\n1\n"),
  quotes: filled("dl n=3 labels: ", '"', "\ndata:\n1\n"),
  cells: filled("dl n=1000 format=fullmatrix\ndata:\n", "1 "),
  "faulty cells": filled("dl n=1000 format=fullmatrix\ndata:\n", "x "),
  "unknown labels": filled("dl n=3 format=edgelist1\ndata:\n", "x y\n"),
  "embedded labels": filled("dl n=100000 format=edgelist1\nlabels embedded\ndata:\n", (k) => `a${k} b${k}\n`),
  "a node list": filled("dl n=3 format=nodelist1\ndata:\n1", " 2"),
  "many matrices": filled("dl n=2 nm=1000000 format=fullmatrix\ndata:\n", "1 "),
  "a large matrix": filled("dl n=9999 format=fullmatrix\ndata:\n", "1 "),
  "many large matrices": filled("dl n=10000 nm=100000 format=fullmatrix diagonal=absent\ndata:\n", "1 "),
  "commas in cells": filled("dl n=3 format=edgelist1\ndata:\n1,2", ",3"),
  "data words": filled("dl ", "data ", ":\n1 2\n"),
};

const pajek: Readonly<Record<string, Make>> = {
  sections: filled("*Vertices 3\n", "*Arcs\n"),
  "unknown sections": filled("*Vertices 3\n", "*Foo\n"),
  relations: filled("*Vertices 3\n*Arcs\n1 2\n", (k) => `*Arcs :${k}\n`),
  "relations before ties": filled("*Vertices 3\n*Arcs\n", (k) => `${k}: 1 2\n`),
  partitions: filled("*Vertices 3\n*Edges\n1 2\n", "*Partition a\n1\n"),
  "distinct partitions": filled("*Vertices 3\n*Edges\n1 2\n", (k) => `*Partition a${k}\n1\n`),
  lists: filled("*Vertices 3\n*Arcslist\n1", " 2"),
  "lists with strangers": filled("*Vertices 3\n*Arcslist\n1", " 9"),
  "repeated vertices": filled("*Vertices 3\n", "1 a\n"),
  "vertices beyond the count": filled("*Vertices 3\n", "9 a\n"),
  "vertices without ties": filled("*Vertices 90000\n", (k) => `${k + 1} n${k}\n`),
  "vertices with one label": filled("*Vertices 90000\n", (k) => `${k + 1} a\n`, "*Edges\n1 2\n"),
  "a long vertex": filled("*Vertices 3\n1 a", " [1-2]"),
  "intervals of time": filled("*Vertices 3\n1 a [", "1,", "\n*Edges\n1 2\n"),
  "matrix rows": filled("*Vertices 3\n*Matrix\n", "0 1 0\n"),
  "one matrix row": filled("*Vertices 3\n*Matrix\n", "1 "),
  matrices: filled("*Vertices 10000\n", "*Matrix\n"),
  "a large matrix": filled("*Vertices 9999\n*Matrix\n", "1 "),
  "open quotes": filled('*Vertices 3\n1 "', "a\n"),
  "percent signs": filled("*Vertices 3\n", "% a\n", "*Edges\n1 2\n"),
  "a declared million": () => "*Vertices 1000000\n*Edges\n1 2\n",
  "a declared million with ties": filled("*Vertices 1000000\n*Edges\n", (k) => `${k + 1} ${k + 2}\n`),
  "a million vertices with one label": filled('*Vertices 1000000\n1 "a"\n2 "a"\n*Edges\n', (k) => `${k + 1} ${k + 2}\n`),
};

const gml: Readonly<Record<string, Make>> = {
  brackets: filled("graph [", " a ["),
  "closed brackets": nested("graph [", " a [", "]", "]"),
  "closing brackets": filled("graph [", "]"),
  graphs: filled("", "graph [ ]\n"),
  "nested nodes": nested("graph [", " node [ id 1", "]", "]"),
  "empty nodes": filled("graph [", " node [ ]", "]"),
  "nodes with one id": filled("graph [", " node [ id 1 ]", "]"),
  "nodes with many ids": filled("graph [", (k) => ` node [ id ${k} ]`, "]"),
  "nodes with one label": filled("graph [", (k) => ` node [ id ${k} label "a" ]`, "]"),
  "nodes with distinct attributes": filled("graph [", (k) => ` node [ id ${k} b${k} 1 ]`, " edge [ source 0 target 1 ] ]"),
  "edges with distinct attributes": filled(
    "graph [ node [ id 1 ] node [ id 2 ]",
    (k) => ` edge [ source 1 target 2 b${k} 1 ]`,
    "]",
  ),
  "one attribute": filled("graph [ node [ id 1", " a 1", " ] ]"),
  "distinct attributes": filled("graph [ node [ id 1", (k) => ` a${k} 1`, " ] ]"),
  "repeated labels": filled('graph [ node [ id 1 label "a"', ' label "a"', " ] ]"),
  "an open text": filled('graph [ node [ id 1 label "', "a ", "]"),
  entities: filled('graph [ node [ id 1 label "', "&amp;", '" ] ]'),
  "open entities": filled('graph [ node [ id 1 label "', "&#", '" ] ]'),
  comments: filled("", "# a\n", "graph [ ]"),
  "edges without nodes": filled("graph [", " edge [ source 1 target 2 ]", "]"),
  "edges without ends": filled("graph [", " edge [ ]", "]"),
  "directed after edges": filled("graph [ edge [ source 1 target 2 ]", " directed 1", "]"),
  "long keys": filled("graph [ ", "a", " 1 ]"),
  "long paths": filled("graph [ ", (k) => `${"a".repeat(1000)}${k} [ `),
};

const xml: Readonly<Record<string, Make>> = {
  "an open element": filled("<graphml", "<graph"),
  "one attribute": filled("<graphml><graph", " a='1'", "/></graphml>"),
  "distinct attributes": filled("<graphml><graph", (k) => ` a${k}='1'`, "/></graphml>"),
  "an open attribute": filled("<graphml><graph id='", "a "),
  "character references": filled("<graphml><graph><node id='", "&#65;", "'/></graph></graphml>"),
  entities: filled("<graphml><graph><node id='", "&amp;", "'/></graph></graphml>"),
  "unknown entities": filled("<graphml><graph>", "&a;", "</graph></graphml>"),
  "a long entity": filled("<graphml><graph>&", "a", ";</graph></graphml>"),
  ampersands: filled("<graphml><graph>", "&", "</graph></graphml>"),
  "a comment": filled("<graphml><!--", "- ", "--></graphml>"),
  "dashes in a comment": filled("<graphml><!--", "-", "></graphml>"),
  comments: filled("<graphml>", "<!---->", "</graphml>"),
  CDATA: filled("<graphml>", "<![CDATA[a]]>", "</graphml>"),
  "an open CDATA": filled("<graphml><![CDATA[", "]]"),
  "CDATA in a label": filled(
    "<graphml><key id='l' for='node' attr.name='label'/><graph><node id='a'><data key='l'>",
    "<![CDATA[a]]>",
    "</data></node></graph></graphml>",
  ),
  "processing instructions": filled("<graphml>", "<?a b?>", "</graphml>"),
  "angle brackets": filled("", "<"),
  "angle brackets before a root": filled("", "<a>", "<graphml/>"),
  "a document type": filled("<!DOCTYPE graphml [", "<!ENTITY a 'b'>", "]><graphml/>"),
  "exclamation marks": filled("<graphml>", "<!", "</graphml>"),
  colons: filled("<graphml>", "<a:b:c/>", "</graphml>"),
  "a long element": filled("<graphml><", "a", "/></graphml>"),
  "nested elements": nested("<graphml>", "<a>", "</a>", "</graphml>"),
  "open elements": filled("<graphml>", "<a>"),
  "blanks in an element": filled("<graphml", " ", "/>"),
};

const graphml: Readonly<Record<string, Make>> = {
  "open nodes": filled("<graphml><graph>", "<node id='a'>"),
  "nested nodes": nested("<graphml><graph>", "<node id='a'>", "</node>", "</graph></graphml>"),
  "nodes with one id": filled("<graphml><graph>", "<node id='a'/>", "</graph></graphml>"),
  "nodes without id": filled("<graphml><graph>", "<node/>", "</graph></graphml>"),
  "nodes with many ids": filled("<graphml><graph>", (k) => `<node id='${k}'/>`, "</graph></graphml>"),
  "open graphs": filled("<graphml>", "<graph><node id='a'>"),
  "graphs within nodes": parts(
    filled("<graphml>", (k) => `<node id='${k}'>`),
    filled("", "<graph>"),
  ),
  graphs: filled("<graphml>", "<graph/>", "</graphml>"),
  hyperedges: filled("<graphml><graph>", "<hyperedge/>", "</graph></graphml>"),
  keys: filled("<graphml>", "<key id='a' for='node' attr.name='label'/>", "<graph/></graphml>"),
  "distinct keys": filled("<graphml>", (k) => `<key id='${k}' attr.name='a${k}'/>`, "<graph/></graphml>"),
  data: filled(
    "<graphml><key id='k' for='node' attr.name='label'/><graph><node id='a'>",
    "<data key='k'>1</data>",
    "</node></graph></graphml>",
  ),
  "unknown data": filled("<graphml><graph><node id='a'>", "<data key='k'>1</data>", "</node></graph></graphml>"),
  "nested data": filled("<graphml><graph><node id='a'>", "<data key='k'>a"),
  "distinct attributes": parts(
    filled("<graphml>", (k) => `<key id='${k}' for='node' attr.name='a${k}'/>`),
    filled("<graph>", (k) => `<node id='${k}'><data key='${k}'>1</data></node>`, "</graph></graphml>"),
  ),
  "a long title for many nodes": parts(
    filled("<graphml><key id='k' for='node' attr.name='g", "-", "roup'/><graph>"),
    filled("", (k) => `<node id='${k}'><data key='k'>1</data></node>`, "</graph></graphml>"),
  ),
  "edges to nowhere": filled("<graphml><graph>", "<edge source='a' target='b'/>", "</graph></graphml>"),
  "edges without ends": filled("<graphml><graph>", "<edge/>", "</graph></graphml>"),
  "drawn labels": filled("<graphml><graph><node id='a'>", "<NodeLabel>a</NodeLabel>", "</node></graph></graphml>"),
  "group boxes": filled(
    "<graphml><graph>",
    (k) => `<node id='${k}' yfiles.foldertype='group'/><edge source='0' target='${k}'/>`,
    "</graph></graphml>",
  ),
};

const gexf: Readonly<Record<string, Make>> = {
  "open nodes": filled("<gexf><graph><nodes>", "<node id='1'><nodes>"),
  "nested nodes": nested("<gexf><graph><nodes>", "<node id='1'><nodes>", "</nodes></node>", "</nodes></graph></gexf>"),
  "nodes with one id": filled("<gexf><graph><nodes>", "<node id='1'/>", "</nodes></graph></gexf>"),
  "values without a title": filled(
    "<gexf><graph><nodes><node id='1'>",
    "<attvalue for='0' value='1'/>",
    "</node></nodes></graph></gexf>",
  ),
  "repeated attributes": filled("<gexf><graph><attributes>", "<attribute id='0' title='group'/>", "</attributes></graph></gexf>"),
  "distinct attributes": parts(
    filled("<gexf><graph><attributes>", (k) => `<attribute id='${k}' title='a${k}'/>`, "</attributes><nodes>"),
    filled("", (k) => `<node id='${k}'><attvalue for='${k}' value='1'/></node>`, "</nodes></graph></gexf>"),
  ),
  "a long title for many nodes": parts(
    filled("<gexf><graph><attributes><attribute id='0' title='g", "-", "roup'/></attributes><nodes>"),
    filled("", (k) => `<node id='${k}'><attvalue for='0' value='1'/></node>`, "</nodes></graph></gexf>"),
  ),
  defaults: filled("<gexf><graph>", "<default>a</default>", "</graph></gexf>"),
  "edges to nowhere": filled("<gexf><graph><edges>", "<edge source='a' target='b'/>", "</edges></graph></gexf>"),
};

const json: Readonly<Record<string, Make>> = {
  brackets: filled("", "["),
  "closed brackets": nested("", "[", "]"),
  "closed brackets in a node": nested('{"nodes": [{"id": 1, "a": ', "[", "]", '}], "links": []}'),
  "closed braces": nested("", '{"a":', "}", "", "1"),
  "closed braces in a node": nested('{"nodes": [{"id": 1, "a": ', '{"a":', "}", '}], "links": []}', "1"),
  "ends in ends": nested('{"nodes": [{"id": 1}], "links": [{"source": ', '{"id":', "}", "}]}", "1"),
  objects: filled('{"nodes":', '{"nodes":'),
  commas: filled("[", ","),
  quotes: filled("[", '"'),
  backslashes: filled('["', "\\", '"]'),
  escapes: filled('{"nodes": [{"id": "', "\\u0041", '"}], "links": []}'),
  "an open text": filled('{"nodes": "', "a"),
  "a long number": filled('{"nodes": ', "1", "}"),
  blanks: filled("{", " ", "}"),
  "empty nodes": filled('{"nodes": [{}', ",{}", '], "links": []}'),
  "empty nodes and a link": filled('{"nodes": [{}', ",{}", '], "links": [{"source": 0, "target": 1}]}'),
  "empty links": filled('{"nodes": [{"id": 1}], "links": [{}', ",{}", "]}"),
  "nodes with one id": filled('{"nodes": [{"id": 1}', ',{"id": 1}', '], "links": []}'),
  "nodes that are numbers": filled('{"nodes": [1', ",1", '], "links": []}'),
  "one key": filled('{"nodes": [{"id": 1', ',"a":1', '}], "links": []}'),
  "distinct keys": filled('{"nodes": [{"id": 1', (k) => `,"a${k}":1`, '}], "links": []}'),
  "distinct keys of the whole": filled('{"nodes": [{"id": 1}], "links": []', (k) => `,"a${k}":1`, "}"),
  "distinct keys of many nodes": filled('{"nodes": [{"id": "x"}', (k) => `,{"id": ${k}, "b${k}": 1}`, '], "links": []}'),
  "number keys": filled('{"nodes": [{"id": 1', (k) => `,"${k * 7919}":1`, '}], "links": []}'),
  "Cytoscape nodes": filled('{"elements": {"nodes": [{}', ',{"data": {"id": "1"}}', '], "edges": []}}'),
  "Cytoscape elements": filled('{"elements": [{}', ',{"data": {"source": "1"}}', "]}"),
  "graphs in a list": filled("[{}", ',{"nodes": []}', "]"),
  "links to nowhere": filled('{"nodes": [{"id": 1}], "links": [{"source": 1, "target": 2}', ',{"source": 8, "target": 9}', "]}"),
};

const agents: Readonly<Record<string, Make>> = {
  "one name": filled("name\n", "a\n"),
  "many names": filled("name\n", (k) => `${words(k)}\n`),
  "missing names": filled("name,circle\n", ",a\n"),
  "a wide header": filled("name", ",circle"),
  "a header of misspelled titles": filled("name", ",expertize"),
  "a header of unknown titles": filled("name", (k) => `,t${k}`),
  "a header of unknown titles and a row": parts(
    filled("name", (k) => `,t${k}`, "\n"),
    filled("a", ","),
  ),
  "no header": filled("", ","),
  "one long title": filled("name,", "b", "\na,b\n"),
  "an open quote": filled('name\n"', "a\n"),
  "faulty traits": filled("name,generosity,sharing,expertise,status\n", (k) => `${words(k)},x,y,z,w\n`),
  "faulty domains": filled("name,domain\n", (k) => `${words(k)},99\n`),
  "long numbers": filled("name,expertise\n", (k) => `${words(k)},${"1".repeat(5000)}x\n`),
  "a long number": filled("name,expertise\na,", "1", "x\n"),
  "short rows": filled("name,circle\n", "a\n"),
  "long rows": filled("name\n", "a,b\n"),
  "one circle each": filled("name,circle\n", (k) => `${words(k)},${words(k)}\n`),
  "repeated labels": filled("id,label\n", (k) => `${k},a\n`),
  "invisible characters": filled("name\n", (k) => `a${"\u200b".repeat(k % 300)}\n`),
  "combining marks": filled("name\ne", "\u0301\u0323", "\nb\n"),
  "control characters": filled("name\n", "a\u0085b\n"),
  formulas: filled("name\n", (k) => `'=${k}\n`),
};

const interventions: Readonly<Record<string, Make>> = {
  "a wide header": filled("tick,action", ",agents"),
  "a wide header of unknown titles": filled("tick,action", (k) => `,interventions${k}`),
  "no action": filled("tick,action\n", "1,\n"),
  "unknown actions": filled("tick,action\n", (k) => `1,set_trait${k}\n`),
  "a cell of agents": filled("tick,action,agents\n1,remove,", "a;"),
  "a list of agents": filled("tick,action,agents\n1,remove,", "a|"),
  "a list of strangers": filled("tick,action,agents\n1,remove,", (k) => `stranger${k}|`, "a\n"),
  strangers: filled("tick,action,agents\n", (k) => `1,remove,stranger${k}\n`),
  "strange circles": filled("tick,action,agents\n", (k) => `1,remove,circle:sales${k}\n`),
  "pairs of strangers": filled("tick,action,agents\n", (k) => `1,cut_ties,stranger${k}|other${k}\n`),
  "unknown parameters": filled("tick,action,name,value\n", (k) => `1,set,gosip${k},1\n`),
  "unknown traits": filled("tick,action,agents,name,value\n", (k) => `1,set_traits,all,generositi${k},1\n`),
  "long measures": filled("tick,action,agents\n1,remove,top: 5 ", " ", "by reach\n"),
  "a selector of blanks": filled("tick,action,agents\n1,remove,circle:", " ", "x\n"),
  "many ticks": filled("tick,action,agents\n", (k) => `${k + 1},remove,0\n`),
  additions: filled("tick,action,value\n", "1,add,1\n"),
  "long numbers": filled("tick,action,value\n", `1,add,${"1".repeat(5000)}x\n`),
  "a list in YAML": filled("", (k) => `- {tick: ${k + 1}, remove: 0}\n`),
  "a list of nothing": filled("", "- \n"),
  "a list of faults": filled("", "- {tick: 0, foo: 1}\n"),
  "a list of strangers in YAML": filled("- {tick: 1, remove: [a", (k) => `, stranger${k}`, "]}\n"),
  "names of agents in YAML": filled("- {tick: 1, add: 3, circle: 0, names: [a", ", a", "]}\n"),
  "keys of an intervention": filled("- {tick: 1, remove: 0", (k) => `, key${k}: 1`, "}\n"),
  "traits of an intervention": filled("- {tick: 1, agents: all, set_traits: {a: 1", (k) => `, generositi${k}: 1`, "}}\n"),
  "an empty list": filled("[", " ", "]"),
  "deep lists of agents": nested("- {tick: 1, remove: ", "[", "]", "}\n"),
};

/** YAML and JSON. */
const yaml: Readonly<Record<string, Make>> = {
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

const configurations: Readonly<Record<string, Make>> = {
  "unknown parameters": filled("parameters:\n", (k) => `  gosip${k}: 1\n`),
  "faulty parameters": filled("parameters: {network: ", "r", "}\n"),
  tables: filled("tables: [agents", ", agents", "]\n"),
  "unknown tables": filled("tables: [agents", ", agent", "]\n"),
  columns: filled("network: {file: a, columns: 'from=a", ",form=b", "'}\n"),
  "keys of a file": filled("network: {file: a", (k) => `, column${k}: b`, "}\n"),
  "a checksum": filled("network: {file: a, sha256: ", "a", "}\n"),
  "many interventions": filled("interventions:\n", (k) => `- {tick: ${k + 1}, set: {gossip: off}}\n`),
};

const experiments: Readonly<Record<string, Make>> = {
  outcomes: filled("outcomes: [a", ",a", "]"),
  "distinct outcomes": filled("outcomes: [a", (k) => `,weak_tie${k}`, "]"),
  "one outcome": filled("outcomes: [weak_ties", ",weak_ties", "]"),
  "a table of outcomes": filled("outcomes:\n", (k) => `  o${k}: weak_ties\n`),
  "keys of an outcome": filled("outcomes: {a: {measure: weak_ties", (k) => `, mesure${k}: 1`, "}}"),
  levels: filled("outcomes: [weak_ties]\nvary: {gossip: [on", ",on", "]}"),
  "distinct levels": filled("outcomes: [weak_ties]\nvary: {blow_off: [0", (k) => `,0.${k}`, "]}"),
  "faulty levels": filled("outcomes: [weak_ties]\nvary: {blow_off: [0", ",x", "]}"),
  factors: filled("outcomes: [weak_ties]\nvary:\n", (k) => `  blow_of${k}: [0, 1]\n`),
  arms: filled("outcomes: [weak_ties]\narms:\n", (k) => `  arm${k}: {}\n`),
  "faulty arms": filled("outcomes: [weak_ties]\narms:\n", (k) => `  arm${k}: 1\n`),
  "parameters of an arm": filled("outcomes: [weak_ties]\narms: {a: {parameters: {b: 1", (k) => `, gosip${k}: 1`, "}}}\n"),
  "traits of an arm": filled("outcomes: [weak_ties]\narms: {a: {focal_traits: {b: 1", (k) => `, sharin${k}: 1`, "}}}\n"),
  "arms with interventions": filled("outcomes: [weak_ties]\narms:\n", (k) => `  a${k}: {interventions: [{tick: 1, remove: 0}]}\n`),
  points: filled("outcomes: [weak_ties]\ndesign: {kind: list, points: [{blow_off: 0}", ",{blow_off: 0}", "]}"),
  "distinct points": filled(
    "outcomes: [weak_ties]\ndesign: {kind: list, points: [{blow_off: 0}",
    (k) => `,{blow_off: 0.${k}}`,
    "]}",
  ),
  "factors of a point": filled("outcomes: [weak_ties]\ndesign: {kind: list, points: [{blow_off: 0", (k) => `,a${k}: 0`, "}]}"),
  "unknown factors of two points": parts(
    filled("outcomes: [weak_ties]\ndesign: {kind: list, points: [{blow_off: 0", (k) => `,a${k}: 0`, "},"),
    filled("{blow_off: 1", (k) => `,b${k}: 0`, "}]}"),
  ),
  "keys of a design": filled("outcomes: [weak_ties]\ndesign: {kind: sobol, points: 4", (k) => `,a${k}: 0`, "}"),
  series: filled("outcomes: [weak_ties]\nseries: {measures: [weak_ties", ",weak_ties", "]}"),
  "faulty series": filled("outcomes: [weak_ties]\nseries: {measures: [weak_ties", ",weak_tie", "]}"),
  "focal agents": filled("outcomes: [weak_ties]\nfocal_agents: [0", ",0", "]"),
  "faulty focal agents": filled("outcomes: [weak_ties]\nfocal_agents: [0", ",-1", "]"),
  "deep focal agents": nested("outcomes: [weak_ties]\nfocal_agents: ", "[", "]"),
  interventions: filled("outcomes: [weak_ties]\ninterventions:\n", (k) => `- {tick: ${k + 1}, remove: 0}\n`),
  "a long question": filled("outcomes: [weak_ties]\nquestion: >\n", "  why\n"),
};

const network = (text: string): unknown => readNetwork(text, { file: "x", seed: "1" });

/** Reads an agents file, and joins it with a network. */
function people(text: string): unknown {
  const rows = readAgents(text, "x", { domains: 6 });
  const given = readNetwork("Ana,Bo\nBo,Cy\n", { file: "y", seed: "1" });
  return [peopleOf(rows, { file: "x", seed: "1" }), joinPeople(given, rows, { file: "x", seed: "1" })];
}

const crowd = Array.from({ length: 50_000 }, (_, k) => `person${k}`);

/** Reads interventions of a run with many names. */
function list(text: string): unknown {
  const known = { parameters: { ...defaultParameters, agents: crowd.length }, names: crowd, circleNames: crowd };
  return checkReadInterventions(readInterventions(text, "x", known), known);
}

const configuration = (text: string): unknown => readConfig(text, "x");

function experiment(text: string): unknown {
  return completeExperiment(readExperiment(text, "x"), { scenarioName: "default", config: { parameters: {} } });
}

/** A reader, and texts that are hard for it. */
export interface Hostile {
  readonly format: string;
  readonly read: (text: string) => unknown;
  readonly what: string;
  readonly make: Make;
}

function hostile(format: string, read: Hostile["read"], makes: Readonly<Record<string, Make>>): Hostile[] {
  return Object.entries(makes).map(([what, make]) => ({ format, read, what, make }));
}

/** Hostile texts of every format. */
export const hostileTexts: readonly Hostile[] = [
  ...hostile("table of ties", network, tables),
  ...hostile("ties.csv of a run", network, ownTables),
  ...hostile("matrix", network, matrices),
  ...hostile("UCINET DL", network, dl),
  ...hostile("Pajek", network, pajek),
  ...hostile("GML", network, gml),
  ...hostile("XML", network, xml),
  ...hostile("GraphML", network, graphml),
  ...hostile("GEXF", network, gexf),
  ...hostile("JSON", network, json),
  ...hostile("agents file", people, { ...tables, ...agents }),
  ...hostile("interventions", list, interventions),
  ...hostile("configuration", configuration, { ...configurations, ...yaml }), // one of the three readers of YAML
  ...hostile("experiment", experiment, experiments),
];
