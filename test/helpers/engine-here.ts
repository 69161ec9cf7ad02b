import type { ConnectEngine } from "../../viz/state/live-run.ts";
import { createEngine } from "../../workers/engine.ts";
import type { EngineClient } from "../../workers/engine-client.ts";
import type { EngineCommands } from "../../workers/messages.ts";
import type { Clock } from "../../workers/pace.ts";
import { createView } from "./engine-view.ts";

/** An engine in this thread, and how to kill it. */
export interface EngineHere {
  readonly connect: ConnectEngine;
  /** the engine's own commands, which answer at once */
  readonly engine: EngineCommands;
  /** lets the engine die; every later command fails with the reason */
  kill(reason: string): void;
}

/** An engine that a live run can connect to in place of a worker. Commands answer in a microtask, frames arrive at once. */
export function engineHere(clock: Clock): EngineHere {
  const engine = createEngine(clock);
  let deathReason: string | undefined;
  let reportDeath: (reason: string) => void = () => undefined;

  const commands = new Proxy(engine, {
    get:
      (target, name: keyof EngineCommands) =>
      async (...given: unknown[]) => {
        if (deathReason !== undefined) throw new Error(deathReason);
        return (target[name] as (...all: unknown[]) => unknown)(...given);
      },
  });

  return {
    engine,
    connect(onFrame, onDeath) {
      reportDeath = onDeath;
      const view = createView(engine, onFrame);
      return {
        commands: commands as unknown as EngineClient["commands"],
        call: (answer) => answer,
        giveBack: view.giveBack,
        end: () => undefined,
      };
    },
    kill(reason) {
      deathReason = reason;
      reportDeath(reason);
    },
  };
}
