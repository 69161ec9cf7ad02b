import type { Snapshot } from "../../../workers/messages.ts";
import type { Palette } from "./palette.ts";

/** What a picture needs beside the scene. */
export interface Painting {
  readonly snapshot: Snapshot;
  readonly nameOf: (agent: number) => string;
  /** of the canvas, in CSS pixels */
  readonly width: number;
  readonly height: number;
  /** device pixels per CSS pixel */
  readonly ratio: number;
  readonly palette: Palette;
  /** on the clock of `scene.tiesChangedAt` */
  readonly now: number;
}
