/** Milliseconds until the browser has surely read the file. */
const READ_WITHIN = 60_000;

/** Has the browser save a file, as if the reader had clicked a download link. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_WITHIN);
}
