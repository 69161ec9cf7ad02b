import { checkpoint, createRun, defaultParameters, restore } from "../../sim/index.ts";
import { type Example, provoke } from "./example.ts";

/** What the model says about a checkpoint that it cannot restore. */
export function checkpointExamples(): Example[] {
  const sound = checkpoint(
    createRun({ parameters: { ...defaultParameters, agents: 12, circleSize: 4, tiesWithin: 2 }, seed: "1" }),
  );
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
  ];
}
