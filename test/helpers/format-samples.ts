/** Small networks, one for each format that the reader knows. */
export const networkSamples: Readonly<Record<string, readonly string[]>> = {
  "an edge list with commas": [
    'from,to,weight,from_circle,to_circle\nAna,Bo,3,red,red\nBo,Cy,1,red,blue\nCy,Dé,2.5,blue,blue\n"Eva, L.",Ana,4,red,red\n',
    "# ties\n1,2\n2,3\n3,1\n4,1\n",
  ],
  "an edge list with semicolons": ["source;target;weight;direction\nAna;Bo;3,5;1\nBo;Cy;1,25;0\nCy;Dan;2;1\n", "a;b\nb;c\nc;d\n"],
  "an edge list with tabs": ["from\tto\tcount\nAna Lee\tBo\t3\nBo\tCy\t1\n'=x\tAna Lee\t2\n", "a\tb\t1\nb\tc\t2\n"],
  "an edge list with spaces": ["a b 1\nb c 2\nc d 3\nd a 4\n", "1 2 {'weight': 3}\n2 3 {'weight': 1.5}\n", '"Ana Lee" Bo\nBo Cy\n'],
  "trust ratings and dated contacts": [
    "from,to,trust\nAna,Bo,0.9\nBo,Ana,0.2\nCy,Ana,0.5\n",
    "from,to,time\nAna,Bo,10\nBo,Cy,12\nAna,Bo,20\nCy,Ana,31\n",
  ],
  "a matrix": [
    ",Ana,Bo,Cy\nAna,0,1,0\nBo,1,0,2\nCy,0,2,0\n",
    "0 1 0\n1 0 1\n0 1 0\n",
    "0110\n1010\n0101\n1010\n",
    "0;1;9\n1;0;6\n0;10;0\n",
  ],
  "UCINET DL": [
    "dl n=3 format=fullmatrix\nlabels:\nAna,Bo,Cy\ndata:\n0 1 0\n1 0 1\n0 1 0\n",
    "dl n = 3\nformat = edgelist1\nlabels embedded\ndata:\nAna Bo 2\nBo Cy 1\n",
  ],
  Pajek: [
    '*Vertices 3\n1 "Ana" 0.1 0.2\n2 "Bo"\n3 "Cy"\n*Arcs\n1 2 3\n*Edges\n2 3 1\n*Partition club\n*Vertices 3\n1\n1\n2\n',
    '*Vertices 3\n1 "Ana"\n2 "Bo"\n3 "Cy"\n*Matrix\n0 1 0\n1 0 1\n0 1 0\n',
  ],
  GML: [
    'graph [\n directed 1\n node [ id 1 label "Ana &amp; Co" group "red" ]\n node [ id 2 label "Bo" group "blue" ]\n node [ id 3 label "Cy" ]\n edge [ source 1 target 2 weight 3 ]\n edge [ source 2 target 3 weight 1 ]\n]\n',
  ],
  GraphML: [
    '<?xml version="1.0"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n<key id="l" for="node" attr.name="label" attr.type="string"/>\n<key id="w" for="edge" attr.name="weight" attr.type="double"><default>1</default></key>\n<graph edgedefault="directed">\n<node id="a"><data key="l">Ana</data></node>\n<node id="b"><data key="l">B&#233;</data></node>\n<node id="c"/>\n<edge source="a" target="b"><data key="w">2</data></edge>\n<edge source="b" target="c"/>\n</graph>\n</graphml>\n',
  ],
  GEXF: [
    '<gexf version="1.3">\n<graph defaultedgetype="undirected">\n<attributes class="node"><attribute id="0" title="group" type="string"/></attributes>\n<nodes>\n<node id="0" label="Ana"><attvalues><attvalue for="0" value="red"/></attvalues></node>\n<node id="1" label="Bo"><nodes><node id="2" label="Cy"/></nodes></node>\n</nodes>\n<edges>\n<edge id="0" source="0" target="1" weight="2"/>\n<edge id="1" source="1" target="2"/>\n</edges>\n</graph>\n</gexf>\n',
  ],
  "node-link JSON": [
    '{"directed": true, "multigraph": false, "graph": {},\n "nodes": [{"id": "Ana", "group": "red"}, {"id": "Bo"}, {"id": 3}],\n "links": [{"source": "Ana", "target": "Bo", "weight": 2},\n {"source": "Bo", "target": 3}]}\n',
    '{"nodes": [{"key": "a", "attributes": {"label": "Ana"}}, {"key": "b"}, {"key": "c"}],\n "edges": [{"source": "a", "target": "b", "attributes": {"weight": 1}}, {"source": "b", "target": "c", "undirected": true}]}\n',
    '{"nodes": [{"name": "Ana"}, {"name": "Bo"}, {"name": "Cy"}],\n "links": [{"source": 0, "target": 1, "value": 3}, {"source": 1, "target": 2}]}\n',
  ],
  "Cytoscape JSON": [
    '{"elements": {"nodes": [{"data": {"id": "1", "name": "Ana"}}, {"data": {"id": "2", "name": "Bo"}}, {"data": {"id": "3"}}],\n "edges": [{"data": {"id": "4", "source": "1", "target": "2", "weight": 3}}, {"data": {"source": "2", "target": "3"}}]}}\n',
  ],
};

export const agentSamples: readonly string[] = [
  'name,circle,domain,expertise,status,generosity\nAna,red,0,0.5,0.1,0.9\n"Bo, jr.",blue,5,,NA,\nCy,,,,,\n',
  "Id;Label;Team;Age\n1;Ana;red;30\n2;Bo;blue;41\n3;Cy;red;22\n",
  "id\tgroup\nAna\tred\nBo\tblue\n",
];

export const interventionTables: readonly string[] = [
  "tick,action,agents,name,value,circle,until,label\n100,set,,gossip,off,,152,silence\n1,set_traits,all,generosity,0.9,,,\n3,remove,Ana|0,,,,,\n6,add,,,3,Sales,,\n7,move,circle:Sales,,,0,,\n8,cut_ties,Ana | Bo,,,,,\n9,remove,top:2 by reach,,,,,\n",
];

export const interventionLists: readonly string[] = [
  "- {tick: 100, label: silence, set: {gossip: off}, until: 152}\n- tick: 1\n  set_traits: {generosity: 0.9}\n  agents: all\n- {tick: 3, remove: [Ana, 0]}\n- {tick: 4, remove: {top: 2, by: reach}}\n- {tick: 6, add: 3, circle: Sales}\n- {tick: 8, cut_ties: [[Ana, Bo]]}\n",
  '[{"tick": 9, "add_ties": [[0, "Bo"]], "strength": 0.3}, {"tick": 2, "remove": {"every": 10}}]\n',
];

export const configurations: readonly string[] = [
  "scenario: no_gossip\nseed: 007\nticks: 104\nevery: 13\nnetwork: {file: a.csv, columns: 'from=A,to=B'}\nagents:\n  file: b.csv\n  circle_column: team\nparameters:\n  blow_off: 0.5\n  gossip: off\ninterventions:\n  - {tick: 5, set: {gossip: on}}\n",
  '{"program": "weakties", "version": "0.1.0", "seed": "1", "ticks": 10, "parameters": {"agents": 30, "network": "random"}}\n',
];

export const experiments: readonly string[] = [
  "question: Does gossip matter?\nscenario: default\nticks: 104\nburn_in: 52\nseed: s\nreplicates: 3\nparameters: {agents: 30}\nvary:\n  gossip: [on, off]\n  blow_off: {from: 0, to: 0.8, steps: 3}\ndesign: grid\nfocal_agents: {every: 10}\narms:\n  base: {}\n  silent: {parameters: {fading: off}, interventions: [{tick: 9, remove: 0}]}\noutcomes:\n  trust: {measure: incoming_trust_share, of: focal, mean: window}\n  strong: {measure: strong_ties, mean: [52, 104]}\n",
];
