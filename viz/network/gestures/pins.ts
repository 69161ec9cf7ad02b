import type { Stage } from "../stage.ts";

/** Agents that stay where the reader has put them. */
export interface Pins {
  /** pins an agent where it is, or lets it go */
  toggle(agent: number): void;
}

export function createPins(stage: Stage): Pins {
  return {
    toggle(agent) {
      const { pinned, positions } = stage.scene;
      if (pinned.delete(agent)) stage.hold(agent, undefined);
      else {
        pinned.add(agent);
        stage.hold(agent, { x: positions[2 * agent] ?? 0, y: positions[2 * agent + 1] ?? 0 });
      }
      stage.repaintPeople();
    },
  };
}
