import { readNetwork } from "../../formats/network/read-network.ts";
import { type Reading, readOptionsOf } from "../../formats/network/read-options.ts";
import { peopleOfFiles } from "../../formats/people-of-files.ts";
import { type Example, provoke } from "./example.ts";

/** A network file. */
interface Given {
  readonly text: string;
  /** stands for a text that is too long to print */
  readonly summary?: string;
  /** friends.csv if undefined */
  readonly file?: string;
  readonly reading?: Reading;
}

/** Files that are refused. */
const tables = [
  "",
  "from,to\nA\0,B",
  "sep=,\n,,,",
  "Ana\nBo",
  "name\nAna\nBo",
  "My friends\nfrom,to\na,b",
  "source,friend\na,b",
  "from,to\na,b,c",
  "from,to,weight\na,b,-1",
  "from,to,direction\na,b,both",
  "from,to\na,",
  "from,to\nA\u007f,B",
  "from,to\n\u200b,B",
  "from,to,from_circle,to_circle\na,b,x,y\na,c,z,y",
  'from,to\n"a,b',
  'from,to\n"a"b,c',
  "from,to\na,a",
  "name,age,id\nAna,30,1\nBo,31,2",
  "Person,Neighbor,Hours\nAna,Bo,2\nBo,Cy,3",
  "Ana -- Bo\nBo -- Cy",
  "Ana,Bo\nBo -> Cy,Dee",
  "digraph {\na -> b\n}",
  "1 2;3\n2 3;4\n3 1;5",
  "Ana,34\nBo,35\nCy,36\nDee,37\nEve,38\nFay,39\nGus,40\nHal,41",
  "0,1\n1,0\n0,0",
  "1082008561,1\n1082155839,1\n1082414391,2\n1082439619,2\n1082439756,3\n1082440403,3\n1082463186,4\n1082463187,5",
  "It was the best\nof times it was\nthe worst of times\nit was the age",
  "Ana Bo {'weight': 3}\nBo Cy",
  "Ana Bo {'weight': 3}\nBo Cy {'weight': [1, 2]}",
];

const matrices = [
  ",Ana,Bo,Cy\nAna,0,-1,0\nBo,1,0,1\nCy,0,1,0",
  ",Ana,Bo,Ana\nAna,0,1,0\nBo,1,0,1\nAna,0,1,0",
  ",Club,Choir,Chess,Team\nAna,1,0,0,1\nBo,0,1,1,0",
];

const graphs = [
  "seed: 1\nticks: 52",
  '{"nodes": []}',
  '{"nodes": [',
  "<html><body>404</body></html>",
  '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaaa">]>\n<graphml></graphml>',
  "<graphml>\n<graph>&b;</graph></graphml>",
  '<graphml><graph><node/><node id="a"/><node id="a"/><edge source="a" target="b"/><edge source="a"/></graph>\n<graph/></graphml>',
  "<graphml><graph><hyperedge/></graph></graphml>",
  '<graphml>\n<key id="a" for="node" attr.name="label"/>\n<key id="b" for="node" attr.name="label"/>\n<graph><node id="1"><data key="a">Ana</data><data key="a">Bo</data></node></graph></graphml>',
  '<gexf><graph><attributes class="node">\n<attribute id="0" title="circle"/>\n<attribute id="1" title="circle"/></attributes></graph></gexf>',
  "graph [\n[ ] ]",
  "graph [\nnode ]\n]",
  "graph [\n] ]",
  'graph [\n"id" 1 ]',
  'graph [\nnode [ id 1 label "Ana ] ]',
  "graph [\nnode [ id 1 id 2 ]\n]",
  "meta [\ngraph [ ] ]",
  "graph [ node [ id 1 ] ] graph [ ]",
  "graph [\nnode [ id 1 ]\nnode [ id 2 ]\nedge [ source 1 target 2 ]\ndirected 1\n]",
  "*Vertices 2\n1 a\n1 b\n3 c\n*Arcs\n1 2 x\n*Matrix\n0 1",
  "*Vertices many",
  "*Vertices 4 2\n*Edges\n1 3",
  "*Vertices 2\n1 a\n2 b\n*Network other\n*Vertices 2",
  "*Vertices 2\n*Edge\n1 2",
  "*Vertices 1000000\n*Edges\n1 2",
  "*Vertices 20000\n*Matrix\n0 1",
  "*Vertices 2\n*Matrix\n0 1 1",
  "*Vertices 3\n*Matrix\n0 1 1",
  "dl n=3",
  "dl\ndata:\n0 1",
  "dl n=3 format=blockmatrix\ndata:\n0 1",
  "dl n=3\nlabels: Ana, Bo\ndata:\n0 1 0 1 0 1 0 1 0",
  "dl n=2\nlabels: Ana, Ana\ndata:\n0 1 1 0",
  "dl n=2\ndata:\n0 1\n1 0\n1",
  "dl n=2\ndata:\n0 1\n1",
  "dl nr=2 nc=4\ndata:\n0 1 1 0",
  "dl n=2 format=edgelist1\nlabels: Ana, Bo\ndata:\nAna Cy\nBo",
  "dl n=2 format=edgelist1\nlabels embedded\ndata:\nAna Bo\nAna Cy",
];

const ratings = [
  "from,to,trust\nAna,Bo,7\nBo,Cy,much",
  "from,to,credibility,evidence\nAna,Bo,2,-0.5",
  "from,to,trust\nAna,Bo,0.7\nAna,Bo,0.2",
  "from,to,trust,time\nAna,Bo,0.7,1\nAna,Bo,0.2,1",
  "from,to,trust,time\nAna,Bo,0.7,spring\nBo,Cy,0.2,fall",
];

const withReadings: readonly Given[] = [
  { text: "*Vertices 1\n1 a", file: "net.gml" },
  { text: "graph [\nnode [ id 1", file: "net.gml" },
  { text: "Ego,Alter\nAna,Bo\nBo,Cy", reading: { columns: "from=Ego,to=Altr" } },
  {
    text: '{"nodes": [{"id": 1}, {"id": 2}], "links": [{"source": 1, "target": 2, "value": 3}]}',
    reading: { columns: "weight=valu" },
  },
  { text: "Ego,Alter\nAna,Bo\nBo,Cy", reading: { columns: "from=Ego,to=1" } },
  { text: ",Ana,Bo,Cy\nAna,0,1,0\nBo,1,0,1\nCy,0,1,0", reading: { columns: "weight=calls", circle_column: "team" } },
  { text: ",Ana,Bo,Cy\nAna,0,x,0\nBo,1,0,1\nCy,0,1,0", reading: { trust_scale: "-1,1" } },
  { text: "*Vertices 2\n*Edges\n1 2", reading: { columns: "from=1,to=2" } },
  { text: "Ana Bo {'weight': 3}\nBo Cy {'weight': 1}", reading: { columns: "from=1,to=2" } },
  { text: "from,to,team\nAna,Bo,x\nBo,Cy,y", reading: { circle_column: "team" } },
  { text: "*Vertices 2\n*Arcs\n1 2 -4" },
  { text: "*Vertices 2\n*Edges\n1 2\n*Partition wards\n1\n2", reading: { circle_column: "teams" } },
  { text: "from,to,trust\nAna,Bo,7", reading: { trust_scale: "1,5" } },
  { text: "from,to,trust\nAna,Bo,1", reading: { trust_scale: "good" } },
  { text: "from,to\nAna,Bo", reading: { trust_scale: "1,5" } },
  { text: "from,to\nAna,Bo", reading: { time_unit: "day" } },
  { text: "from,to\nAna,Bo", reading: { until: "4" } },
  { text: "from,to,time\nAna,Bo,1", reading: { time_unit: "days" } },
  { text: "from,to,when\nAna,Bo,1", reading: { columns: "time=when" } },
  { text: "from,to,time\nAna,Bo,1", reading: { columns: "time=from" } },
  { text: "from,to,time\nAna,Bo,5", reading: { until: "3" } },
  { text: "from,to,time\nAna,Bo,x\nBo,Cy,", reading: { time_unit: "day" } },
  { text: "from,to,time\nAna,Bo,5", reading: { time_unit: "day", until: "May" } },
  { text: "from,to,time\nAna,Bo,5", reading: { time_unit: "day", until: "3" } },
  { text: "from,to,time\nAna,Bo,5\nBo,Cy,1082008561", reading: { time_unit: "day" } },
  {
    text: matrixOf(250).slice(0, -2),
    summary: "A matrix of 250 agents whose last row lacks a cell",
  },
  {
    text: `*Vertices 2\n*Edges\n${"1 5\n".repeat(25)}`,
    summary: "*Vertices 2, then 25 lines of an unknown vertex",
  },
  { text: `from,to\nA${"\u0301".repeat(31)},B`, summary: "from,to, then a name of A and 31 accents" },
  { text: `from${",to".repeat(500_000)}`, summary: "A header of 500,001 cells" },
  { text: `from,to\n${",Bo\n".repeat(50_000)}`, summary: "from,to, then 50,000 lines without the first name" },
  {
    text: `from,to\n${Array.from({ length: 500_001 }, (_, k) => `${2 * k},${2 * k + 1}`).join("\n")}`,
    summary: "from,to, then 500,001 ties of a million and two agents",
  },
];

/** A matrix of zeros below and beside names. */
function matrixOf(agents: number): string {
  const names = Array.from({ length: agents }, (_, at) => `p${at + 1}`);
  return ["", ...names].map((name, row) => [name, ...(row === 0 ? names : names.map(() => "0"))].join(",")).join("\n");
}

/** Files that are read, with a notice or a warning. */
const noticed: readonly Given[] = [
  ...[
    "Ana,Bo\nBo,Cy",
    "Ana,Bo,2\nBo,Cy,5\nAna,Bo,1\nCy,Cy,1\nAna,Cy,0",
    "from,to,weight,color\na,b,1,red\nb,c,1,blue",
    "tick,from,to,strength\n1,a,b,0.2\n2,a,b,0.3\n2,b,c,0.4",
    "from,to\nAna,Bo\nAna\u200b,Bo\nAna\u2060,Bo\nAna\u2061,Bo\nAna\u2062,Bo",
    ",Ana,Bo,Cy\nAna,0,1,0\nBo,1,0,1\nCy,0,1,0",
    "10 1 0 0\n1 10 1 0\n0 1 10 9\n0 0 1 10",
    'graph [ directed 1 node [ id 1 label "x" ] node [ id 2 label "x" ] edge [ source 1 target 2 color "red" ] ]',
    '<gexf><graph mode="dynamic"><nodes><node id="1"/><node id="2"/></nodes><edges><edge source="1" target="2"/></edges></graph></gexf>',
    "*Vertices 3\n*Edges :1\n1 2 1 [1-3]\n*Edges :2\n2 3",
    "*Vertices 2\n*Edges\n1 2\n*Partition wards\n1\n2\n*Vector age\n30\n31",
    "dl n=2 nm=2\ndata:\n0 1\n1 0\n0 1\n0 0",
    "from,to,wave1,wave2\nAna,Bo,1,2\nBo,Cy,0,1",
    "from,to,year\nAna,Bo,2001\nAna,Bo,2002",
    "from,to,relation\nAna,Bo,work\nAna,Bo,family",
    "from,to,time\nAna,Bo,1\nBo,Cy,2",
    "from,to,weight\nAna,Bo,1082008561\nBo,Cy,1082155839\nAna,Cy,1082414391",
    "from,to,date,weight\nAna,Bo,2004-04-15,2\nBo,Cy,2004-06-01,3",
    "from,to,trust,time\nAna,Bo,0.7,2004-04-15\nAna,Bo,0.2,2004-06-01\nBo,Cy,0.9,2004-06-01",
  ].map((text) => ({ text })),
  { text: "from,to,trust\nAna,Bo,7\nBo,Ana,-3", reading: { trust_scale: "-10,10" } },
  { text: "from,to,time\nAna,Bo,1\nBo,Cy,9\nAna,Cy,50", reading: { time_unit: "day", until: "20" } },
  { text: "from,to,time,weight\nAna,Bo,5,2\nBo,Cy,6,1\nAna,Cy,900,1", reading: { time_unit: "second", until: "10" } },
  {
    text: `from,to\n${"Ana,Ana\n".repeat(9)}Ana,Bo`,
    summary: "from,to, then 9 lines Ana,Ana and a line Ana,Bo",
  },
  { text: "*Vertices 120\n*Edges\n1 2" },
  {
    text: '<graphml><graph edgedefault="undirected"><node id="1"/><node id="2"/><node id="box" yfiles.foldertype="group"><graph><node id="3"/></graph></node><edge source="1" target="2"/><edge source="2" target="box"/></graph></graphml>',
  },
];

export function networkExamples(): Example[] {
  const refused = [...[...tables, ...matrices, ...graphs, ...ratings].map((text) => ({ text })), ...withReadings];
  return [
    ...refused.map((given) =>
      provoke(inputOf(given), () => {
        read(given);
        return undefined;
      }),
    ),
    ...noticed.map((given) =>
      provoke(inputOf(given), () => {
        const { note, notices } = peopleOfFiles({ file: fileOf(given), value: read(given) }, undefined, "1");
        return note === undefined ? notices : [note, ...notices];
      }),
    ),
  ];
}

function read(given: Given) {
  return readNetwork(given.text, { file: fileOf(given), seed: "1", ...readOptionsOf(given.reading) });
}

function fileOf({ file = "friends.csv" }: Given): string {
  return file;
}

/** The text of a file, its name if it matters, and the flags. */
function inputOf({ text, summary, file, reading = {} }: Given): string {
  const flags = Object.entries(reading).map(([key, value]) => `--${key.replace("_", "-")} ${value}`);
  const remarks = [
    ...(file === undefined ? [] : [`in a file named ${file}`]),
    ...(flags.length === 0 ? [] : [`with ${flags.join(" ")}`]),
  ];
  return `${summary ?? text}${remarks.length === 0 ? "" : ` (${remarks.join(", ")})`}`;
}
