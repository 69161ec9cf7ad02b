import type { Snapshot } from "../../workers/messages.ts";

/**
 * Counts ties by strength.
 *
 * @param bins overwritten; bins of equal width from strength 0 to 1, which falls into the last one
 */
export function countStrengths({ ties, strength }: Pick<Snapshot, "ties" | "strength">, bins: Uint32Array): void {
  bins.fill(0);
  for (let tie = 0; tie < ties; tie++) {
    const bin = Math.min(bins.length - 1, Math.floor((strength[tie] as number) * bins.length));
    bins[bin] = (bins[bin] as number) + 1;
  }
}

/** The strengths from which ties are active and strong. */
export interface Cuts {
  readonly activeFrom: number;
  readonly strongFrom: number;
}

/** What the ties in a bin are, by the strength in its middle. */
export function kindOfBin(bin: number, bins: number, { activeFrom, strongFrom }: Cuts): "faded" | "weak" | "strong" {
  const middle = (bin + 0.5) / bins;
  if (middle >= strongFrom) return "strong";
  return middle >= activeFrom ? "weak" : "faded";
}
