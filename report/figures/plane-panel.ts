import { shortNumber } from "../../study/tables/number-text.ts";
import type { Markup } from "../markup.ts";
import type { MarkStyle } from "./arm-style.ts";
import { PANEL, type Pen } from "./pen.ts";
import { shorten } from "./view.ts";

export interface Dot {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

const HEIGHT = 260;
const LEFT = 52;
const RIGHT = 14;
const TOP = 22;
const BOTTOM = 40;
const LINE = 14;
const CHARACTER = 6.8;

/** A dot per factor: the size of its effects on x, their spread on y. Names stand where they cover nothing. */
export function planePanel(pen: Pen, dots: readonly Dot[], { label, style }: { label: string; style: MarkStyle }): Markup {
  const { plot } = pen;
  const defined = dots.filter(({ x, y }) => !Number.isNaN(x) && !Number.isNaN(y));
  const most = (values: readonly number[]) => Math.max(...values) * 1.12 || 1;
  const right = most([...defined.map(({ x }) => x), 0]);
  const top = most([...defined.map(({ y }) => y), 0]);
  const diagonal = Math.min(right, top);
  const across = (x: number) => LEFT + (x / right) * (PANEL - LEFT - RIGHT);
  const up = (y: number) => HEIGHT - BOTTOM - (y / top) * (HEIGHT - TOP - BOTTOM);
  const named = placeNames(defined, across, up);
  // Joins a dot and its name if the name is more than a line away.
  const leader = ({ x, y }: Dot, isLeft: boolean, down: number) => ({
    x1: x,
    y1: y,
    x2: x + ((isLeft ? -6 : 6) / (PANEL - LEFT - RIGHT)) * right,
    y2: y - (down / (HEIGHT - TOP - BOTTOM)) * top,
    strokeOpacity: Math.abs(down) > LINE ? 0.5 : 0,
  });
  const marks = [
    plot.gridX({ ticks: 5 }),
    plot.gridY({ ticks: 5 }),
    plot.link([{}], { x1: 0, y1: 0, x2: diagonal, y2: diagonal, strokeDasharray: "4 3", strokeOpacity: 0.6 }),
    plot.dot(defined, {
      x: "x",
      y: "y",
      title: ({ name, x, y }: Dot) => `${name}: μ* ${shortNumber(x)}, σ ${shortNumber(y)}`,
      symbol: style.symbol,
      r: 4,
      fill: style.color,
      stroke: "var(--paper)",
    }),
    ...named.map(({ dot, isLeft, down }) => plot.link([dot], leader(dot, isLeft, down))),
    ...named.map(({ dot, isLeft, down }) =>
      plot.text([dot], {
        x: "x",
        y: "y",
        text: ({ name }: Dot) => shorten(name, NAME_LENGTH),
        textAnchor: isLeft ? "end" : "start",
        dx: isLeft ? -8 : 8,
        dy: down,
        fill: "currentColor",
        stroke: "var(--paper)",
        strokeWidth: 4,
      }),
    ),
  ];
  const options = {
    height: HEIGHT,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: { domain: [0, right], ticks: 5, label: "μ*", labelArrow: "none" as const },
    y: { domain: [0, top], ticks: 5, label: "σ", labelArrow: "none" as const },
  };
  return pen.draw(label, options, marks);
}

const NAME_LENGTH = 26;

interface Placed {
  readonly dot: Dot;
  readonly isLeft: boolean;
  /** pixels */
  readonly down: number;
}

/** Possible places of a name, best first: beside its dot, then some lines above or below. */
const places = [0, -1, 1, -2, -3, -4, -5].flatMap((lines) => [false, true].map((isLeft) => ({ isLeft, down: lines * LINE })));

/** Puts each name in the first free place, those of the largest effects first. A dot without a free place has no name. */
function placeNames(dots: readonly Dot[], across: (x: number) => number, up: (y: number) => number): Placed[] {
  const boxes: [left: number, top: number, right: number, bottom: number][] = dots.map(({ x, y }) => [
    across(x) - 4,
    up(y) - 4,
    across(x) + 4,
    up(y) + 4,
  ]);
  const placed: Placed[] = [];
  for (const dot of [...dots].sort((a, b) => b.x - a.x)) {
    const length = shorten(dot.name, NAME_LENGTH).length * CHARACTER;
    for (const { isLeft, down } of places) {
      const left = across(dot.x) + (isLeft ? -8 - length : 8);
      const middle = up(dot.y) + down;
      const box: (typeof boxes)[number] = [left, middle - LINE / 2, left + length, middle + LINE / 2];
      const isInside = left >= LEFT && box[2] <= PANEL && box[1] >= 0 && box[3] <= HEIGHT - BOTTOM + LINE / 2;
      const isFree = boxes.every((other) => box[2] < other[0] || other[2] < box[0] || box[3] < other[1] || other[3] < box[1]);
      if (!isInside || !isFree) continue;
      boxes.push(box);
      placed.push({ dot, isLeft, down });
      break;
    }
  }
  return placed;
}
