import type { Page } from "playwright-core";
import type { EngineCommands } from "../../workers/messages.ts";

declare global {
  /** the workers of the page, by the part of their file names before `.worker`; the engine of the unchanged world is `second engine` */
  var workersOfPage: Record<string, Worker> | undefined;
}

/** Before a page loads: lets a test ask its workers, too. Their answers are about the run that the page shows. */
export async function watchWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.workersOfPage = {};
    const workers = globalThis.workersOfPage;
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        const name = /([\w-]+)\.worker/.exec(String(url))?.[1] ?? "";
        workers[name in workers ? `second ${name}` : name] = this;
      }
    };
  });
}

/** Loads a page again, with its first run, so that a test can ask its workers, too. */
export async function loadWithWorkers(page: Page): Promise<void> {
  await watchWorkers(page);
  // Its address names the run on show, and this is to be a new one.
  const address = page.url().replace(/#.*$/s, "");
  await page.goto("about:blank");
  await page.goto(address);
  await page.getByRole("button", { name: "Pause" }).waitFor();
}

/** Sends a command to the engine of a page, as Comlink does. */
export function askEngine<C extends keyof EngineCommands>(
  page: Page,
  command: C,
  ...given: Parameters<EngineCommands[C]>
): Promise<ReturnType<EngineCommands[C]>> {
  return ask(page, "engine", command, given);
}

/** Sends a command to the engine of the unchanged world. */
export function askSecondEngine<C extends keyof EngineCommands>(
  page: Page,
  command: C,
  ...given: Parameters<EngineCommands[C]>
): Promise<ReturnType<EngineCommands[C]>> {
  return ask(page, "second engine", command, given);
}

function ask<C extends keyof EngineCommands>(
  page: Page,
  engine: string,
  command: C,
  given: Parameters<EngineCommands[C]>,
): Promise<ReturnType<EngineCommands[C]>> {
  return page.evaluate(
    ([of, name, values]) =>
      new Promise((resolve) => {
        const worker = globalThis.workersOfPage?.[of] as Worker;
        const id = `asked by a test ${performance.now()}`;
        worker.addEventListener("message", function answered({ data }) {
          if (data.id !== id) return;
          worker.removeEventListener("message", answered);
          // A record holds the settled world, which is large.
          if (name === "record") delete data.value.start.world;
          resolve(data.value);
        });
        worker.postMessage({ id, type: "APPLY", path: [name], argumentList: values.map((value) => ({ type: "RAW", value })) });
      }),
    [engine, command as string, given as unknown[]] as const,
  ) as Promise<ReturnType<EngineCommands[C]>>;
}
