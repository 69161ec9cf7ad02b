import { describe, expect, test } from "vitest";
import { type AgentRows, readAgents } from "../../formats/agents.ts";
import { joinPeople, peopleOf } from "../../formats/join-people.ts";
import { describeNetwork } from "../../formats/network/network-summary.ts";
import { peopleOfFiles } from "../../formats/people-of-files.ts";
import {
  advance,
  agentTable,
  checkParameters,
  createCollector,
  createRun,
  type People,
  type Run,
  TRAITS,
  tieLines,
  tieTableColumns,
  traitNames,
} from "../../sim/index.ts";
import { circlesByName, networkOf, pairNames, problemsOf } from "../helpers/read-sample.ts";

const NONE = Number.NaN;
const SEED = { file: "agents.csv", seed: "1" };

function rowsOf(...lines: string[]): AgentRows {
  return readAgents(lines.join("\n"), "agents.csv", { domains: 6 });
}

function traitsOf(people: People, agent: number): Record<string, number> {
  const given = traitNames.map((name, trait) => [name, people.traits[agent * TRAITS + trait]] as const);
  return Object.fromEntries(given.filter(([, value]) => !Number.isNaN(value)));
}

describe("an agents file", () => {
  test("gives names and any of circle, domain, expertise, status and traits; what is missing is left to be drawn", () => {
    const rows = rowsOf(
      "name,circle,domain,expertise,status,generosity,follow_through",
      "Ana,Sales,5,0.5,1,0,",
      "Bo,,NA,,,NA,.25",
      '"Ro, Cy",Sales,0,0,0.75,1,1',
    );
    const people = peopleOf(rows, SEED);
    expect(people.names).toEqual(["Ana", "Bo", "Ro, Cy"]);
    expect([...people.domain]).toEqual([5, -1, 0]);
    expect([...people.expertise]).toEqual([0.5, NONE, 0]);
    expect([...people.status]).toEqual([1, NONE, 0.75]);
    expect([0, 1, 2].map((agent) => traitsOf(people, agent))).toEqual([
      { generosity: 0 },
      { follow_through: 0.25 },
      { generosity: 1, follow_through: 1 },
    ]);
  });

  test("gives sociality from 0 to 50, relative to others", () => {
    const people = peopleOf(rowsOf("name,sociality", "Ana,2.5", "Bo,", "Cy,0", "Dee,50"), SEED);
    expect([...(people.sociality ?? [])]).toEqual([2.5, NONE, 0, 50]);
    expect(problemsOf(() => rowsOf("name,sociality", "Ana,51", "Bo,-1"))).toEqual([
      'agents.csv, line 2: sociality must be a number from 0 to 50, got "51"',
      'agents.csv, line 3: sociality must be a number from 0 to 50, got "-1"',
    ]);
  });

  test("that isn't a run's table may say anything in a column `since`, and has columns with similar titles", () => {
    const rows = rowsOf("name,since,science", "Ana,1998,a", "Bo,2003,b");
    expect(rows.since).toEqual([0, 0]);
    expect(rows.notes).toEqual(["columns not used: science"]);
  });

  test("may hold names alone, with blanks in them, and then the model makes the circles", () => {
    const people = peopleOf(rowsOf("name", "Ana Li", "Bo Ro"), SEED);
    expect(people.names).toEqual(["Ana Li", "Bo Ro"]);
    expect([...people.circle]).toEqual([-1, -1]);
    expect(people.circleNames).toEqual([]);
  });

  test("may be parted by tabs or semicolons, with decimal commas, and in any case and order of columns", () => {
    const people = peopleOf(rowsOf("Status Bias;NAME;Circle", "0,5;Ana;x", "1;Bo;y"), SEED);
    expect(traitsOf(people, 0)).toEqual({ status_bias: 0.5 });
    expect(circlesByName({ people })).toEqual(["x: Ana", "y: Bo"]);
    expect(rowsOf("name\tcircle", "Ana Li\tx", "Bo\ty").names).toEqual(["Ana Li", "Bo"]);
  });

  test("takes an apostrophe off names that look like formulas, and off no others", () => {
    expect(rowsOf("name", "'=1+1", "'Anna", "''-x", "@y", "'t Hooft").names).toEqual(["=1+1", "'Anna", "'-x", "@y", "'t Hooft"]);
  });

  test("reports every fault at once, each with its line", () => {
    expect(
      problemsOf(() =>
        rowsOf(
          "name,domain,expertise,generosty,sharing,sharing",
          "Ana,6,1.5,1,x,1",
          "Bo,1.5,-0.1,1,1,1",
          ",0,NaN,1,1,1",
          "Ana,-1,0,1,1,1",
          "Cy,0",
        ),
      ),
    ).toEqual([
      "agents.csv, line 1: duplicate column sharing",
      'agents.csv, line 1: unknown column "generosty" (did you mean "generosity"?)',
      'agents.csv, line 2: domain must be a whole number from 0 to 5 (domains is 6), got "6"',
      'agents.csv, line 2: expertise must be a number from 0 to 1, got "1.5"',
      'agents.csv, line 2: sharing must be a number from 0 to 1, got "x"',
      'agents.csv, line 3: domain must be a whole number from 0 to 5 (domains is 6), got "1.5"',
      'agents.csv, line 3: expertise must be a number from 0 to 1, got "-0.1"',
      'agents.csv, line 4: expertise must be a number from 0 to 1, got "NaN"',
      "agents.csv, line 4: the name is missing",
      'agents.csv, line 5: domain must be a whole number from 0 to 5 (domains is 6), got "-1"',
      'agents.csv, line 5: duplicate name "Ana", already in line 2',
      "agents.csv, line 6: has 2 cells, but the header has 6",
    ]);
  });

  test("must have a header with names, somebody in it, and two people where there is no network", () => {
    expect(problemsOf(() => rowsOf("Ana,x", "Bo,y"))).toContain("agents.csv, line 1: the header has no column name, label or id");
    expect(problemsOf(() => rowsOf("name,circle"))).toEqual(["agents.csv: has no agents below its header"]);
    expect(problemsOf(() => peopleOf(rowsOf("name", "Ana"), SEED))).toEqual(["agents.csv: a run needs at least 2 agents, got 1"]);
    expect(problemsOf(() => rowsOf(""))).toEqual(["agents.csv: is empty"]);
    expect(problemsOf(() => rowsOf("name", "A\0"))[0]).toMatch(/^agents\.csv, line 2: contains the control character 0/);
  });
});

describe("an agents file beside a network", () => {
  const network = () => networkOf(["from,to,from_circle,to_circle", "Ana,Bo,x,x", "Bo,Cy,x,y"]);

  test("the network's agents keep their numbers; those it does not have follow as agents without ties", () => {
    const { people, ties, summary } = joinPeople(
      network(),
      rowsOf("name,generosity", "Dee,0.1", "Cy,0.9", "Eve,", "Anna,0.3"),
      SEED,
    );
    expect(people.names).toEqual(["Ana", "Bo", "Cy", "Dee", "Eve", "Anna"]);
    expect(pairNames({ people, ties })).toEqual(["Ana - Bo", "Bo - Cy"]);
    expect(people.names.map((_, agent) => traitsOf(people, agent).generosity)).toEqual([
      undefined,
      undefined,
      0.9,
      0.1,
      undefined,
      0.3,
    ]);
    expect(summary).toMatchObject({ agents: 6, ties: 2, isolated: 3, added: 3 });
    expect(describeNetwork(summary)).toContain(
      '3 only in the agents file; 2 circles from the file, joined by 3 agents without one; not in the network: "Dee"',
    );
    expect(summary.notes[2]).toBe('not in the network: "Anna" (did you mean "Ana"?)');
  });

  test("its circles replace the network's, one by one", () => {
    const { people, summary } = joinPeople(network(), rowsOf("name,circle", "Ana,y", "Dee,z"), SEED);
    expect(circlesByName({ people })).toEqual(["y: Ana, Cy", "x: Bo", "z: Dee"]);
    expect(summary.circlesFrom).toBe("the file and the agents file");
    const all = joinPeople(network(), rowsOf("name,circle", "Ana,p", "Bo,q", "Cy,p"), SEED);
    expect(circlesByName(all)).toEqual(["p: Ana, Cy", "q: Bo"]);
    expect(all.summary.circlesFrom).toBe("the agents file");
  });

  test("without circles in either, communities stay as they are, and who is added is one alone", () => {
    const found = networkOf(["Ana Bo", "Bo Cy", "Cy Ana", "Dee Eve", "Eve Flo", "Flo Dee", "Cy Dee"]);
    const { people, summary } = joinPeople(found, rowsOf("name,sharing", "Ana,0.5", "Gus,1"), SEED);
    expect([...people.circle.slice(0, 6)]).toEqual([...found.people.circle]);
    expect(circlesByName({ people })).toEqual(["community 1: Ana, Bo, Cy", "community 2: Dee, Eve, Flo", "community 3: Gus"]);
    expect(summary).toMatchObject({ circles: 3, circlesFrom: "Louvain communities", withoutCircle: 0 });
  });
});

describe("what a run writes can be read again", () => {
  /** A short run of the network with names and circles that are hard on CSV. */
  function shortRun(people: People, imported?: Parameters<typeof createRun>[0]["imported"]) {
    const { parameters } = checkParameters({ agents: people.names.length });
    const run = createRun({ parameters, seed: "1", people, ...(imported && { imported }) });
    const collector = createCollector(run.population, () => true);
    collector.collect();
    for (let tick = 0; tick < 3; tick++) {
      advance(run);
      collector.collect();
    }
    return { run, collector };
  }

  function tables(run: Run, collector: ReturnType<typeof createCollector>) {
    return {
      agents: [...agentTable(run, collector)].join(""),
      ties: [tieTableColumns.join(","), "\n", ...tieLines(run, collector)].join(""),
    };
  }

  const hard = () =>
    networkOf(["from,to,from_circle,to_circle", '"=Ana, ""A""",\'-Bo,x;y,\'@z', "'-Bo,''+Cy,'@z,🦊", 'Dee,"Eve\nLi",x;y,🦊']);

  test("agents.csv as an agents file: the same names, circles, domains, expertise, status and traits", () => {
    const { people, ties } = hard();
    const { run, collector } = shortRun(people, ties);
    const rows = readAgents(tables(run, collector).agents, "agents.csv", { domains: 6 });
    const again = peopleOf(rows, SEED);
    const { agents } = run.population;
    expect(people.names).toEqual(['=Ana, "A"', "-Bo", "'+Cy", "Dee", "Eve\nLi"]);
    expect(again.names).toEqual(people.names);
    expect(circlesByName({ people: again })).toEqual(circlesByName({ people }));
    expect([...again.domain]).toEqual([...agents.domain.slice(0, 5)]);
    expect(again.expertise).toEqual(agents.expertise.slice(0, 5));
    expect(again.status).toEqual(agents.status.slice(0, 5));
    expect(again.traits).toEqual(agents.traits.slice(0, 5 * TRAITS));
  });

  test("agents.csv and ties.csv together: a run that starts from the ties of another, with its names", () => {
    const { people, ties } = hard();
    const { run, collector } = shortRun(people, ties);
    const written = tables(run, collector);
    const network = networkOf([written.ties.trimEnd()]);
    const joined = joinPeople(network, readAgents(written.agents, "agents.csv", { domains: 6 }), SEED);
    expect([...joined.people.names].sort()).toEqual([...people.names].sort());
    const known = pairNames({ people: joined.people, ties: joined.ties }).map((pair) => pair.split(" - ").sort().join(" - "));
    for (const pair of pairNames({ people, ties })) expect(known).toContain(pair.split(" - ").sort().join(" - "));
    expect(
      circlesByName(joined)
        .map((circle) => circle.split(": ")[0])
        .sort(),
    ).toEqual([...people.circleNames].sort());
  });

  test("agents without names are called by their numbers", () => {
    const rows = rowsOf("agent,name,circle,payoff", "0,,0,1", "1,,0,2", "7,Zoe,1,3");
    expect(rows.names).toEqual(["0", "1", "Zoe"]);
  });
});

describe("a list of nodes of another program", () => {
  const ties = () => networkOf(["source,target", "n1,n2", "n2,n3"]);

  test("ids find the agents of the network, labels name them, and other columns are reported", () => {
    const rows = rowsOf("Id,Label,age,department,expertise", "n1,Ana,31,Sales,0.5", "n3,Cy,40,Research,", "n2,Bo,,Sales,1");
    expect(rows.notes).toEqual(["columns not used: age"]);
    const { people } = joinPeople(ties(), rows, SEED);
    expect(people.names).toEqual(["Ana", "Bo", "Cy"]);
    expect([...people.expertise]).toEqual([0.5, 1, NONE]);
    expect(circlesByName({ people })).toEqual(["Sales: Ana, Bo", "Research: Cy"]);
  });

  test("repeated labels leave the ids as names", () => {
    const rows = rowsOf("Id,Label", "n1,Ana", "n2,Ana", "n3,Cy");
    expect(rows.names).toEqual(["n1", "n2", "n3"]);
    expect(rows.notes).toEqual(["labels are missing or repeated, so ids are used as names"]);
  });

  test("an id alone is a name", () => {
    expect(rowsOf("id,Citations", "1,19", "2,3").names).toEqual(["1", "2"]);
  });

  test("tidygraph's ends of ties are rows, from 1", () => {
    const { people, summary } = joinPeople(
      networkOf(["from,to", "1,3", "3,2"]),
      rowsOf("name,sharing", "Ana,0", "Bo,0.5", "Cy,1"),
      SEED,
    );
    expect(people.names).toEqual(["Ana", "Cy", "Bo"]);
    expect(people.names.map((_, agent) => traitsOf(people, agent).sharing)).toEqual([0, 1, 0.5]);
    expect(summary.notes).toEqual(["the ends of ties are rows of the agents file, from 1"]);
  });

  test("if the ends of ties are ids, a name that the network lacks gets no hint", () => {
    const rows = rowsOf("id,label", "1,Ana", "2,Bo", "3,12");
    expect(joinPeople(networkOf(["from,to", "1,2"]), rows, SEED).summary.notes).toEqual(['not in the network: "12"']);
  });

  test("a chosen column gives the circles", () => {
    const text = "name,team,room\nAna,x,1\nBo,y,1\n";
    expect(readAgents(text, "agents.csv", { domains: 6 }).circles).toEqual(["x", "y"]);
    expect(readAgents(text, "agents.csv", { domains: 6, circleColumn: "Room" }).circles).toEqual(["1", "1"]);
    expect(problemsOf(() => readAgents(text, "agents.csv", { domains: 6, circleColumn: "rom" }))).toEqual([
      'agents.csv, line 1: has no column "rom" (did you mean "room"?); the header has name, team, room',
    ]);
  });

  test("in a run's own tables numbers find the agents, even if names are numbers too", () => {
    const network = networkOf(["from,to", "2,1", "1,3"]); // agents 0, 1 and 2 are called 2, 1 and 3
    const { parameters } = checkParameters({ agents: 3 });
    const run = createRun({ parameters, seed: "1", people: network.people, imported: network.ties });
    const collector = createCollector(run.population, () => true);
    collector.collect();
    const ties = [tieTableColumns.join(","), "\n", ...tieLines(run, collector)].join("");
    const agents = readAgents([...agentTable(run, collector)].join(""), "agents.csv", { domains: 6 });
    const joined = joinPeople(networkOf([ties.trimEnd()]), agents, SEED);
    const traits = (people: People, called: string) => traitsOf(people, people.names.indexOf(called));
    const drawn = peopleOf(agents, SEED);
    for (const called of ["1", "2", "3"]) expect(traits(joined.people, called)).toEqual(traits(drawn, called));
    expect(pairNames(joined).sort()).toEqual(["2 - 1", "1 - 3"].sort());
  });
});

test("a notice says that ties which the model makes don't follow the circles of an agents file", () => {
  const noticesOf = (text: string) =>
    peopleOfFiles(undefined, { file: "people.csv", value: readAgents(text, "people.csv", { domains: 6 }) }, "1").notices;
  expect(noticesOf("name,circle\nAna,red\nBo,blue\n")).toEqual([
    "people.csv: the ties at the start don't follow the circles of this file; meetings and richness do",
  ]);
  expect(noticesOf("name,status\nAna,0\nBo,1\n")).toEqual([]);
});
