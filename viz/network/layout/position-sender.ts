import type { FromLayout } from "./layout-messages.ts";

/** Buffers that may be with the view at one time: the one it draws from, and one on the way. */
const MOST_LENT = 2;

/** Sends positions in buffers that the view sends back, so that nothing new is allocated for a frame. */
export interface PositionSender {
  /** whether the view is late and all buffers are with it */
  isWaiting(): boolean;
  /** sends where everyone is now; if all buffers are lent, as soon as one is back */
  send(): void;
  takeBack(buffer: Float32Array): void;
}

/** What is sent. */
export interface Positioned {
  run(): number;
  count(): number;
  spacing(): number;
  copyPositions(into: Float32Array): void;
}

export function createPositionSender(
  source: Positioned,
  post: (message: FromLayout, transfer: Transferable[]) => void,
): PositionSender {
  const free: Float32Array[] = [];
  let lent = 0;
  let isOverdue = false;

  function send(): void {
    isOverdue = lent >= MOST_LENT;
    if (isOverdue) return;
    const agents = source.count();
    const positions = reuseOrCreate(free.pop(), 2 * agents);
    source.copyPositions(positions);
    lent++;
    post({ kind: "positions", run: source.run(), agents, positions, spacing: source.spacing() }, [positions.buffer as ArrayBuffer]);
  }

  return {
    isWaiting: () => lent >= MOST_LENT,
    send,
    takeBack(buffer) {
      lent--;
      free.push(buffer);
      if (isOverdue) send();
    },
  };
}

function reuseOrCreate(buffer: Float32Array | undefined, length: number): Float32Array {
  return buffer !== undefined && buffer.length >= length ? buffer : new Float32Array(Math.ceil(length * 1.25));
}
