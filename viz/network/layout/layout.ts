import { chooseTies } from "../ties/choose-ties.ts";
import type { Filter } from "../ties/filters.ts";
import { createTieHistory } from "../ties/tie-history.ts";
import { findSpacing } from "./find-spacing.ts";
import { createForceSimulation } from "./force-simulation.ts";
import type { FromLayout, Graph, Point, ToLayout } from "./layout-messages.ts";
import { createPositionSender } from "./position-sender.ts";
import { UNIT } from "./units.ts";

/** Milliseconds before the first picture of a run must be on show: more for a reader who will see nobody move later. */
const WARM_UP = 350;
const WARM_UP_FROZEN = 1500;

/** Steps in which the people of a run spread out, and in which newcomers find their places. After that everyone stays. */
const SPREAD = 300;
const FIND_PLACE = 90;

/** Milliseconds from one step to the next. A step that takes more than half of it is followed by a pause as long as itself. */
const FRAME = 16;

/** Milliseconds between two choices of ties, at least: a picture that changes more often can't be read. */
const TIES_EVERY = 1000;

/** Steps from one measurement of the room between agents to the next, and by how much it must have changed to count. */
const MEASURE_EVERY = 30;
const WORTH_RESIZING = 1.1;

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
  let stepsToGo = 0;
  let spacing = UNIT;
  let tiesSentAt = 0;
  let areTiesOld = false;
  const sender = createPositionSender(
    {
      run: () => graph?.run ?? 0,
      count: () => forces.count(),
      spacing: () => spacing,
      copyPositions: (into) => forces.copyPositions(into),
    },
    post,
  );

  function measureSpacing({ present }: Graph): void {
    const positions = new Float32Array(2 * forces.count());
    forces.copyPositions(positions);
    const now = findSpacing(positions, present) ?? UNIT;
    // Dots whose size follows every small change would be restless.
    if (Math.max(now / spacing, spacing / now) > WORTH_RESIZING) spacing = now;
  }

  function receiveGraph(next: Graph): void {
    const receivedAt = now();
    const isNewRun = next.run !== graph?.run;
    graph = next;
    if (isNewRun || next.isJump) history = createTieHistory();
    if (isNewRun) {
      forces = createForceSimulation();
    }
    if (forces.update(next)) stepsToGo = Math.max(stepsToGo, isNewRun ? SPREAD : FIND_PLACE);
    if (isNewRun) forces.warmUp(() => now() < receivedAt + (isFrozen ? WARM_UP_FROZEN : WARM_UP));
    if (stepsToGo > 0) measureSpacing(next);
    if (isNewRun || next.isJump || receivedAt >= tiesSentAt + TIES_EVERY) sendTies();
    else areTiesOld = true;
    sender.send();
    post({ kind: "ready" }, []);
  }

  function sendTies(): void {
    if (graph === undefined) return;
    tiesSentAt = now();
    areTiesOld = false;
    const ties = chooseTies(graph, filter, selected, history);
    const columns = [ties.lower, ties.upper, ties.strength, ties.trust, ties.stroke, ties.change];
    post(
      { kind: "ties", ties },
      columns.map(({ buffer }) => buffer as ArrayBuffer),
    );
  }

  function hold(agent: number, place: Point | undefined): void {
    forces.hold(agent, place);
    if (!isFrozen) {
      forces.stir(agent);
      stepsToGo = Math.max(stepsToGo, FIND_PLACE);
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
      if (areTiesOld && began >= tiesSentAt + TIES_EVERY) sendTies();
      if (graph === undefined || isFrozen || sender.isWaiting() || stepsToGo === 0) return FRAME;
      forces.step();
      stepsToGo = forces.isAtRest() ? 0 : stepsToGo - 1;
      if (stepsToGo % MEASURE_EVERY === 0) measureSpacing(graph);
      if (stepsToGo === 0) forces.settle();
      sender.send();
      const took = now() - began;
      return Math.max(FRAME - took, took);
    },
  };
}
