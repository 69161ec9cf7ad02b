import { expose } from "comlink";
import { createEngine } from "./engine.ts";
import { loadCompiledStep } from "./load-compiled-step.ts";
import { threadClock } from "./pace.ts";
import { showLife } from "./sign-of-life.ts";

const engine = createEngine(threadClock());

/** Runs the engine in a separate thread. Before its first tick, it loads what makes ticks faster. */
expose({
  ...engine,
  settle: loadFirst(engine.settle),
  play: loadFirst(engine.play),
  playTo: loadFirst(engine.playTo),
  step: loadFirst(engine.step),
});
showLife();

function loadFirst<Given extends unknown[], Answer>(command: (...given: Given) => Answer): (...given: Given) => Answer {
  return (...given) => {
    loadCompiledStep();
    return command(...given);
  };
}
