import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3";
import type { Graph, Point } from "./layout-messages.ts";
import { placeNewAgents } from "./place-agents.ts";
import { countMembers, placeCircles, placeOnAgentRing } from "./place-circles.ts";
import { UNIT } from "./units.ts";

/** Heat (d3 calls it alpha) at which the picture continues after its warm-up, and at which those who have to find a place do so. */
const SPREADING = 0.3;

/** How hard an agent's home pulls. */
const HOMING = 0.1;

/** Heat while someone drags an agent. */
const STIRRED = 0.12;

/** Steps of a warm-up: never fewer than the first, never more than the second. */
const WARM_UP_STEPS = [10, 200] as const;

/** From this many ties on, the weak ones would cost more time than they pull. */
const MANY_TIES = 20_000;

/** Strong ties of an agent whose pull together is as strong as its home's; more ties pull less each. */
const MANY_FOR_ONE = 6;

interface Node extends SimulationNodeDatum {
  home: Point;
  /** whether a reader holds or has pinned it */
  isHeld?: boolean;
}

type Link = SimulationLinkDatum<Node> & { readonly strength: number };

function keepPlace(node: Node): void {
  node.fx = node.x ?? null;
  node.fy = node.y ?? null;
}

function free(node: Node | undefined): void {
  if (node === undefined || node.isHeld) return;
  node.fx = null;
  node.fy = null;
}

/** Forces that move the agents of one run. */
export interface ForceSimulation {
  /**
   * Takes in a graph. Agents that are known keep their places, unless they belong somewhere else now.
   *
   * @returns whether someone has to find a place
   */
  update(graph: Graph): boolean;
  /** finds the first places, within the time that is left */
  warmUp(hasTime: () => boolean): void;
  /** whether nobody moves any more */
  isAtRest(): boolean;
  /** from now on, everyone stays where they are */
  settle(): void;
  step(): void;
  /** holds an agent at a place, or lets it go; ignores an unknown agent */
  hold(agent: number, place: Point | undefined): void;
  /** puts an agent at a place at once and moves nobody else */
  jump(agent: number, place: Point): void;
  /** frees the contacts of an agent and warms the picture up, so that they follow while it is dragged */
  stir(agent: number): void;
  count(): number;
  /** x and y by agent */
  copyPositions(into: Float32Array): void;
}

/**
 * Each circle has its own place, ties within a circle pull by their strength, and all agents push each other away. Ties across circles
 * don't pull: there are so many that they would heap all circles up in the middle. In a ring, each agent has its own place.
 */
export function createForceSimulation(): ForceSimulation {
  const nodes: Node[] = [];
  let circlePlaces: readonly Point[] = [];
  let pull = 1;
  const links = forceLink<Node, Link>([])
    .distance(({ strength }) => UNIT * (1.6 - strength))
    .strength(({ strength }) => pull * (0.04 + 0.25 * strength));
  const push = forceManyBody<Node>()
    .strength(-UNIT)
    .theta(1)
    .distanceMax(UNIT * 5);
  // d3 draws its random numbers from the same seed each time, so that the same graphs give the same layout.
  const simulation = forceSimulation<Node, Link>([])
    .force("links", links)
    .force("push", push)
    .force("x", forceX<Node>(({ home }) => home.x).strength(HOMING))
    .force("y", forceY<Node>(({ home }) => home.y).strength(HOMING))
    .velocityDecay(0.5)
    .stop();
  /** agents in the last graph; those who come later keep their places while a reader looks at the past */
  let shown = 0;
  /** Where each agent belongs. Circles keep their places until there are more. */
  function findHomes(graph: Graph): Point[] {
    if (graph.isRing) return placeOnAgentRing(graph.agents);
    const sizes = countMembers(graph);
    if (sizes.length > circlePlaces.length) circlePlaces = placeCircles(sizes);
    return Array.from(graph.circle.subarray(0, graph.agents), (circle) => circlePlaces[circle] as Point);
  }

  const heatTo = (heat: number) => simulation.alpha(Math.max(simulation.alpha(), heat));

  return {
    update(graph) {
      const homes = findHomes(graph);
      const known = nodes.length;
      let isAnyoneFree = graph.agents > known;
      nodes.forEach((node, agent) => {
        const home = homes[agent] ?? node.home;
        if (home.x !== node.home.x || home.y !== node.home.y) {
          free(node);
          isAnyoneFree = true;
        }
        node.home = home;
      });
      for (const place of placeNewAgents(graph, nodes, homes)) nodes.push({ ...place, home: homes[nodes.length] as Point });
      shown = graph.agents;
      simulation.nodes(nodes);
      const pulling = linksOf(graph);
      pull = Math.min(1, (MANY_FOR_ONE * nodes.length) / (2 * pulling.length + 1));
      links.links(pulling);
      if (isAnyoneFree) heatTo(SPREADING);
      return isAnyoneFree;
    },
    warmUp(hasTime) {
      const [least, most] = WARM_UP_STEPS;
      simulation.alpha(1);
      for (let step = 0; step < most && (step < least || hasTime()); step++) simulation.tick();
      simulation.alpha(Math.min(simulation.alpha(), SPREADING));
    },
    isAtRest: () => simulation.alpha() < simulation.alphaMin(),
    settle: () => nodes.forEach(keepPlace),
    step: () => void simulation.tick(),
    hold(agent, place) {
      const node = nodes[agent];
      if (node === undefined) return;
      node.isHeld = place !== undefined;
      if (place === undefined) free(node);
      else [node.fx, node.fy] = [place.x, place.y];
    },
    stir(agent) {
      for (const { source, target } of links.links() as { source: Node; target: Node }[])
        if (source.index === agent) free(target);
        else if (target.index === agent) free(source);
      heatTo(STIRRED);
    },
    jump(agent, { x, y }) {
      const node = nodes[agent];
      if (node !== undefined) Object.assign(node, { x, y });
    },
    count: () => shown,
    copyPositions(into) {
      nodes.slice(0, shown).forEach(({ x, y }, agent) => {
        into[2 * agent] = x ?? 0;
        into[2 * agent + 1] = y ?? 0;
      });
    },
  };
}

/**
 * The ties that pull: all active ones within circles, by strength, so that a tie at the margin hardly matters when it comes or goes;
 * none in a ring.
 */
export function linksOf({
  lower,
  upper,
  strength,
  activeFrom,
  circle,
  isRing,
}: Pick<Graph, "lower" | "upper" | "strength" | "activeFrom" | "circle" | "isRing">): Link[] {
  const pulling: Link[] = [];
  if (isRing) return pulling;
  const bar = lower.length > MANY_TIES ? activeFrom * 3 : activeFrom;
  for (let tie = 0; tie < lower.length; tie++) {
    const own = strength[tie] as number;
    const [source, target] = [lower[tie] as number, upper[tie] as number];
    if (own >= bar && circle[source] === circle[target]) pulling.push({ source, target, strength: own });
  }
  return pulling;
}
