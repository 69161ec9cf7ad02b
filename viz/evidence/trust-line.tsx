import type { EvidenceItem } from "../../sim/evidence/evidence-item.ts";
import { NEUTRAL_SCORE } from "../../sim/evidence/trust-parts.ts";
import { formatScore } from "../inspector/equation-parts.ts";
import { formatTick, yearOf } from "../text/format-tick.ts";
import { marksOf, type TrustPoint, thinned, trustPoints } from "./trust-line-points.ts";

/** Units of the drawing; it scales with the column. */
const WIDTH = 300;
const HEIGHT = 64;
const MARGIN = 4;

/**
 * T of one direction over time, with marks where evidence moved it most.
 *
 * @param items all evidence of the direction, oldest first
 * @param marked the items that may be marked
 * @param until the tick on show
 */
export function TrustLine({
  items,
  marked,
  until,
}: {
  items: readonly EvidenceItem[];
  marked: readonly EvidenceItem[];
  until: number;
}) {
  const points = thinned(trustPoints(items));
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const scores = points.map(({ score }) => score).filter((score) => !Number.isNaN(score));
  const low = Math.min(NEUTRAL_SCORE, ...scores);
  const high = Math.max(NEUTRAL_SCORE, ...scores);
  const x = (tick: number) => MARGIN + ((WIDTH - 2 * MARGIN) * (tick - first.tick)) / Math.max(1, until - first.tick);
  const y = (score: number) => HEIGHT - MARGIN - ((HEIGHT - 2 * MARGIN) * (score - low)) / Math.max(0.1, high - low);
  const ended = Number.isNaN(last.score);
  return (
    <figure class="trust-line small soft">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={lineInWords(first, last, Math.min(...scores), Math.max(...scores))}
      >
        <line class="neutral" x1={MARGIN} x2={WIDTH - MARGIN} y1={y(NEUTRAL_SCORE)} y2={y(NEUTRAL_SCORE)} />
        <path d={pathOf(points, x, y, ended ? last.tick : until)} />
        {marksOf(trustPoints(marked)).map(({ tick, score, change }, k) => (
          <circle key={k} class={change > 0 ? "up" : "down"} cx={x(tick)} cy={y(score)} r={2.2}>
            <title>{`${formatTick(tick)}: T ${formatScore(score - change)} → ${formatScore(score)}`}</title>
          </circle>
        ))}
      </svg>
      <figcaption aria-hidden="true">
        <span>year {yearOf(first.tick)}</span>
        <span>
          T {formatScore(Math.min(...scores))} to {formatScore(Math.max(...scores))}
        </span>
        <span>year {yearOf(until)}</span>
      </figcaption>
    </figure>
  );
}

/** A line in steps: T stays as it is until evidence moves it. It has a gap while there is no tie. */
function pathOf(points: readonly TrustPoint[], x: (tick: number) => number, y: (score: number) => number, until: number): string {
  let isDrawing = false;
  const steps = points.map(({ tick, score }) => {
    const at = x(tick).toFixed(1);
    const wasDrawing = isDrawing;
    isDrawing = !Number.isNaN(score);
    if (!isDrawing) return wasDrawing ? `H${at}` : "";
    return wasDrawing ? `H${at}V${y(score).toFixed(1)}` : `M${at} ${y(score).toFixed(1)}`;
  });
  return `${steps.join("")}${isDrawing ? `H${x(until).toFixed(1)}` : ""}`;
}

function lineInWords(first: TrustPoint, last: TrustPoint, low: number, high: number): string {
  const end = Number.isNaN(last.score) ? "the end of the tie" : scoreAt(last);
  return `T over time: from ${scoreAt(first)} to ${end}, between ${formatScore(low)} and ${formatScore(high)}`;
}

function scoreAt({ tick, score }: TrustPoint): string {
  return `${formatScore(score)} (${formatTick(tick)})`;
}
