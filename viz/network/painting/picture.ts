import { nameOf } from "../../state/name-of.ts";
import type { World } from "../../state/world.ts";
import type { Scene } from "../scene.ts";
import { paint } from "./paint.ts";
import { readPalette } from "./palette.ts";

/** The picture on the page, of which a copy can be taken. */
let onPage: { readonly scene: Scene; readonly canvas: HTMLCanvasElement } | undefined;

/** Says which picture is on the page; undefined when it leaves. */
export function setPictureOnPage(picture: typeof onPage): void {
  onPage = picture;
}

/** Where everyone is in the picture on the page. */
export function sceneOnPage(): Pick<Scene, "positions" | "agents" | "spacing"> | undefined {
  return onPage?.scene;
}

/** Size of the picture in CSS pixels while the page shows a table in its place. */
const HIDDEN_SIZE = { width: 1200, height: 800 };

/** Pixels of the longer side of a PNG, at least: 20 cm in print at 300 dots an inch, however small the window is. */
const PRINTED_SIDE = 2400;

/**
 * The network as the page shows it, as a PNG.
 *
 * @throws Error if nothing has been drawn yet
 */
export async function networkPicture(world: World): Promise<Blob> {
  const snapshot = world.snapshot();
  if (onPage === undefined || snapshot === undefined) throw new Error("the network has not been drawn yet");
  const width = onPage.canvas.clientWidth || HIDDEN_SIZE.width;
  const height = onPage.canvas.clientHeight || HIDDEN_SIZE.height;
  const scale = Math.max(2, PRINTED_SIDE / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("the browser cannot draw on a canvas");
  paint(context, onPage.scene, {
    width,
    height,
    ratio: scale,
    snapshot,
    palette: readPalette(onPage.canvas),
    nameOf: (agent) => nameOf(world, agent),
    now: Number.POSITIVE_INFINITY,
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error("the browser could not write the PNG")) : resolve(blob)),
      "image/png",
    );
  });
}
