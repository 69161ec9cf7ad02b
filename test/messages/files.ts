import { readAgents } from "../../formats/agents.ts";
import { readConfig } from "../../formats/config.ts";
import { checkReadInterventions, readInterventions } from "../../formats/interventions.ts";
import { joinPeople, peopleOf } from "../../formats/join-people.ts";
import { describeNetwork } from "../../formats/network/network-summary.ts";
import { type ReadNetwork, readNetwork } from "../../formats/network/read-network.ts";
import { type Reading, readOptionsOf } from "../../formats/network/read-options.ts";
import { defaultParameters } from "../../sim/index.ts";
import { type Example, provoke, provokeAll } from "./example.ts";

/** Network files that are refused. */
const badNetworks = [
  "",
  "from,to\nA\0,B",
  "sep=,\n,,,",
  "Ana\nBo",
  "My friends\nfrom,to\na,b",
  "source,friend\na,b",
  "from,to\na,b,c",
  "from,to,weight\na,b,-1",
  "from,to,direction\na,b,both",
  "from,to\na,",
  "from,to,from_circle,to_circle\na,b,x,y\na,c,z,y",
  'from,to\n"a,b',
  'from,to\n"a"b,c',
  ",Ana,Bo,Cy\nAna,0,1,0\nBo,-1,0,1\nCy,0,1,0",
  ",Ana,Bo,Bo\nAna,0,1,0\nBo,1,0,1\nBo,0,1,0",
  ",x,y,z\nAna,0,1,0\nBo,1,0,1",
  "name,circle\nAna,x\nBo,y",
  "Ana Bo {'weight': 2}\nAna Bo Cy {}\nBo Cy {weight}",
  "from,to\na,a",
  '{"nodes": []}',
  '{"nodes": [',
  'graph {\n"Ana" -- "Bo"\n}',
  "dl n=3",
  "dl n=3 format=list\ndata:\n1 2",
  "dl n=many\ndata:\n1 2",
  "dl n=2\ndata:\n0 1\n1 0 1",
  "dl n=2\ndata:\n0 1 1",
  "dl n=2\nlabels:\nAna,Ana\ndata:\n0 1\n1 0",
  "dl n=2 format=edgelist1\ndata:\n1 3",
  "<html><body>404</body></html>",
  '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaaa">]>\n<graphml></graphml>',
  "<graphml>\n<graph>&b;</graph></graphml>",
  '<graphml><graph><node/><node id="a"/><node id="a"/><edge source="a" target="b"/><edge source="a"/></graph>\n<graph/></graphml>',
  "<graphml><graph><hyperedge/></graph></graphml>",
  '<graphml><key id="d0" for="node" attr.name="label"/>\n<key id="d1" for="node" attr.name="label"/>\n<graph><node id="a"><data key="d0">x</data><data key="d0">y</data></node></graph></graphml>',
  '<gexf><graph><attributes class="node"><attribute id="0" title="circle"/>\n<attribute id="1" title="circle"/></attributes></graph></gexf>',
  "graph [\n[ ] ]",
  "graph [\nnode ]\n]",
  "graph [\n] ]",
  'graph [\n"id" 1 ]',
  "graph [\nnode [ id 1 id 2 ]\n]",
  'graph [\nnode [ id 1 label "Ana ] ]',
  "meta [\ngraph [ ] ]",
  "graph [ node [ id 1 ] ] graph [ ]",
  "graph [\nnode [ id 1 ]\nnode [ id 2 ]\nedge [ source 1 target 2 ]\ndirected 1\n]",
  "*Vertices 2\n1 a\n3 c\n*Arcs\n1 2 x\n*Matrix\n0 1",
  "*Vertices many",
  "*Vertices 2\n1 a\n1 b\n*Matrix\n0 1 0\n1 0",
  "*Vertices 4 2\n*Edges\n1 3",
  "*Vertices 2\n1 a\n2 b\n*Edgs\n1 2",
  "*Vertices 1000000\n*Edges\n1 2",
  "*Vertices 2\n1 a\n2 b\n*Network other\n*Vertices 2",
];

/** Network files that are refused, with the choices of a person. */
const badChoices: readonly (readonly [text: string, reading: Reading])[] = [
  ["from,to,trust\na,b,7\nb,c,high", {}],
  ["from,to,trust\na,b,0.5\na,b,0.7", {}],
  ["from,to,trust,time\na,b,0.5,7\na,b,0.7,7", {}],
  ["from,to,credibility,evidence\na,b,2,0.5", {}],
  ["from,to\na,b", { trust_scale: "1,7" }],
  ["from,to,trust\na,b,1", { trust_scale: "good" }],
  ["from,to,time\na,b,1\nb,c,\nc,a,soon", { time_unit: "day" }],
  ["from,to,time\na,b,1", { time_unit: "days" }],
  ["from,to,time\na,b,1", { time_unit: "day", until: "May" }],
  ["from,to,time\na,b,1", { time_unit: "day", until: "0" }],
  ["from,to\na,b", { time_unit: "day" }],
  ["from,to\na,b", { until: "4" }],
  ["from,to,when\na,b,1", { columns: "time=when" }],
  ["from,to,time\na,b,1", { columns: "time=from" }],
  ["from,to,time\na,b,0\nb,c,100000", { time_unit: "week" }],
];

/** Network files that are read with the choices of a person, with a notice. */
const noticedChoices: readonly (readonly [text: string, reading: Reading])[] = [
  ["from,to,trust\na,b,7\nb,a,-3", { trust_scale: "-10,10" }],
  ["from,to,time,weight\na,b,1,5\nb,c,9,2", { time_unit: "day" }],
  ["from,to,time\na,b,1\nb,c,9\na,c,50", { time_unit: "day", until: "20" }],
  ["from,to,time\na,b,1\nb,c,9", {}],
  ["from,to,time\na,b,1\nb,c,9", { time_unit: "second" }],
];

/** Network files that are read, with a notice. */
const noticedNetworks = [
  '<graphml><key id="d0" for="node" attr.name="age"/><graph><node id="a"><data key="d0">3</data></node><node id="b"/><edge source="a" target="b"/></graph></graphml>',
  ",Ana,Bo,Cy\nAna,0,1,0\nBo,1,0,1\nCy,0,1,0",
  "Ana,Bo\nBo,Cy",
  "Ana,Bo,2\nBo,Cy,5\nAna,Bo,1\nCy,Cy,1\nAna,Cy,0",
  "from,to,weight,color\na,b,1,red\nb,c,1,blue",
  "tick,from,to,strength\n1,a,b,0.2\n2,a,b,0.3\n2,b,c,0.4",
  'graph [ directed 1 node [ id 1 label "x" ] node [ id 2 label "x" ] edge [ source 1 target 2 ] ]',
];

const agents = [
  "",
  "sep=,\n,,,",
  "name,circle",
  "Ana,x\nBo,y",
  "name,domain,expertise,generosty,sharing,sharing\nAna,6,1.5,1,x,1",
  "name,domain\n,0\nAna,1\nAna,2\nCy",
  "circle,domain\nx,1",
];

const configurations = [
  "- seed: 1",
  "sede: 1",
  "seed: [1]",
  "ticks: -1",
  "events: maybe",
  "scenario: defualt",
  "network: {file: x.csv, sha256: abc}",
  "parameters: {gosip: off}",
  "parameters: {domains: 2.5}",
  "parameters: {network: smallworld}",
  "parameters: 3",
  'network: "a\\u0007.csv"',
  "tables: []",
];

const interventions = [
  "tick,action,who\n1,remove,Ana",
  "action,agents\nremove,Ana",
  "tick,action,tick\n1,remove,1",
  "tick,action,agents,value\n1,remov,Ana,\n1,remove\n1,remove,Ana,0.5",
  "tick: 5\nremove: all",
  "remove everyone",
  "- 5",
  "- {tick: 1}",
  "- {tick: 0, remove: 0}",
  "- {tick: 1, remove: 0, untill: 5}",
  "- {tick: 9, set: {gossip: off}, until: 8}",
  "- {tick: 1, set: {gossip: off}, label: 7}",
  "- {tick: 1, set: {}}",
  "- {tick: 1, set: {gosip: off}}",
  "- {tick: 1, set: {agents: 5}}",
  "- {tick: 1, set_traits: {}, agents: 0}",
  "- {tick: 1, set_traits: {opennes: 1}, agents: all}",
  "- {tick: 1, set_traits: {openness: 1.5}, agents: 0}",
  "- {tick: 1, set_traits: {openness: 0.5}}",
  "- {tick: 1, remove: 12}",
  "- {tick: 1, remove: Anna}",
  "- {tick: 1, remove: []}",
  "- {tick: 1, remove: {circle: Sails}}",
  "- {tick: 1, remove: {top: 1, by: degre}}",
  "- {tick: 1, add: 1}",
  "- {tick: 1, add: 2, circle: 0, names: [Dot]}",
  "- {tick: 1, add: 1, circle: 0, names: [Bo]}",
  "- {tick: 1, add: 2, circle: 0, names: [Dot, Dot]}",
  "- {tick: 1, cut_ties: 5}",
  "- {tick: 1, cut_ties: [[0]]}",
  "- {tick: 1, add_ties: [[0, 1]], strength: 1.1}",
];

/** Four people in two circles, whom interventions can name. */
const known = { parameters: { ...defaultParameters, agents: 4 }, names: ["Ana", "Bo", "Cy", "Dee"], circleNames: ["Sales", "Lab"] };

function withChoices(text: string, reading: Reading): string {
  return [text, ...Object.entries(reading).map(([key, value]) => `(with --${key.replace("_", "-")}=${value})`)].join("\n");
}

function notices({ summary }: ReadNetwork): string[] {
  return [`friends.csv: ${describeNetwork(summary)}`, ...summary.warnings.map((warning) => `friends.csv: WARNING: ${warning}`)];
}

export function networkExamples(): Example[] {
  const read = (text: string) => readNetwork(text, { file: "friends.csv", seed: "1" });
  const chosen = (text: string, reading: Reading) =>
    readNetwork(text, { file: "friends.csv", seed: "1", ...readOptionsOf(reading) });
  return [
    ...provokeAll(badNetworks, (text) => {
      read(text);
      return undefined;
    }),
    provoke("*Vertices 1\n1 a (in a file named net.gml)", () => {
      readNetwork("*Vertices 1\n1 a", { file: "net.gml", seed: "1" });
      return undefined;
    }),
    provoke("graph [\nnode [ id 1 (in a file named net.gml)", () => {
      readNetwork("graph [\nnode [ id 1", { file: "net.gml", seed: "1" });
      return undefined;
    }),
    provoke("*Vertices 100000, then a matrix", () => {
      read("*Vertices 100000\n*Matrix\n0 1");
      return undefined;
    }),
    provoke("*Vertices 2, then 25 lines of an unknown vertex", () => {
      read(`*Vertices 2\n*Edges\n${"1 5\n".repeat(25)}`);
      return undefined;
    }),
    provoke("from,to, then 500,001 ties of a million and two agents", () => {
      read(`from,to\n${Array.from({ length: 500_001 }, (_, k) => `${2 * k},${2 * k + 1}`).join("\n")}`);
      return undefined;
    }),
    ...badChoices.map(([text, reading]) =>
      provoke(withChoices(text, reading), () => {
        chosen(text, reading);
        return undefined;
      }),
    ),
    ...noticedChoices.map(([text, reading]) => provoke(withChoices(text, reading), () => notices(chosen(text, reading)))),
    provoke("a matrix of 201 agents whose last row is too short", () => {
      const row = ",0,1".repeat(101).slice(1, 402);
      read(`${`${row}\n`.repeat(200)}0,1`);
      return undefined;
    }),
    provoke("0 1 9 0\n1 0 10 0\n0 6 0 1\n0 0 1 0 (in a file named friends.dat)", () => {
      const matrix = "0 1 9 0\n1 0 10 0\n0 6 0 1\n0 0 1 0";
      return [`friends.dat: ${describeNetwork(readNetwork(matrix, { file: "friends.dat", seed: "1" }).summary)}`];
    }),
    ...provokeAll(noticedNetworks, (text) => [`friends.csv: ${describeNetwork(read(text).summary)}`]),
  ];
}

export function agentExamples(): Example[] {
  const read = (text: string) => readAgents(text, "agents.csv", { domains: 6 });
  const file = { file: "agents.csv", seed: "1" };
  return [
    ...provokeAll(agents, (text) => {
      read(text);
      return undefined;
    }),
    provoke("name\nAna", () => {
      peopleOf(read("name\nAna"), file);
      return undefined;
    }),
    provoke("id,name\n1,Cy\n2,Bo (with a network of 1, 2 and Cy)", () => {
      joinPeople(readNetwork("from,to\n1,2\n2,Cy", { file: "friends.csv", seed: "1" }), read("id,name\n1,Cy\n2,Bo"), file);
      return undefined;
    }),
    provoke("name\nDee\nAnna (with a network of Ana, Bo and Cy)", () => {
      const network = readNetwork("from,to\nAna,Bo\nBo,Cy", { file: "friends.csv", seed: "1" });
      return [`friends.csv: ${describeNetwork(joinPeople(network, read("name\nDee\nAnna"), file).summary)}`];
    }),
  ];
}

export function configurationExamples(): Example[] {
  return provokeAll(configurations, (text) => {
    readConfig(text, "run.yaml");
    return undefined;
  });
}

export function interventionExamples(): Example[] {
  return provokeAll(interventions, (text) => {
    checkReadInterventions(readInterventions(text, "shocks.yaml", known), known);
    return undefined;
  });
}
