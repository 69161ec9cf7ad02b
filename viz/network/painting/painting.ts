import type { Snapshot } from "../../../workers/messages.ts";
import type { Palette } from "./palette.ts";

/** What a picture takes beside the scene. */
export interface Painting {
  /** of the canvas, in CSS pixels */
  readonly width: number;
  readonly height: number;
  /** device pixels a CSS pixel */
  readonly ratio: number;
  readonly snapshot: Snapshot;
  readonly palette: Palette;
  readonly nameOf: (agent: number) => string;
  /** whether people have names of their own */
  readonly named: boolean;
  readonly resting: boolean;
  /** on the clock of `scene.chosenAt` */
  readonly now: number;
}
