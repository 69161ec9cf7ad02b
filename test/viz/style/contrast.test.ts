import { readFileSync } from "node:fs";
import { lab } from "d3";
import { describe, expect, test } from "vitest";
import { amountColor, GROUPS, STEPS } from "../../../viz/network/colors.ts";
import { TRUST_STEPS, trustStepOf } from "../../../viz/network/trust-scale.ts";

const tokens = readFileSync("viz/style/tokens.css", "utf8");
const [light, dark] = tokens.split("@media (prefers-color-scheme: dark)").map((part) => {
  return Object.fromEntries([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name, color]));
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const names = [
  ...Array.from({ length: GROUPS }, (_, group) => `group-${group}`),
  ...Array.from({ length: TRUST_STEPS }, (_, step) => `trust-${step}`),
  ...["ink", "soft", "accent", "warn", "focus", "bridge", "edge"],
];

test("the measure of contrast is right: black on white is 21 to 1, #767676 on white 4.54", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 9);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

describe.each([
  ["light", light, false],
  ["dark", { ...light, ...dark }, true],
] as const)("on a %s page", (_, colors, isDark) => {
  test.each(names)("--%s has a contrast of 3 to 1 on paper", (name) => {
    expect(contrast(colors[name], colors.paper)).toBeGreaterThanOrEqual(3);
  });

  test("every step of an amount has a contrast of 3 to 1 on paper", () => {
    for (let step = 0; step < STEPS; step++) {
      const color = amountColor(step, isDark);
      expect(contrast(color, colors.paper), `step ${step}, ${color}`).toBeGreaterThanOrEqual(3);
    }
  });

  test("small text has a contrast of 4.5 to 1 on paper and on raised parts", () => {
    for (const name of ["ink", "soft", "accent", "warn"])
      for (const ground of ["paper", "raised"])
        expect(contrast(colors[name], colors[ground]), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  test("trust diverges: its ends stand out most, its middle least, and low and high differ for color-blind people", () => {
    const scale = Array.from({ length: TRUST_STEPS }, (_, step) => colors[`trust-${step}`]);
    const strong = scale.map((color) => contrast(color, colors.paper));
    const middle = (TRUST_STEPS - 1) / 2;
    for (let step = 0; step < middle; step++) {
      expect(strong[step]).toBeGreaterThan(strong[step + 1]);
      expect(strong[TRUST_STEPS - 1 - step]).toBeGreaterThan(strong[TRUST_STEPS - 2 - step]);
    }
    // Low and high differ from yellow to blue (b of CIELAB), which red-green color-blind people see.
    const yellow = scale.map((color) => lab(color).b);
    for (let step = 0; step < middle; step++) {
      expect(yellow[step]).toBeGreaterThan(20);
      expect(yellow[TRUST_STEPS - 1 - step]).toBeLessThan(-20);
    }
    expect(Math.abs(yellow[middle])).toBeLessThan(10);
  });
});

test("the step of trust is neutral at one half and for people whom nobody judges, and ends at 0.3 and 0.7", () => {
  expect([0, 0.3, 0.5, Number.NaN, 0.7, 1].map(trustStepOf)).toEqual([0, 0, 3, 3, 6, 6]);
  expect([0.44, 0.46, 0.53, 0.54].map(trustStepOf)).toEqual([2, 2, 3, 4]);
});
