import { nameOf } from "../../state/name-of.ts";
import type { World } from "../../state/world.ts";
import type { Stage } from "../stage.ts";
import { paint } from "./paint.ts";
import { readPalette } from "./palette.ts";

let showing: Stage | undefined;

/** The stage that is on the page now, whose picture can be taken. */
export function showingStage(stage: Stage | undefined): void {
  showing = stage;
}

/**
 * The network as it is shown, as a PNG.
 *
 * @param scale pixels for one of the page's, so that it can be printed
 * @throws Error where nothing is shown yet
 */
export async function networkPicture(world: World, scale = 2): Promise<Blob> {
  const snapshot = world.snapshot();
  const shown = document.querySelector<HTMLCanvasElement>(".network canvas");
  if (showing === undefined || snapshot === undefined || shown === null) throw new Error("there is no picture of the network yet");
  const width = shown.clientWidth || 1200;
  const height = shown.clientHeight || 800;
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  paint(canvas.getContext("2d") as CanvasRenderingContext2D, showing.scene, {
    width,
    height,
    ratio: scale,
    snapshot,
    palette: readPalette(shown),
    nameOf: (agent) => nameOf(world, agent),
    named: world.names.value.length > 0,
    resting: true,
    now: Number.POSITIVE_INFINITY,
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("the picture could not be made")) : resolve(blob)), "image/png");
  });
}
