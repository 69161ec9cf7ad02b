import { readAgents } from "../../formats/agents.ts";
import { readConfig } from "../../formats/config.ts";
import { checkReadInterventions, readInterventions } from "../../formats/interventions.ts";
import { joinPeople, peopleOf } from "../../formats/join-people.ts";
import { describeNetwork } from "../../formats/network/network-summary.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { peopleOfFiles } from "../../formats/people-of-files.ts";
import { defaultParameters } from "../../sim/index.ts";
import { type Example, provoke, provokeAll } from "./example.ts";

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
  "tables: [series, agnets]",
  'seed: "a\\u0007"',
  "seed: 1\nseed: 2",
  "seed: 1\n---\nseed: 2",
  "seed: 1\nticks: ]",
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
  '- {tick: 1, add: 1, circle: 0, names: ["\\u200b"]}',
  "- {tick: 1, cut_ties: 5}",
  "- {tick: 1, cut_ties: [[0]]}",
  "- {tick: 1, add_ties: [[0, 1]], strength: 1.1}",
  "- {tick: 5, promise: [0, 1]}",
  "- {tick: 5, promise: {asker: 0, promisor: 1, outcome: kept}}",
  "- {tick: 5, promise: {asker: 0, promiser: 0, made: 5, outcome: keep}}",
  "- {tick: 5, favor: {asker: 0, asked: 1}}",
  "tick,action,agents,value,made\n5,meeting,0|1,met,4\n5,introduction,0|1|2|3,engaged,",
];

/** Four people in two circles, whom interventions can name. */
const known = { parameters: { ...defaultParameters, agents: 4 }, names: ["Ana", "Bo", "Cy", "Dee"], circleNames: ["Sales", "Lab"] };

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
    provoke("name,team\nAna,Sales (with --circle-column teem)", () => {
      readAgents("name,team\nAna,Sales", "agents.csv", { domains: 6, circleColumn: "teem" });
      return undefined;
    }),
    provoke("id,label\n1,2\n5,6 (with a network of 1, 2 and 5)", () => {
      const network = readNetwork("from,to\n1,2\n2,5", { file: "friends.csv", seed: "1" });
      joinPeople(network, read("id,label\n1,2\n5,6"), file);
      return undefined;
    }),
    provoke("name\nAna\nAna\\u200b (with an invisible character in the last line)", () => [
      ...peopleOfFiles(undefined, { file: "agents.csv", value: read("name\nAna\nAna\u200b") }, "1").notices,
    ]),
    provoke("name\nDee\nAnna (with a network of Ana, Bo and Cy)", () => {
      const network = readNetwork("from,to\nAna,Bo\nBo,Cy", { file: "friends.csv", seed: "1" });
      return [`friends.csv: ${describeNetwork(joinPeople(network, read("name\nDee\nAnna"), file).summary)}`];
    }),
  ];
}

export function configurationExamples(): Example[] {
  const read = (text: string) => {
    readConfig(text, "run.yaml");
    return undefined;
  };
  return [
    ...provokeAll(configurations, read),
    provoke("seed: [[[… with 100,000 brackets", () => read(`seed: ${"[".repeat(100_000)}`)),
    provoke("tables: [agents, agents, … with 100,000 words", () => read(`tables: [agents${", agents".repeat(100_000)}]`)),
  ];
}

export function interventionExamples(): Example[] {
  return provokeAll(interventions, (text) => {
    checkReadInterventions(readInterventions(text, "shocks.yaml", known), known);
    return undefined;
  });
}
