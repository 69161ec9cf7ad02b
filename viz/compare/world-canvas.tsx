import type { ReadonlySignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { prepareCanvas } from "../charts/prepare-canvas.ts";
import { useDrawing } from "../charts/use-drawing.ts";
import { readPalette } from "../network/painting/palette.ts";
import { sceneOnPage } from "../network/painting/picture.ts";
import { countOf } from "../text/format-number.ts";
import type { Comparison } from "./compare-ties.ts";
import { drawWorld } from "./draw-world.ts";

interface Props {
  readonly which: "changed" | "unchanged";
  readonly comparison: ReadonlySignal<Comparison | undefined>;
}

const titles = { changed: "With your changes", unchanged: "Unchanged" } as const;
const colors = { changed: "--accent", unchanged: "--warn" } as const;

/** One of the two worlds, with the ties that are stronger in it, or that only it has. */
export function WorldCanvas({ which, comparison }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useDrawing(
    canvas,
    () => void comparison.value,
    (element) => {
      const scene = sceneOnPage();
      const prepared = prepareCanvas(element);
      const shown = comparison.peek();
      if (scene === undefined || prepared === undefined || shown === undefined) return;
      drawWorld(prepared, which, shown, scene, { ...readPalette(element), more: prepared.styleOf(colors[which]) });
    },
  );
  const known = comparison.value?.[which].ties ?? 0;
  return (
    <figure>
      <figcaption class="small">
        <strong>{titles[which]}</strong> <span class="soft number">{countOf(known, "known tie")}</span>
        <br />
        <span class={`key ${which}`}>Ties stronger in this world, or only in it</span>
      </figcaption>
      <canvas ref={canvas} role="img" aria-label={`The network, ${titles[which].toLowerCase()}`} />
    </figure>
  );
}
