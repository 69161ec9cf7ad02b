import { UndirectedGraph } from "graphology";
import { karateClub } from "graphology-generators/social/index.js";
import { describe, expect, test } from "vitest";
import { sampleNetwork } from "../helpers/read-sample.ts";

// graphology-generators has the club of Zachary 1977 too, from another source than our samples' layout.
const club = karateClub(UndirectedGraph);
const ties = club.mapEdges((_edge, _attributes, source, target) => `${source}-${target}`).sort();
const circles = club.mapNodes((_node, { club }) => club as string);

describe.each(["karate.graphml", "karate.gexf", "karate.gml", "karate.net", "karate.csv"])("%s", (file) => {
  const { people, ties: read, summary } = sampleNetwork(file);
  const member = people.names.map((name) => Number(/\d+/.exec(name)?.[0]) - (file === "karate.graphml" ? 0 : 1));

  test("has the 34 members and 78 ties of Zachary's karate club", () => {
    expect(summary).toMatchObject({ agents: 34, ties: 78, oneWay: 0, weighted: 0, repeated: 0, selfLoops: 0, isolated: 0 });
    const pairs = Array.from(read.lower, (lower, tie) => [member[lower], member[read.upper[tie]]].sort((a, b) => a - b).join("-"));
    expect(pairs.sort()).toEqual(ties);
  });

  // Pajek keeps partitions in files of their own.
  if (file === "karate.net") return;
  test("has its two factions as circles", () => {
    expect(summary).toMatchObject({ circles: 2, circlesFrom: "the file", withoutCircle: 0 });
    expect(Array.from(people.circle, (circle) => people.circleNames[circle])).toEqual(member.map((one) => circles[one]));
  });
});
