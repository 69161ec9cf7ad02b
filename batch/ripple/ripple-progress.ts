import { formatNumber } from "../../sim/index.ts";
import { milliseconds } from "../process/milliseconds.ts";
import { createProgressLine, type ProgressStream, progressInterval } from "../text/progress-line.ts";
import type { Report } from "./ripple-run.ts";

/** Reports how far the command is: `following ripples: 61%`. */
export function createRippleProgress(stream: ProgressStream, quiet: boolean): { report: Report; erase(): void } {
  const line = createProgressLine(stream);
  const interval = progressInterval(stream);
  let latest = milliseconds();
  return {
    report(what, done, of) {
      if (quiet || milliseconds() - latest < interval) return;
      latest = milliseconds();
      line.write(`${what}: ${formatNumber(Math.floor((100 * done) / Math.max(1, of)))}%`);
    },
    erase: line.erase,
  };
}
