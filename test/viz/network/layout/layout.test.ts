import { describe, expect, test } from "vitest";
import { takeSnapshot } from "../../../../sim/snapshot/take-snapshot.ts";
import { createLayout } from "../../../../viz/network/layout/layout.ts";
import { copyGraph } from "../../../../viz/network/layout/layout-client.ts";
import type { FromLayout, Graph, ToLayout } from "../../../../viz/network/layout/layout-messages.ts";
import { makeGraph } from "../../../helpers/make-graph.ts";
import { advanceTo, makeRun } from "../../../helpers/make-run.ts";

/** A layout whose clock stands still unless it is moved, and what it has sent. */
function openLayout() {
  const sent: FromLayout[] = [];
  const clock = { now: 0 };
  const layout = createLayout(
    (message) => sent.push(message),
    () => clock.now,
  );
  const send = (message: ToLayout) => layout.receive(message);
  const positions = () => sent.filter((message) => message.kind === "positions");
  return {
    layout,
    clock,
    sent,
    send,
    positions,
    sendGraph: (graph: Graph) => send({ kind: "graph", graph }),
    /** x and y of everyone in the last message */
    last(): number[] {
      const message = positions().at(-1);
      return message === undefined ? [] : [...message.positions.subarray(0, 2 * message.agents)];
    },
    /** gives all buffers back */
    giveBack(): void {
      for (const { positions: buffer } of positions()) send({ kind: "buffer", positions: buffer.slice() });
    },
  };
}

/** Graphs of a run at some ticks, in which agents come. */
function graphsOfRun(): Graph[] {
  const run = makeRun({ interventions: [{ tick: 4, add: 5, circle: 1 }] });
  return [0, 2, 4, 8].map((tick) => {
    const { population } = advanceTo(run, tick);
    return copyGraph(takeSnapshot(population), 1, { activeFrom: 0.05, strongFrom: 0.4, avoidBelow: 0.4, isRing: false });
  });
}

function placesAfter(graphs: readonly Graph[]): number[] {
  const { layout, sendGraph, giveBack, last } = openLayout();
  for (const graph of graphs) {
    sendGraph(graph);
    giveBack();
    for (let step = 0; step < 3; step++) {
      layout.step();
      giveBack();
    }
  }
  return last();
}

describe("the layout", () => {
  test("is the same for the same graphs, and another one for others", () => {
    const graphs = graphsOfRun();
    const places = placesAfter(graphs);
    expect(places).toHaveLength(2 * 55);
    expect(places.every(Number.isFinite)).toBe(true);
    expect(placesAfter(graphs)).toEqual(places);
    expect(placesAfter(graphs.slice(0, 3).concat(graphs[2]))).not.toEqual(places);
  });

  test("of a second run does not depend on the first", () => {
    const [first, , , other] = graphsOfRun();
    const alone = openLayout();
    alone.sendGraph({ ...first, run: 2 });
    const second = openLayout();
    second.sendGraph(other);
    second.sendGraph({ ...first, run: 2 });
    expect(second.last()).toEqual(alone.last());
  });

  test("keeps circles together: agents are nearer to their own circle than to others", () => {
    const [, , , graph] = graphsOfRun();
    const places = placesAfter([graph]);
    const circles = Math.max(...graph.circle) + 1;
    const middles = Array.from({ length: circles }, (_, circle) => {
      const members = [...graph.circle.keys()].filter((agent) => graph.circle[agent] === circle);
      return [0, 1].map((axis) => members.reduce((sum, agent) => sum + places[2 * agent + axis], 0) / members.length);
    });
    const nearest = Array.from({ length: graph.agents }, (_, agent) => {
      const away = middles.map(([x, y]) => Math.hypot(places[2 * agent] - x, places[2 * agent + 1] - y));
      return away.indexOf(Math.min(...away));
    });
    const atHome = nearest.filter((circle, agent) => circle === graph.circle[agent]).length;
    expect(atHome).toBeGreaterThan(0.9 * graph.agents);
  });

  test("sends ties, positions and that it is ready, in this order", () => {
    const { sent, sendGraph } = openLayout();
    sendGraph(makeGraph(3, [[0, 1, 0.5]]));
    expect(sent.map(({ kind }) => kind)).toEqual(["ties", "positions", "ready"]);
  });

  test("moves nobody when other ties are shown", () => {
    const { sent, sendGraph, send } = openLayout();
    sendGraph(makeGraph(3, [[0, 1, 0.5]]));
    send({ kind: "filter", filter: "strong", agent: -1 });
    expect(sent.map(({ kind }) => kind)).toEqual(["ties", "positions", "ready", "ties"]);
  });
});

describe("agents", () => {
  test("move step by step until they have found their places", () => {
    const { layout, sendGraph, positions, giveBack } = openLayout();
    layout.step();
    expect(positions()).toHaveLength(0);
    sendGraph(makeGraph(3, [[0, 1, 0.5]]));
    giveBack();
    layout.step();
    expect(positions()).toHaveLength(2);
    for (let step = 0; step < 400; step++) {
      layout.step();
      giveBack();
    }
    const resting = positions().length;
    layout.step();
    expect(positions()).toHaveLength(resting);
  });

  test("stay where they are for a reader who prefers reduced motion, but one that is held goes along", () => {
    const { layout, sendGraph, send, positions, giveBack, last } = openLayout();
    send({ kind: "freeze", isFrozen: true });
    sendGraph(makeGraph(3, [[0, 1, 0.5]]));
    giveBack();
    const before = last();
    layout.step();
    expect(positions()).toHaveLength(1);
    send({ kind: "hold", agent: 1, place: { x: 7, y: -5 } });
    expect(last()).toEqual([before[0], before[1], 7, -5, before[4], before[5]]);
  });

  test("that are held stay put while others move, and move again when they are let go", () => {
    const { layout, sendGraph, send, last, giveBack } = openLayout();
    const graph = makeGraph(3, [
      [0, 1, 0.5],
      [1, 2, 0.5],
    ]);
    sendGraph(graph);
    giveBack();
    send({ kind: "hold", agent: 1, place: { x: 300, y: 0 } });
    send({ kind: "hold", agent: 99, place: { x: 0, y: 0 } });
    const before = last();
    for (let step = 0; step < 20; step++) {
      layout.step();
      giveBack();
    }
    expect(last().slice(2, 4)).toEqual([300, 0]);
    expect(Math.abs(last()[0] - before[0])).toBeGreaterThan(1);
    send({ kind: "hold", agent: 1, place: undefined });
    for (let step = 0; step < 20; step++) {
      layout.step();
      giveBack();
    }
    expect(last()[2]).toBeLessThan(299);
  });
});

test("over the years, people keep their places, also when others come", () => {
  const { layout, sendGraph, send, last, giveBack } = openLayout();
  const spread = (steps: number) => {
    for (let step = 0; step < steps; step++) {
      layout.step();
      giveBack();
    }
  };
  const run = makeRun({ interventions: [{ tick: 260, add: 5, circle: 1 }] });
  const graphAt = (tick: number) => {
    const { population } = advanceTo(run, tick);
    return copyGraph(takeSnapshot(population), 1, { activeFrom: 0.05, strongFrom: 0.4, avoidBelow: 0.4, isRing: false });
  };
  sendGraph(graphAt(0));
  spread(400);
  const before = last();
  expect(before).toHaveLength(100);
  for (const tick of [52, 156, 259]) {
    sendGraph(graphAt(tick));
    spread(100);
    expect(last()).toEqual(before);
  }
  sendGraph(graphAt(300));
  spread(100);
  expect(last()).toHaveLength(110);
  expect(last().slice(0, 100)).toEqual(before);
  // A person who joins another circle moves there. The others stay.
  const graph = graphAt(300);
  const circle = graph.circle.slice();
  circle[0] = (circle[0] + 1) % (Math.max(...circle) + 1);
  sendGraph({ ...graph, circle });
  spread(100);
  expect(Math.hypot(last()[0] - before[0], last()[1] - before[1])).toBeGreaterThan(30);
  expect(last().slice(2, 100)).toEqual(before.slice(2));
  // Contacts follow someone who is dragged.
  send({ kind: "hold", agent: 3, place: { x: 500, y: 500 } });
  spread(100);
  expect(last()).not.toEqual(before);
});

describe("positions", () => {
  test("wait for a late view: two buffers are with it at most, and the newest places follow as soon as one is back", () => {
    const { layout, sendGraph, send, positions } = openLayout();
    sendGraph(makeGraph(3, [[0, 1, 0.5]]));
    layout.step();
    layout.step();
    layout.step();
    expect(positions()).toHaveLength(2);
    sendGraph(makeGraph(4, [[0, 1, 0.5]], { tick: 2 }));
    expect(positions()).toHaveLength(2);
    send({ kind: "buffer", positions: new Float32Array(10) });
    expect(positions().map(({ agents }) => agents)).toEqual([3, 3, 4]);
  });

  test("come in a buffer that was given back, if it is large enough", () => {
    const { layout, sendGraph, send, positions } = openLayout();
    sendGraph(makeGraph(3, []));
    const buffer = new Float32Array(100);
    send({ kind: "buffer", positions: buffer });
    layout.step();
    expect(positions().at(-1)?.positions).toBe(buffer);
    send({ kind: "buffer", positions: new Float32Array(2) });
    layout.step();
    expect(positions().at(-1)?.positions.length).toBeGreaterThanOrEqual(6);
  });
});
