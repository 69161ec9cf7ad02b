import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { Rolldown } from "vite";
import { inject } from "vitest";
import { contentTypes } from "../../scripts/page-server.mjs";
import { prepareAddress } from "./run-on-show.ts";

/** A page of the project, open in Chromium. */
export interface OpenPage {
  readonly page: Page;
  /** where it is served */
  readonly url: string;
  /** errors so far: exceptions of the page and error messages in its console */
  readonly errors: readonly string[];
  /** closes the page and its server; Chromium stays for other pages */
  close(): Promise<void>;
}

/** Contents by path, `/` for the page itself. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

let browser: Promise<Browser> | undefined;

/** Disconnects from Chromium, which runs until the last test file has finished. */
export async function disconnect(): Promise<void> {
  const running = browser;
  browser = undefined;
  await (await running)?.close();
}

/**
 * Bundles an entry of the project as for a release, serves it on a loopback port and opens it in Chromium.
 *
 * @param entry path from the root of the project, of an HTML page or of a TypeScript file, which gets an empty page
 * @throws Error if Chromium is missing or the entry cannot be bundled
 */
export async function openEntry(entry: string): Promise<OpenPage> {
  return openFiles(await bundle(entry), "/");
}

/**
 * Serves files on a loopback port and opens their page in Chromium with a separate profile.
 *
 * @param under where they are served; ends with a slash
 * @param options of Playwright: size of the window, color scheme ...
 * @param opening what the address has after `#`, with it, and what happens before the page loads
 */
export async function openFiles(
  files: Files,
  under: string,
  options: BrowserContextOptions = {},
  { address = "", prepare }: { address?: string | undefined; prepare?: ((page: Page) => Promise<void>) | undefined } = {},
): Promise<OpenPage> {
  const server = await serve(files, under);
  const errors: string[] = [];
  browser ??= connect();
  const context = await (await browser).newContext(options);
  // Milliseconds. A machine that is busy with other tests is slow, not wrong.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} ${message.location().url}`);
  });
  await prepareAddress(page);
  await prepare?.(page);
  await page.goto(server.url + address);
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= context.close().then(server.close);
    return closed;
  };
  return { page, url: server.url, errors, close };
}

async function connect(): Promise<Browser> {
  const endpoint = inject("chromium");
  if (endpoint === undefined)
    throw new Error("no Chromium to test in: `npm test` installs one, or set CHROMIUM_PATH to the program");
  return chromium.connect(endpoint);
}

async function bundle(entry: string): Promise<Files> {
  const { build } = await import("vite");
  const result = await build({
    configFile: false,
    logLevel: "error",
    worker: { format: "es" },
    build: { write: false, rolldownOptions: { input: entry } },
  });
  const { output } = result as Rolldown.RolldownOutput;
  const files = new Map(output.map((file) => [`/${file.fileName}`, file.type === "chunk" ? file.code : file.source]));
  const script = output.find((file) => file.type === "chunk" && file.isEntry)?.fileName;
  const page = entry.endsWith(".html") ? files.get(`/${entry}`) : emptyPage(basename(entry), script);
  return files.set("/", page ?? "");
}

function emptyPage(title: string, script: string | undefined): string {
  const head = `<meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title>`;
  return `<!doctype html><html lang="en"><head>${head}</head><body><script type="module" src="/${script}"></script></body></html>`;
}

async function serve(files: Files, under: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const content = path.startsWith(under) ? files.get(path.slice(under.length - 1)) : undefined;
    const ending = (path.endsWith("/") ? ".html" : extname(path)) as keyof typeof contentTypes;
    response.writeHead(content === undefined ? 404 : 200, { "content-type": contentTypes[ending] ?? "application/octet-stream" });
    response.end(content);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}${under}`, close };
}
