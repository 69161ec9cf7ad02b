import { chooseTies } from "../ties/choose-ties.ts";
import type { Filter } from "../ties/filters.ts";
import { createTieHistory } from "../ties/tie-history.ts";
import { createForceSimulation } from "./force-simulation.ts";
import type { FromLayout, Graph, Point, ToLayout } from "./layout-messages.ts";
import { createPositionSender } from "./position-sender.ts";

/** Milliseconds before the first picture of a run must be on show. */
const WARM_UP = 350;

/** Milliseconds from one step to the next. A step that takes more than half of it is followed by a pause as long as itself. */
const FRAME = 16;

/** Milliseconds without a new graph after which agents come to rest. */
const QUIET = 1300;

/** Where agents stand and which ties are drawn. It knows no thread and no clock: messages come in, messages go out. */
export interface Layout {
  receive(message: ToLayout): void;
  /** moves everyone by a step, unless they rest or the view is late. Returns the milliseconds until the next step. */
  step(): number;
}

/**
 * @param post sends a message to the view, with the buffers that it takes over
 * @param now a clock in milliseconds
 */
export function createLayout(post: (message: FromLayout, transfer: Transferable[]) => void, now: () => number): Layout {
  let graph: Graph | undefined;
  let filter: Filter = "best";
  let selected = -1;
  let isFrozen = false;
  let history = createTieHistory();
  let forces = createForceSimulation();
  let receivedAt = 0;
  const sender = createPositionSender(
    { run: () => graph?.run ?? 0, count: () => forces.count(), copyPositions: (into) => forces.copyPositions(into) },
    post,
  );

  function receiveGraph(next: Graph): void {
    receivedAt = now();
    const isNewRun = next.run !== graph?.run;
    graph = next;
    if (isNewRun) {
      history = createTieHistory();
      forces = createForceSimulation();
    }
    forces.update(next);
    if (isNewRun) forces.warmUp(() => now() < receivedAt + WARM_UP);
    sendTies();
    sender.send();
    post({ kind: "ready" }, []);
  }

  function sendTies(): void {
    if (graph === undefined) return;
    const ties = chooseTies(graph, filter, selected, history);
    const columns = [ties.lower, ties.upper, ties.strength, ties.stroke, ties.change];
    post(
      { kind: "ties", ties },
      columns.map(({ buffer }) => buffer as ArrayBuffer),
    );
  }

  function hold(agent: number, place: Point | undefined): void {
    forces.hold(agent, place);
    if (!isFrozen) {
      if (place !== undefined) forces.stir();
      return;
    }
    if (place !== undefined) forces.jump(agent, place);
    sender.send();
  }

  return {
    receive(message) {
      if (message.kind === "graph") receiveGraph(message.graph);
      else if (message.kind === "buffer") sender.takeBack(message.positions);
      else if (message.kind === "freeze") isFrozen = message.isFrozen;
      else if (message.kind === "hold") hold(message.agent, message.place);
      else {
        filter = message.filter;
        selected = message.agent;
        sendTies();
      }
    },
    step() {
      const began = now();
      if (began - receivedAt > QUIET) forces.cool();
      if (graph === undefined || isFrozen || sender.isWaiting() || forces.isAtRest()) return FRAME;
      forces.step();
      sender.send();
      const took = now() - began;
      return Math.max(FRAME - took, took);
    },
  };
}
