import { describe, expect, test } from "vitest";
import { createRunProgress, progressText } from "../../../batch/run/run-progress.ts";
import { formatDuration } from "../../../batch/text/amounts.ts";

/** A stream that keeps its output, and a clock that the test sets. */
function stage(isTTY: boolean) {
  const written: string[] = [];
  const clock = { now: 5000 };
  const progress = createRunProgress({ isTTY, columns: 40, write: (text) => written.push(text) }, 520, () => clock.now);
  return { written, clock, progress };
}

describe("progress", () => {
  test("on a terminal is one line, rewritten at most ten times a second and removed at the end", () => {
    const { written, clock, progress } = stage(true);
    for (let tick = 0; tick < 200; tick++) {
      progress.report(tick);
      clock.now += 10; // 100 reports a second
    }
    progress.erase();
    expect(written).toHaveLength(20);
    expect(written.slice(0, -1).every((text) => text.startsWith("\r") && text.endsWith("\x1b[K") && !text.includes("\n"))).toBe(
      true,
    );
    expect(written.at(-1)).toBe("\r\x1b[K");
  });

  test("is cut to the width of the terminal, because a wrapped line cannot be overwritten", () => {
    const { written, clock, progress } = stage(true);
    progress.report(0);
    clock.now += 1000;
    progress.report(100);
    expect(written).toEqual(["\rtick 100 of 520, 100 ticks a second, 5 \x1b[K"]);
  });

  test("outside a terminal is one plain line per minute, and nothing for a short run", () => {
    const { written, clock, progress } = stage(false);
    for (let tick = 0; tick <= 130; tick++) {
      progress.report(tick);
      clock.now += 1000;
    }
    progress.erase();
    expect(written).toEqual(["tick 60 of 520, 1.0 s a tick, 8 min left\n", "tick 120 of 520, 1.0 s a tick, 7 min left\n"]);
  });

  test("shows ticks, pace and the time left", () => {
    expect(progressText(130, 520, 2)).toBe("tick 130 of 520, 65 ticks a second, 6 s left");
    expect(progressText(10, 1000, 1000)).toBe("tick 10 of 1,000, 100.0 s a tick, 27 h 30 min left");
    expect(progressText(0, 520, 0)).toBe("tick 0 of 520");
    expect(progressText(520, 520, 9)).toBe("tick 520 of 520, writing the tables");
  });

  test.each([
    [0.2, "1 s"],
    [89, "89 s"],
    [90, "2 min"],
    [5340, "89 min"],
    [7500, "2 h 5 min"],
  ])("prints %d seconds as %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
