import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstLoad } from "../scripts/first-load.mjs";
import { CONTENT_POLICY, createPageServer } from "../scripts/page-server.mjs";

const folder = mkdtempSync(join(tmpdir(), "weakties-server-"));
const page = join(folder, "page");

let server: Server;
let port: number;

beforeAll(async () => {
  mkdirSync(join(page, "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(page, "index.html"), "<!doctype html>page");
  writeFileSync(join(page, "assets/a.js"), "1");
  writeFileSync(join(page, "assets/a.css"), "a{}");
  writeFileSync(join(page, "two words.txt"), "words");
  mkdirSync(join(folder, "page-2"));
  writeFileSync(join(folder, "page-2/secret.txt"), "secret");
  symlinkSync("../secret.txt", join(page, "link.txt"));
  server = createPageServer(page);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends a request over a plain socket, so that no client normalizes its path. */
function ask(path: string, method = "GET", host = `localhost:${port}`): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`),
    );
    socket.setEncoding("utf8").on("data", (part) => {
      text += part;
    });
    socket.on("error", reject).on("end", () => resolve({ status: Number(text.split(" ")[1]), text }));
  });
}

describe("the server of the page", () => {
  test.each([
    ["/", "text/html; charset=utf-8"],
    ["/index.html?x=1", "text/html; charset=utf-8"],
    ["/assets/a.js", "text/javascript; charset=utf-8"],
    ["/assets/a.css", "text/css; charset=utf-8"],
    ["/two%20words.txt", "application/octet-stream"],
  ])("%s is %s", async (path, type) => {
    const { status, text } = await ask(path);
    expect(status).toBe(200);
    expect(text).toContain(`content-type: ${type}\r\n`);
  });

  test.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/../../secret.txt",
    "/..%5csecret.txt",
    "/..%2fpage-2%2fsecret.txt",
    "//secret.txt",
    "/link.txt",
    "/assets",
    "/assets/",
    "/nothing.js",
  ])("%s is not found", async (path) => {
    const { status, text } = await ask(path);
    expect(status).toBe(404);
    expect(text).not.toContain("secret\n");
  });

  test.each(["/%", "/%00", "/a%00.txt"])("%s is a bad request", async (path) => {
    expect((await ask(path)).status).toBe(400);
  });

  test("answers only requests for its own host and port", async () => {
    for (const host of [`127.0.0.1:${port}`, `[::1]:${port}`, `localhost:${port}`])
      expect((await ask("/", "GET", host)).status).toBe(200);
    for (const host of [
      "localhost",
      `localhost:${port + 1}`,
      `evil.example:${port}`,
      `localhost.evil.example:${port}`,
      `x@localhost:${port}`,
    ])
      expect((await ask("/", "GET", host)).status, host).not.toBe(200);
  });

  test("declares the same content policy as the page", async () => {
    const { text } = await ask("/");
    expect(text).toContain(`content-security-policy: ${CONTENT_POLICY}\r\n`);
    const ofPage = /Content-Security-Policy" content="([^"]*)"/.exec(readFileSync("index.html", "utf8"))?.[1];
    expect(`${ofPage}; frame-ancestors 'none'`).toBe(CONTENT_POLICY); // a page cannot declare frame-ancestors
  });

  test("only GET and HEAD are allowed, and HEAD has no body", async () => {
    expect((await ask("/", "POST")).status).toBe(405);
    expect((await ask("/", "DELETE")).status).toBe(405);
    expect((await ask("/", "HEAD")).text).toMatch(/^HTTP\/1.1 200[\s\S]*\r\n\r\n$/);
  });
});

describe("npm start's server", () => {
  const start = (...args: string[]) => {
    const child = spawn(process.execPath, ["scripts/serve.mjs", ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    const ended = new Promise<number | null>((done) => child.on("close", done));
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => {
        printed += text;
      });
    const address = () => /http:\/\/localhost:(\d+)\//.exec(printed)?.[1];
    return { child, ended, address, printed: () => printed };
  };

  test("prints the address and how to stop, serves the page, and ends at Ctrl-C", async () => {
    const { child, ended, address, printed } = start("--port", "0");
    await expect.poll(address, { timeout: 60_000 }).toBeDefined();
    expect(printed()).toMatch(/Ctrl-C/);
    const response = await fetch(`http://localhost:${address()}/`);
    expect(await response.text()).toContain("<title>Weak Ties</title>");
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });

  test("takes the next free port, but only the given one with --port", async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(4173, "127.0.0.1", done).once("error", () => done()));
    const { child, ended, address } = start();
    await expect.poll(address, { timeout: 60_000 }).toBeDefined();
    expect(Number(address())).toBeGreaterThan(4173);
    const asked = start("--port", String(address()));
    expect(await asked.ended).toBe(1);
    expect(asked.printed()).toBe(`port ${address()} is in use; choose another with --port\n`);
    child.kill("SIGINT");
    await ended;
    taken.close();
  });

  test.each(["x", "-1", "65536", ""])("--port %j is refused with the rule", async (port) => {
    const { ended, printed } = start(`--port=${port}`);
    expect(await ended).toBe(1);
    expect(printed()).toContain("--port must be a whole number from 0 to 65,535");
  });
});

test("the scripts of the first load are at most 120 KiB after gzip", () => {
  const { bytes, text } = firstLoad("dist/page");
  expect(text).toMatch(/index [\d.]+ KiB/);
  expect(text).toMatch(/first load[^;]*engine\.worker[^;]*layout\.worker/);
  expect(bytes).toBeLessThanOrEqual(120 * 1024);
});
