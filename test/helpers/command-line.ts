import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvParseRows } from "d3-dsv";
import { afterAll } from "vitest";
import { type Outcome, program, runCommand } from "./run-command.ts";

/** A folder in which the built command runs, as a user would run it. It is removed after the tests of the file. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), "weakties-batch-"));

  constructor() {
    afterAll(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, text: string | Uint8Array): string {
    writeFileSync(this.path(name), text);
    return name;
  }

  read(name: string): string {
    return readFileSync(this.path(name), "utf8");
  }

  /** Rows of cells, including the header. */
  table(name: string): string[][] {
    return csvParseRows(this.read(name));
  }

  /** Records keyed by column name. */
  records(name: string): Record<string, string>[] {
    const [header, ...rows] = this.table(name);
    return rows.map((row) => Object.fromEntries(row.map((cell, column) => [header[column], cell])));
  }

  /** Every file and folder, hidden or not, by path, with the sizes of files. */
  listing(): string[] {
    return readdirSync(this.folder, { recursive: true, encoding: "utf8" })
      .map((path) => `${path} ${statSync(this.path(path)).isFile() ? statSync(this.path(path)).size : "folder"}`)
      .sort();
  }

  /** Runs `weakties` with these arguments in this process. */
  weakties(...args: string[]): Promise<Outcome> {
    return runCommand(args, this.folder);
  }

  /** Like `weakties`, but any failure fails the test. */
  async succeed(...args: string[]): Promise<Outcome> {
    const outcome = await this.weakties(...args);
    if (outcome.code !== 0) throw new Error(`weakties ${args.join(" ")}: exit code ${outcome.code}\n${outcome.stderr}`);
    return outcome;
  }

  /** Runs `weakties` in a separate process, with environment variables. */
  weaktiesWith(environment: Record<string, string>, ...args: string[]): Outcome {
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...args], {
      cwd: this.folder,
      env: { ...process.env, ...environment },
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (error) throw error;
    return { code: status, stdout, stderr };
  }

  /** Starts `weakties` in a separate process and returns without waiting. */
  start(...args: string[]) {
    const child = spawn(process.execPath, [program, ...args], { cwd: this.folder, stdio: ["ignore", "pipe", "pipe"] });
    const printed = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => {
      printed.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      printed.stderr += text;
    });
    const ended = new Promise<Outcome>((done) => child.on("close", (code) => done({ code, ...printed })));
    return { child, ended };
  }

  /** Waits until a run has started to write a temporary file for a folder; returns the path of that file. */
  async whenWriting(folder: string, file: string): Promise<string> {
    for (;;) {
      const names = existsSync(this.path(folder)) ? readdirSync(this.path(folder)) : [];
      const written = names.filter((name) => name.startsWith(".")).map((name) => join(folder, name, file));
      const found = written.find((path) => statSync(this.path(path), { throwIfNoEntry: false })?.size);
      if (found !== undefined) return found;
      await new Promise((wait) => setTimeout(wait, 20));
    }
  }
}
