import { createReadStream, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { pipeline } from "node:stream";

/** By file name extension. */
export const contentTypes = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/**
 * What the page may load: its own files. Styles in attributes are set by its scripts, and exports are blobs. Vite inlines small files
 * as data. The engine compiles WebAssembly, but no script is evaluated from text. The page declares the same in index.html, for other hosts.
 */
export const CONTENT_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Names under which a person opens the page. Another one means that a foreign site has pointed its name at this computer. */
const ownNames = ["localhost", "127.0.0.1", "[::1]"];

/**
 * @param {string | undefined} host as in a request
 * @param {number | undefined} port
 */
function isOwnHost(host, port) {
  return ownNames.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}

/**
 * Serves the files of a folder, read-only, and nothing outside it.
 *
 * Not sirv or `vite preview`: both follow symbolic links out of the folder, and neither answers other methods with 405 or a
 * malformed path with 400.
 *
 * @param {string} folder
 * @returns {import("node:http").Server} not yet listening
 */
export function createPageServer(folder) {
  const root = realpathSync(folder);
  return createServer((request, response) => {
    const { method } = request;
    if (!isOwnHost(request.headers.host, request.socket.localPort)) return answer(response, 421);
    if (method !== "GET" && method !== "HEAD") return answer(response, 405, { allow: "GET, HEAD" });
    const path = pathOf(request.url ?? "/");
    if (path === undefined) return answer(response, 400);
    const file = fileOf(root, path.endsWith("/") ? `${path}index.html` : path);
    if (file === undefined) return answer(response, 404);
    response.writeHead(200, {
      "content-type": contentTypes[/** @type {keyof typeof contentTypes} */ (extname(file.path))] ?? "application/octet-stream",
      "content-length": file.size,
      "x-content-type-options": "nosniff",
      "content-security-policy": CONTENT_POLICY,
      "referrer-policy": "no-referrer",
      // File names in assets contain a hash of the content, so these files never change; the page that names them does.
      "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    });
    if (method === "HEAD") response.end();
    // A client that disconnects early is not an error.
    else pipeline(createReadStream(file.path), response, () => {});
  });
}

/**
 * @param {string} url as in a request
 * @returns {string | undefined} the decoded path; undefined if the URL is malformed
 */
function pathOf(url) {
  try {
    const path = decodeURIComponent(new URL(`http://localhost${url}`).pathname);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

/**
 * Finds a file below the root. Neither `..` nor a symbolic link leads out of it.
 *
 * @param {string} root
 * @param {string} path
 */
function fileOf(root, path) {
  try {
    const real = realpathSync(join(root, path));
    const stats = statSync(real);
    return real.startsWith(root + sep) && stats.isFile() ? { path: real, size: stats.size } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {Record<string, string>} headers
 */
function answer(response, status, headers = {}) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers });
  response.end(`${response.statusMessage}\n`);
}
