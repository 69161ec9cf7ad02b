/** Milliseconds for which a browser may still read what it was told to save. */
const KEPT = 60_000;

/** Has the browser save a file, as by a link. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
