// Serves the built page on this machine: node scripts/serve.mjs [--port <n>]
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createPageServer } from "./page-server.mjs";

const FIRST_PORT = 4173;
/** So many ports are tried where none was asked for. */
const TRIED = 50;

const page = fileURLToPath(new URL("../dist/page", import.meta.url));

try {
  await serve(readPort());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @returns {number | undefined} undefined where none is asked for */
function readPort() {
  const { port } = parseArgs({ options: { port: { type: "string" } } }).values;
  if (port === undefined) return undefined;
  if (/^\d{1,5}$/.test(port) && Number(port) < 65536) return Number(port);
  throw new Error(`--port must be a whole number, 0 to 65535 (0 takes any that is free), got ${JSON.stringify(port)}`);
}

/** @param {number | undefined} wanted */
async function serve(wanted) {
  if (!existsSync(join(page, "index.html")))
    throw new Error("There is no built page in dist/page: `npm ci` installs what builds it, and `npm start` builds it.");
  const server = createPageServer(page);
  const port = await listen(server, wanted);
  console.log(`Weak Ties is at http://localhost:${port}/\nCtrl-C ends it.`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
}

/**
 * Listens for this machine only: on the port that is wanted, else on the first that is free.
 *
 * @param {import("node:http").Server} server
 * @param {number | undefined} wanted
 */
async function listen(server, wanted) {
  const first = wanted ?? FIRST_PORT;
  const last = wanted ?? FIRST_PORT + TRIED - 1;
  for (let port = first; port <= last; port++) {
    const code = await tryPort(server, port);
    if (code === undefined) return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
    if (code !== "EADDRINUSE") throw new Error(`port ${port} cannot be used: ${code}`);
  }
  throw new Error(
    wanted === undefined ? `ports ${first} to ${last} are all taken; --port names another` : `port ${wanted} is taken`,
  );
}

/**
 * @param {import("node:http").Server} server
 * @param {number} port
 * @returns {Promise<string | undefined>} why it cannot be used
 */
function tryPort(server, port) {
  return new Promise((resolve) => {
    /** @param {NodeJS.ErrnoException} error */
    const refused = (error) => resolve(error.code ?? error.message);
    server.once("error", refused);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", refused);
      resolve(undefined);
    });
  });
}
