/** Where the picture is: a point of the layout times `k`, moved by x and y, is a point of the canvas in CSS pixels. */
export class Transform {
  readonly k: number;
  readonly x: number;
  readonly y: number;

  constructor(k = 1, x = 0, y = 0) {
    this.k = k;
    this.x = x;
    this.y = y;
  }

  applyX(x: number): number {
    return this.x + this.k * x;
  }

  applyY(y: number): number {
    return this.y + this.k * y;
  }

  /** the point of the layout at a point of the canvas */
  invert(x: number, y: number): { x: number; y: number } {
    return { x: (x - this.x) / this.k, y: (y - this.y) / this.k };
  }

  /** moved by CSS pixels */
  moveBy(x: number, y: number): Transform {
    return new Transform(this.k, this.x + x, this.y + y);
  }

  /** zoomed to another `k`, while a point of the canvas stays where it is */
  zoomTo(k: number, x: number, y: number): Transform {
    const factor = k / this.k;
    return new Transform(k, x - factor * (x - this.x), y - factor * (y - this.y));
  }
}

/** A transform on the way from one to another, at a share of the way from 0 to 1. */
export function between(from: Transform, to: Transform, share: number): Transform {
  const mix = (a: number, b: number) => a + (b - a) * share;
  return new Transform(mix(from.k, to.k), mix(from.x, to.x), mix(from.y, to.y));
}
