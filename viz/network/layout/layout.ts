import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3";
import { chooseTies, createSeenTies } from "../ties/choose-ties.ts";
import type { Filter, FromLayout, Graph, ToLayout } from "./layout-messages.ts";

/** A length that things are measured in: about what a strong tie is long. */
const LENGTH = 30;

/** Pull that is left once the picture has settled: enough to follow slow changes, too little to be restless. */
const CALM = 0.03;

/** Milliseconds that may pass before the first picture is shown. */
const WARM = 350;

/** Circles that fit on a ring without leaving a hole in the picture. */
const RING = 9;

/** The angle between neighbors on a spiral that fills a disk evenly. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Milliseconds from one step to the next; where a step takes longer than half of it, as long again, as others want to compute too. */
const FRAME = 16;

/** Milliseconds after which, with nothing new, agents come to rest. */
const QUIET = 1300;

interface Node extends SimulationNodeDatum {
  readonly agent: number;
  home: number;
}

type Link = SimulationLinkDatum<Node> & { strength: number };

/**
 * Where agents stand. Circles have places of their own on a ring; ties pull by their strength; all push each other off. The
 * same snapshots give the same layout, as d3's own random source begins with the same seed each time.
 *
 * @param send takes positions, in a buffer that comes back, and the ties to draw
 */
export function createLayout(send: (message: FromLayout, transfer: Transferable[]) => void, now: () => number) {
  let graph: Graph | undefined;
  let run = 0;
  let filter: Filter = "best";
  let lookedAt = -1;
  let still = false;
  let ready = false;
  let seen = createSeenTies();
  const nodes: Node[] = [];
  let places: { x: number; y: number }[] = [];
  const pool: Float32Array[] = [];
  let lent = 0;
  /** positions that could not be sent, as none had come back */
  let owed = false;
  let heard = 0;

  const links = forceLink<Node, Link>([])
    .distance((link) => LENGTH * (1.6 - link.strength))
    .strength((link) => 0.04 + 0.25 * link.strength);
  const simulation = forceSimulation<Node, Link>([])
    .force("links", links)
    .force(
      "apart",
      forceManyBody<Node>()
        .strength(-LENGTH)
        .theta(1)
        .distanceMax(LENGTH * 12),
    )
    .force("x", forceX<Node>((node) => places[node.home]?.x ?? 0).strength(0.06))
    .force("y", forceY<Node>((node) => places[node.home]?.y ?? 0).strength(0.06))
    .velocityDecay(0.5)
    .stop();

  function take(message: ToLayout): void {
    if (message.kind === "back") {
      lent--;
      pool.push(message.positions);
      if (owed) show();
    } else if (message.kind === "still") still = message.still;
    else if (message.kind === "hold") hold(message.agent, message.x, message.y);
    else if (message.kind === "show") {
      filter = message.filter;
      lookedAt = message.agent;
      showTies();
    } else settle(message.graph);
  }

  function settle(next: Graph): void {
    const anew = next.run !== run;
    heard = now();
    graph = next;
    run = next.run;
    if (anew) {
      nodes.length = 0;
      seen = createSeenTies();
    }
    placeCircles(next);
    placeAgents(next);
    simulation.nodes(nodes);
    links.links(strongLinks(next));
    if (anew) warmUp();
    else simulation.alpha(Math.max(simulation.alpha(), CALM)).alphaTarget(CALM);
    ready = true;
    showTies();
    show();
    send({ kind: "settled" }, []);
  }

  /** Circles in their order, far enough from each other: a few on a ring, many on a disk, one alone in the middle. */
  function placeCircles({ agents, circle }: Graph): void {
    let circles = 0;
    for (let agent = 0; agent < agents; agent++) circles = Math.max(circles, circle[agent] + 1);
    if (circles === places.length) return;
    const apart = 1.25 * LENGTH * Math.sqrt(agents / circles);
    places = Array.from({ length: circles }, (_, k) => {
      if (circles === 1) return { x: 0, y: 0 };
      const onRing = circles <= RING;
      const radius = onRing ? apart / (2 * Math.sin(Math.PI / circles)) : 0.6 * apart * Math.sqrt(k + 0.5);
      const angle = onRing ? (2 * Math.PI * k) / circles - Math.PI / 2 : k * GOLDEN;
      return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
    });
  }

  /** New agents stand where their contacts are, or in their circle's place, on a spiral that keeps them apart. */
  function placeAgents({ agents, circle, lower, upper }: Graph): void {
    const known = nodes.length;
    for (let agent = 0; agent < known; agent++) nodes[agent].home = circle[agent];
    if (known >= agents) return;
    const sums = new Float64Array(3 * (agents - known));
    if (known > 0)
      for (let tie = 0; tie < lower.length; tie++) {
        const older = lower[tie];
        const newer = upper[tie] - known;
        if (newer < 0 || older >= known) continue;
        sums[3 * newer] += nodes[older].x ?? 0;
        sums[3 * newer + 1] += nodes[older].y ?? 0;
        sums[3 * newer + 2]++;
      }
    for (let agent = known; agent < agents; agent++) {
      const at = 3 * (agent - known);
      const contacts = sums[at + 2];
      const home = places[circle[agent]];
      const radius = LENGTH * 0.5 * Math.sqrt(0.5 + (agent % 64));
      const angle = agent * GOLDEN;
      const x = (contacts > 0 ? sums[at] / contacts : home.x) + radius * Math.cos(angle);
      const y = (contacts > 0 ? sums[at + 1] / contacts : home.y) + radius * Math.sin(angle);
      nodes.push({ agent, home: circle[agent], x, y });
    }
  }

  /** The ties that pull: all active ones, by strength, so that one that comes or goes at the margin hardly matters. */
  function strongLinks({ lower, upper, strength, activeFrom }: Graph): Link[] {
    const pulling: Link[] = [];
    // Beyond this many the weakest would cost more than they pull.
    const bar = lower.length > 20_000 ? activeFrom * 3 : activeFrom;
    for (let tie = 0; tie < lower.length; tie++)
      if (strength[tie] >= bar) pulling.push({ source: lower[tie], target: upper[tie], strength: strength[tie] });
    return pulling;
  }

  function warmUp(): void {
    const until = now() + WARM;
    simulation.alpha(1).alphaTarget(0);
    for (let k = 0; k < 200 && (k < 10 || now() < until); k++) simulation.tick();
    simulation.alpha(CALM).alphaTarget(CALM);
  }

  function hold(agent: number, x: number, y: number): void {
    const node = nodes[agent];
    if (node === undefined) return;
    const free = Number.isNaN(x);
    node.fx = free ? null : x;
    node.fy = free ? null : y;
    if (still) {
      if (!free) [node.x, node.y] = [x, y];
      show();
    } else if (!free) simulation.alpha(Math.max(simulation.alpha(), 0.12));
  }

  /** Moves everyone on by a step, unless they rest or the view is late. Returns the milliseconds until the next one. */
  function tick(): number {
    const began = now();
    if (began - heard > QUIET) simulation.alphaTarget(0);
    if (!ready || still || lent >= 2 || simulation.alpha() < simulation.alphaMin()) return FRAME;
    simulation.tick();
    show();
    const took = now() - began;
    return Math.max(FRAME - took, took);
  }

  function show(): void {
    owed = lent >= 2;
    if (owed) return;
    const positions = fitting(pool.pop(), nodes.length * 2);
    for (let agent = 0; agent < nodes.length; agent++) {
      positions[2 * agent] = nodes[agent].x ?? 0;
      positions[2 * agent + 1] = nodes[agent].y ?? 0;
    }
    lent++;
    send({ kind: "positions", run, agents: nodes.length, positions }, [positions.buffer]);
  }

  function showTies(): void {
    if (graph === undefined) return;
    const ties = chooseTies(graph, filter, lookedAt, seen);
    const { lower, upper, strength, stroke, change } = ties;
    send({ kind: "ties", ties }, [lower.buffer, upper.buffer, strength.buffer, stroke.buffer, change.buffer] as ArrayBuffer[]);
  }

  return { take, tick };
}

function fitting(buffer: Float32Array | undefined, length: number): Float32Array<ArrayBuffer> {
  return buffer !== undefined && buffer.length >= length
    ? (buffer as Float32Array<ArrayBuffer>)
    : new Float32Array(Math.ceil(length * 1.25));
}
