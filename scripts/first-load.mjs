import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Workers that the page starts before it has drawn its first frame. It fetches all other scripts when it is idle or needs them. */
const atOnce = ["engine.worker", "layout.worker"];

/**
 * How much script the built page loads before it is idle.
 *
 * @param {string} page its folder
 * @returns {{ bytes: number, text: string }} bytes after gzip, and one line to print
 */
export function firstLoad(page) {
  const html = readFileSync(join(page, "index.html"), "utf8");
  const assets = readdirSync(join(page, "assets")).filter((name) => name.endsWith(".js"));
  const sizes = assets.map((name) => ({
    name: name.replace(/-[\w-]{8}\.js$/, ""),
    bytes: gzipSync(readFileSync(join(page, "assets", name)), { level: 9 }).length,
    isFirst: html.includes(name) || atOnce.some((worker) => name.startsWith(`${worker}-`)),
  }));
  const first = sizes.filter(({ isFirst }) => isFirst);
  const later = sizes.filter(({ isFirst }) => !isFirst);
  const bytes = first.reduce((sum, one) => sum + one.bytes, 0);
  return { bytes, text: `scripts of the first load, gzip: ${inKib(bytes)} (${listed(first)}); later: ${listed(later) || "none"}` };
}

/** @param {{ name: string, bytes: number }[]} sizes */
function listed(sizes) {
  return sizes.map(({ name, bytes }) => `${name} ${inKib(bytes)}`).join(", ");
}

/** @param {number} bytes */
function inKib(bytes) {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
