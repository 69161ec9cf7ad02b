import type { LegendPart } from "../legend-parts.ts";
import type { Scene } from "../scene.ts";

/** The picture on the page, of which a copy can be taken. */
export interface PictureOnPage {
  readonly scene: Scene;
  readonly canvas: HTMLCanvasElement;
  legend(): readonly LegendPart[];
}

let onPage: PictureOnPage | undefined;

/** Says which picture is on the page; undefined when it leaves. */
export function setPictureOnPage(picture: PictureOnPage | undefined): void {
  onPage = picture;
}

export function pictureOnPage(): PictureOnPage | undefined {
  return onPage;
}

/** Where everyone is in the picture on the page. */
export function sceneOnPage(): Pick<Scene, "positions" | "agents" | "spacing"> | undefined {
  return onPage?.scene;
}
