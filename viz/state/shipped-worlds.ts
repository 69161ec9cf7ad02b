/** The name of the tag in index.html that lists the settled worlds beside the page: `key file, key file`. The build writes it. */
const TAG = "settled-worlds";

/** The first two bytes of a file that is compressed with gzip. */
const GZIP = [0x1f, 0x8b];

/**
 * Fetches a settled world that was built with the page.
 *
 * @returns undefined if the page has none with this key, or if it cannot be fetched
 */
export async function fetchShippedWorld(key: string): Promise<Uint8Array | undefined> {
  try {
    const file = fileOf(key);
    if (file === undefined) return undefined;
    const response = await fetch(new URL(file, document.baseURI));
    if (!response.ok) return undefined;
    const bytes = new Uint8Array(await response.arrayBuffer());
    // A host that knows the file as compressed lets the browser decompress it.
    return GZIP.every((byte, at) => bytes[at] === byte) ? await decompress(bytes) : bytes;
  } catch {
    return undefined; // the engine makes the world instead
  }
}

function fileOf(key: string): string | undefined {
  const list = document.querySelector<HTMLMetaElement>(`meta[name="${TAG}"]`)?.content ?? "";
  for (const entry of list.split(",")) {
    const [known, file] = entry.trim().split(" ");
    if (known === key) return file;
  }
  return undefined;
}

async function decompress(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
