/** Measures a call in milliseconds. */
export function timed(call: () => void): number {
  const began = performance.now();
  call();
  return performance.now() - began;
}

/** Measures a call in milliseconds of CPU time, with the threads of the process that compile and collect garbage. */
export function cpuTimed(call: () => void): number {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The minimum, and the mean ± standard deviation, as text. */
export function spread(values: readonly number[], digits = 1): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return `min ${Math.min(...values).toFixed(digits)}, mean ${mean.toFixed(digits)} ± ${Math.sqrt(variance).toFixed(digits)}`;
}

/** Prints a line of the report: a name and a value. */
export function report(what: string, figure: string): void {
  console.log(`  ${what.padEnd(58)} ${figure}`);
}
