import type { Page } from "playwright-core";

/** A place on the page, in CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The visible parts of the network's picture. */
export interface Seen {
  /** pixels that are not paper, and the box around them */
  readonly painted: number;
  /** pixels in the color of a group: people, also where they are too small or too close to be dots */
  readonly people: number;
  readonly width: number;
  readonly height: number;
  /** of that box */
  readonly middle: Place;
  /** middles of dots, each a disk of one color of a group */
  readonly dots: readonly Place[];
  /** places on lines, away from dots */
  readonly lines: readonly Place[];
}

/** Looks at the picture, whose people must be colored by circle. */
export function lookAtNetwork(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const canvas = document.querySelector(".network canvas") as HTMLCanvasElement;
    const { width, height } = canvas;
    const box = canvas.getBoundingClientRect();
    const ratio = width / box.width;
    const image = canvas.getContext("2d")?.getImageData(0, 0, width, height) as ImageData;
    const pixels = new Uint32Array(image.data.buffer);
    const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
    const colorOf = (name: string): number => {
      probe.fillStyle = getComputedStyle(canvas).getPropertyValue(name);
      probe.fillRect(0, 0, 1, 1);
      return new Uint32Array(probe.getImageData(0, 0, 1, 1).data.buffer)[0];
    };
    const paper = colorOf("--paper");
    const groups = new Set(Array.from({ length: 8 }, (_, group) => colorOf(`--group-${group}`)));
    const place = ({ x, y }: Place) => ({ x: box.left + (x + 0.5) / ratio, y: box.top + (y + 0.5) / ratio });

    let [painted, people] = [0, 0];
    let [left, right, top, bottom] = [width, 0, height, 0];
    for (let at = 0; at < pixels.length; at++) {
      if (pixels[at] === paper) continue;
      painted++;
      if (groups.has(pixels[at])) people++;
      left = Math.min(left, at % width);
      right = Math.max(right, at % width);
      top = Math.min(top, Math.floor(at / width));
      bottom = Math.max(bottom, Math.floor(at / width));
    }

    // Disks: areas of one color, as wide as they are high, and full.
    const done = new Uint8Array(pixels.length);
    const dots: Place[] = [];
    for (let first = 0; first < pixels.length; first++) {
      if (done[first] === 1 || !groups.has(pixels[first])) continue;
      const area = [first];
      let [sumX, sumY] = [0, 0];
      done[first] = 1;
      let [l, r, t, b] = [width, 0, height, 0];
      for (let k = 0; k < area.length; k++) {
        const at = area[k];
        const [x, y] = [at % width, Math.floor(at / width)];
        sumX += x;
        sumY += y;
        [l, r, t, b] = [Math.min(l, x), Math.max(r, x), Math.min(t, y), Math.max(b, y)];
        for (const next of [at - 1, at + 1, at - width, at + width])
          if (done[next] === 0 && pixels[next] === pixels[first]) {
            done[next] = 1;
            area.push(next);
          }
      }
      const [w, h] = [r - l + 1, b - t + 1];
      if (w >= 5 && Math.abs(w - h) <= 1 && area.length > 0.6 * w * h) dots.push({ x: sumX / area.length, y: sumY / area.length });
    }

    // Points on lines with no dot nearby.
    const lines: Place[] = [];
    const away = 16 * ratio;
    for (let at = 0; at < pixels.length && lines.length < 400; at += 97) {
      if (pixels[at] === paper || groups.has(pixels[at])) continue;
      const [x, y] = [at % width, Math.floor(at / width)];
      if (dots.every((dot) => Math.hypot(dot.x - x, dot.y - y) > away)) lines.push({ x, y });
    }
    return {
      painted,
      people,
      width: (right - left + 1) / ratio,
      height: (bottom - top + 1) / ratio,
      middle: place({ x: (left + right) / 2, y: (top + bottom) / 2 }),
      dots: dots.map(place),
      lines: lines.map(place),
    };
  });
}

/**
 * How far people have moved between two looks, in CSS pixels: of nearly all of them the farthest. What lies beneath a dot colors its
 * edge, so that its middle is not seen to the pixel, and now and then one is not seen as a dot.
 */
export function motion(before: Seen, after: Seen): number {
  const far = before.dots.map(({ x, y }) => Math.min(...after.dots.map((dot) => Math.hypot(dot.x - x, dot.y - y))));
  return far.sort((a, b) => a - b)[Math.floor(0.97 * far.length)] ?? Number.NaN;
}

/** Pixels that do not count as motion. */
export const STILL = 0.3;

/** Waits until everyone stands still. */
export async function untilStill(page: Page): Promise<void> {
  let before = await lookAtNetwork(page);
  for (let same = 0; same < 3; ) {
    await page.waitForTimeout(300);
    const now = await lookAtNetwork(page);
    same = motion(before, now) < STILL ? same + 1 : 0;
    before = now;
  }
}
