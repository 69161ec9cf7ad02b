import { type Sheet, sheetAsPng, sheetAsSvg } from "../../drawing/sheet.ts";
import type { World } from "../../state/world.ts";
import { fileName } from "../file-name.ts";
import { saveBlob } from "../save-blob.ts";
import { networkSheet } from "./network-sheet.ts";
import { drawMoment, type RunMoment } from "./run-moment.ts";

/** Forms of a picture, by the endings of their files. */
export type PictureForm = "svg" | "png";

/**
 * Saves a picture of the run at the week on show.
 *
 * @param name of the file, without its ending
 * @throws Error if nothing has been drawn yet, or if the engine dies
 */
export async function saveSheet(world: World, form: PictureForm, name: string, draw: (moment: RunMoment) => Sheet): Promise<void> {
  const { blob, moment } = await drawMoment(world, (now) => {
    const sheet = draw(now);
    return { blob: form === "svg" ? sheetAsSvg(sheet) : sheetAsPng(sheet), moment: now };
  });
  saveBlob(await blob, fileName(moment.about, moment.seed, moment.tick, `${name}.${form}`));
}

/** Saves the picture of the network. */
export function saveNetwork(world: World, form: PictureForm): Promise<void> {
  return saveSheet(world, form, "network", (moment) => networkSheet(world, moment));
}
