/** The list of kept builds, at the root of the site. `scripts/keep-build.mjs` writes it. */
const LIST = "versions.json";

/** The most characters of the list that are read. */
const MOST = 100_000;

/**
 * The address of the build of a version that the site keeps.
 *
 * @returns undefined if it keeps none, if this is that build, or if the list cannot be read
 */
export async function addressOfVersion(version: string): Promise<string | undefined> {
  try {
    const root = siteRoot(document.baseURI);
    const response = await fetch(new URL(LIST, root));
    const text = response.ok ? await response.text() : "";
    const address = new URL(`v/${version}/`, root).href;
    return isListed(text, version) && address !== new URL("./", document.baseURI).href ? address : undefined;
  } catch {
    return undefined;
  }
}

/** The root of the site that a page belongs to: the page itself, or what is above `v/VERSION/`. */
export function siteRoot(address: string): string {
  return new URL("./", address).href.replace(/\/v\/\d+\.\d+\.\d+[\w.-]*\/$/, "/");
}

/** Whether a list of kept builds names a version. */
export function isListed(text: string, version: string): boolean {
  if (text.length > MOST) return false;
  try {
    const { versions }: { versions?: unknown } = Object(JSON.parse(text));
    return Array.isArray(versions) && versions.includes(version);
  } catch {
    return false;
  }
}
