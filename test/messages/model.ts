import {
  checkpoint,
  createCollector,
  createRun,
  defaultParameters,
  packWorld,
  restore,
  settle,
  unpackWorld,
} from "../../sim/index.ts";
import { type Example, provoke } from "./example.ts";

const parameters = { ...defaultParameters, agents: 12, circleSize: 4, tiesWithin: 2 };

/** What the model says about a checkpoint or a settled world that it cannot restore. */
export function checkpointExamples(): Example[] {
  const sound = checkpoint(createRun({ parameters, seed: "1" }));
  const change = (name: string, edit: (bytes: Uint8Array) => Uint8Array) =>
    provoke(name, () => {
      restore(edit(sound.slice()));
      return undefined;
    });
  return [
    change("3 bytes", (bytes) => bytes.subarray(0, 3)),
    change("other bytes", (bytes) => bytes.fill(7)),
    change("a checkpoint with its last byte changed", (bytes) => bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1)),
    change("a checkpoint of another version", (bytes) => bytes.with(4, (bytes[4] ?? 0) + 1)),
    ...worldExamples(),
  ];
}

function worldExamples(): Example[] {
  const run = createRun({ parameters, seed: "1", settled: 60 });
  const collector = createCollector(run.population, () => false, { settled: 60 });
  settle(run, collector);
  const world = packWorld(run, collector, "0123456789abcdef");
  const open = (name: string, bytes: Uint8Array, key = "0123456789abcdef") =>
    provoke(name, () => {
      unpackWorld(bytes, key, () => true);
      return undefined;
    });
  return [
    open("other bytes, as a settled world", world.slice(0, 9)),
    open("a settled world with its last byte changed", world.with(world.length - 1, 77)),
    open("the settled world of another run", world, "fedcba9876543210"),
    open("a settled world that was made for measures at its end, to measure every tick", world),
  ];
}
