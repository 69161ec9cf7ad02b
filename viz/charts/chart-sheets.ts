import { describeMoment, momentBlocks, type RunMoment } from "../downloads/pictures/run-moment.ts";
import type { Block, Item } from "../drawing/caption.ts";
import type { DrawingContext } from "../drawing/drawing-context.ts";
import type { Sheet } from "../drawing/sheet.ts";
import { formatTick } from "../text/format-tick.ts";
import type { Chart } from "./chart-list.ts";
import type { Worlds } from "./compare.ts";
import { barColors, drawBins } from "./draw-bins.ts";
import { drawLines, type Marked } from "./draw-lines.ts";
import type { Mark } from "./draw-marks.ts";
import { colorOf, type Surface } from "./prepare-canvas.ts";
import type { Cuts } from "./strength-bins.ts";

/** Size of a saved chart without its caption, in pixels. */
const WIDTH = 720;
const HEIGHT = 340;

/** Pixels around the chart. */
const MARGIN = 12;

/** The most changes that a caption lists. */
const MOST_CHANGES = 12;

/** What a chart is saved with. */
interface ChartSheet {
  readonly title: string;
  /** what it shows, and in which unit */
  readonly sentence: string;
  readonly legend: Block;
  readonly draw: (surface: Surface) => void;
}

/** A chart of the run, with its lines, the changes and the run named below it. */
export function lineSheet(worlds: Worlds, chart: Chart, marked: Marked, moment: RunMoment): Sheet {
  const styleOf = styleOfPage;
  const ink = styleOf("--ink");
  const own = chart.lines.map(
    ({ label, color, dashed }): Item => [
      { line: styleOf(color), width: 1.75, ...(dashed && { dashes: [4, 3] }) },
      { text: label, color: ink },
    ],
  );
  const gray: Item = [
    { line: styleOf("--unchanged"), width: 1.5 },
    { text: "unchanged: the same world without the changes", color: ink },
  ];
  const changes = listChanges(marked.changes).map((text): Item => [{ text, color: ink }]);
  return sheetOf(
    {
      title: chart.title,
      sentence: chart.sentence,
      legend: [...own, ...(worlds.unchanged.series() === undefined ? [] : [gray]), ...changes],
      draw: (surface) => drawLines(surface, worlds, chart, marked),
    },
    moment,
  );
}

/** Changes by the numbers that the chart marks them with. */
function listChanges(changes: readonly Mark[]): string[] {
  const listed = changes.slice(0, MOST_CHANGES).map(({ at, tick, text }) => `${at + 1}: ${text}, ${formatTick(tick)}`);
  const more = changes.length - listed.length;
  return more === 0 ? listed : [...listed, `and ${more} more`];
}

/** A histogram of ties by strength, with the run named below it. */
export function binSheet(sentence: string, bins: Uint32Array, cuts: Cuts, moment: RunMoment): Sheet {
  const names = { faded: "faded", weak: "weak", strong: "strong" } as const;
  const legend = Object.entries(names).map(
    ([kind, name]): Item => [
      { dot: styleOfPage(barColors[kind as keyof typeof names]) },
      { text: name, color: styleOfPage("--ink") },
    ],
  );
  return sheetOf({ title: "Tie strength", sentence, legend, draw: (surface) => drawBins(surface, bins, cuts) }, moment);
}

function sheetOf({ title, sentence, legend, draw }: ChartSheet, moment: RunMoment): Sheet {
  const [ink, soft] = [styleOfPage("--ink"), styleOfPage("--soft")];
  return {
    width: WIDTH,
    height: HEIGHT,
    layers: [
      {
        name: "chart",
        draw(context: DrawingContext, ratio: number) {
          context.setTransform(ratio, 0, 0, ratio, MARGIN * ratio, MARGIN * ratio);
          draw({ context, width: WIDTH - 2 * MARGIN, height: HEIGHT - 2 * MARGIN, styleOf: styleOfPage });
        },
      },
    ],
    caption: [
      [[{ text: title, color: ink, isBold: true }]],
      [[{ text: sentence, color: soft }]],
      legend,
      ...momentBlocks(moment, { ink, soft }),
    ],
    colors: { paper: styleOfPage("--paper"), rule: styleOfPage("--rule"), font: styleOfPage("--sans") || "sans-serif" },
    title: `Weak Ties: ${title}`,
    description: `${title}. ${sentence} ${describeMoment(moment)}`,
  };
}

function styleOfPage(name: string): string {
  return colorOf(document.documentElement, name);
}
