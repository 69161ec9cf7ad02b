// Serves the built page on this computer: node scripts/serve.mjs [--port <n>]
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createPageServer } from "./page-server.mjs";

const FIRST_PORT = 4173;
/** Ports tried if --port is not given. */
const PORTS_TRIED = 50;

const page = fileURLToPath(new URL("../dist/page", import.meta.url));

try {
  await serve(readPort());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @returns {number | undefined} undefined if --port is not given */
function readPort() {
  const { port } = parseArgs({ options: { port: { type: "string" } } }).values;
  if (port === undefined) return undefined;
  if (/^\d{1,5}$/.test(port) && Number(port) < 65536) return Number(port);
  throw new Error(`--port must be a whole number from 0 to 65,535 (0 picks a free port), got ${JSON.stringify(port)}`);
}

/** @param {number | undefined} wanted */
async function serve(wanted) {
  if (!existsSync(join(page, "index.html"))) throw new Error("dist/page holds no built page: run `npm ci`, then `npm start`.");
  const server = createPageServer(page);
  const port = await listen(server, wanted);
  console.log(`Weak Ties runs at http://localhost:${port}/\nPress Ctrl-C to stop.`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
}

/**
 * Listens on the loopback address only: on the wanted port, or on the first free one.
 *
 * @param {import("node:http").Server} server
 * @param {number | undefined} wanted
 */
async function listen(server, wanted) {
  const first = wanted ?? FIRST_PORT;
  const last = wanted ?? FIRST_PORT + PORTS_TRIED - 1;
  for (let port = first; port <= last; port++) {
    const code = await tryPort(server, port);
    if (code === undefined) return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
    if (code !== "EADDRINUSE") throw new Error(`port ${port} cannot be used: ${code}`);
  }
  throw new Error(
    wanted === undefined
      ? `ports ${first} to ${last} are all in use; choose another with --port`
      : `port ${wanted} is in use; choose another with --port`,
  );
}

/**
 * @param {import("node:http").Server} server
 * @param {number} port
 * @returns {Promise<string | undefined>} the error code if the port cannot be used
 */
function tryPort(server, port) {
  return new Promise((resolve) => {
    /** @param {NodeJS.ErrnoException} error */
    const refuse = (error) => resolve(error.code ?? error.message);
    server.once("error", refuse);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", refuse);
      resolve(undefined);
    });
  });
}
