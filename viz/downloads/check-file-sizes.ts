const MEGABYTE = 2 ** 20;

/** Bytes of the largest file that the page opens: about two million ties. */
const LARGEST = 64 * MEGABYTE;

/** @throws Error with one line for each file that is too large */
export function checkFileSizes(files: readonly { readonly name: string; readonly size: number }[]): void {
  const faults = files
    .filter(({ size }) => size > LARGEST)
    .map(
      ({ name, size }) =>
        `${name}: must be at most ${LARGEST / MEGABYTE} MB, got ${Math.ceil(size / MEGABYTE)} MB; use the command line for larger files`,
    );
  if (faults.length > 0) throw new Error(faults.join("\n"));
}
