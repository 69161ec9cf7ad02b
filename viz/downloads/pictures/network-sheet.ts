import type { DrawingContext } from "../../drawing/drawing-context.ts";
import type { Sheet, SheetLayer } from "../../drawing/sheet.ts";
import { paintAllTies, paintMarks, paintPeople } from "../../network/painting/paint.ts";
import type { Painting } from "../../network/painting/painting.ts";
import { readPalette } from "../../network/painting/palette.ts";
import { pictureOnPage } from "../../network/painting/picture.ts";
import type { Scene } from "../../network/scene.ts";
import { nameOf } from "../../state/name-of.ts";
import type { World } from "../../state/world.ts";
import { legendBlock } from "./legend-block.ts";
import { describeMoment, momentBlocks, type RunMoment } from "./run-moment.ts";

/** Size of the picture in pixels while the page shows something else in its place. */
const HIDDEN_SIZE = { width: 1200, height: 800 };

/**
 * The network as the page shows it, with legend, run and state hash.
 *
 * @throws Error if nothing has been drawn yet
 */
export function networkSheet(world: Pick<World, "snapshot" | "names">, moment: RunMoment): Sheet {
  const picture = pictureOnPage();
  const snapshot = world.snapshot();
  if (picture === undefined || snapshot === undefined) throw new Error("the network has not been drawn yet");
  const { scene, canvas } = picture;
  const palette = readPalette(canvas);
  const width = canvas.clientWidth || HIDDEN_SIZE.width;
  const height = canvas.clientHeight || HIDDEN_SIZE.height;
  const view = { width, height, snapshot, palette, nameOf: (agent: number) => nameOf(world, agent), now: performance.now() };
  return {
    width,
    height,
    // Ties that are fading in or out have done so.
    layers: pictureLayers({ ...scene, tiesChangedAt: Number.NEGATIVE_INFINITY }, view),
    caption: [legendBlock(picture.legend(), palette), ...momentBlocks(moment, palette)],
    colors: palette,
    title: `Weak Ties: ${moment.title}`,
    description: `The network of ${describeMoment(moment)}`,
  };
}

/** The layers of a picture as the page paints them. */
export function pictureLayers(scene: Scene, view: Omit<Painting, "ratio">): SheetLayer[] {
  const layer = (name: string, paint: (context: DrawingContext, scene: Scene, painting: Painting) => unknown): SheetLayer => ({
    name,
    draw: (context, ratio) => void paint(context, scene, { ...view, ratio }),
  });
  return [layer("ties", paintAllTies), layer("people", paintPeople), layer("names-and-marks", paintMarks)];
}
