import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type DurableFile, openDurableFile } from "../../../batch/experiment/log/durable-file.ts";
import { decodeEntry, encodeEntry, type LogEntry } from "../../../batch/experiment/log/log-entry.ts";
import { LogReader, scanLog } from "../../../batch/experiment/log/log-reader.ts";
import { LogWriter } from "../../../batch/experiment/log/log-writer.ts";

const folder = mkdtempSync(join(tmpdir(), "weakties-log-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entry = (replicate: number): LogEntry => ({
  id: replicate.toString(16).padStart(16, "0"),
  means: "0123456789abcdef",
  arm: "base",
  point: { gossip: true, follow_up_interval: "never" },
  replicate,
  seed: `tiny-${replicate}`,
  values: { trust: 3.0000000000000004, conversion: null },
  state_hash: "fedcba9876543210",
  seconds: 0.25,
  at: "2026-01-02T03:04:05.678Z",
  host: "here",
});

/** A log file in memory. It runs a given function before each write and records all calls. */
function fileInMemory(before: (call: number) => void = () => {}) {
  let bytes = new Uint8Array(0);
  const asked: string[] = [];
  let calls = 0;
  const file: DurableFile = {
    async write(block, at) {
      asked.push("write");
      const longer = new Uint8Array(Math.max(bytes.length, at + block.length));
      longer.set(bytes);
      try {
        before(++calls);
      } catch (error) {
        // A full disk takes the first half.
        longer.set(block.subarray(0, block.length >> 1), at);
        bytes = longer.slice(0, at + (block.length >> 1));
        throw error;
      }
      longer.set(block, at);
      bytes = longer;
    },
    async flush() {
      asked.push("flush");
    },
    async truncate(length) {
      asked.push("truncate");
      bytes = bytes.slice(0, length);
    },
    async close() {
      asked.push("close");
    },
  };
  return { file, asked, text: () => Buffer.from(bytes).toString("utf8") };
}

const full = () => {
  throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
};

describe("a line of the log", () => {
  test("reads back exactly, numbers to the last bit", () => {
    expect(decodeEntry(encodeEntry(entry(7)).trimEnd())).toEqual(entry(7));
  });

  test("is valid JSON", () => {
    expect(JSON.parse(encodeEntry(entry(7)))).toMatchObject({ replicate: 7, state_hash: "fedcba9876543210" });
  });

  test("is rejected if any character is changed or missing", () => {
    const line = encodeEntry(entry(7)).trimEnd();
    for (let at = 0; at < line.length; at++) {
      expect(decodeEntry(line.slice(0, at))).toBeUndefined();
      expect(decodeEntry(`${line.slice(0, at)}${line[at] === "x" ? "y" : "x"}${line.slice(at + 1)}`)).toBeUndefined();
    }
  });
});

describe("an entry", () => {
  test("counts only after it has been flushed", async () => {
    const { file, asked } = fileInMemory();
    const log = new LogWriter(file, 0);
    await log.append(entry(1));
    expect(asked).toEqual(["write", "flush"]);
  });

  test("waits during a flush, and is then flushed together with all that wait", async () => {
    const { file, asked, text } = fileInMemory();
    const log = new LogWriter(file, 0);
    const places = await Promise.all([1, 2, 3].map((replicate) => log.append(entry(replicate))));
    expect(asked).toEqual(["write", "flush"]);
    const one = encodeEntry(entry(1)).length;
    expect(places).toEqual([0, 1, 2].map((at) => ({ offset: at * one, length: one - 1 })));
    expect(text()).toBe([1, 2, 3].map((replicate) => encodeEntry(entry(replicate))).join(""));
  });

  test("that a full disk cut in half is removed; older entries stay, and no more are accepted", async () => {
    const { file, text } = fileInMemory((call) => call === 2 && full());
    const log = new LogWriter(file, 0);
    await log.append(entry(1));
    await expect(log.append(entry(2))).rejects.toThrow("log.jsonl: no space left on the device");
    expect(text()).toBe(encodeEntry(entry(1)));
    await expect(log.append(entry(3))).rejects.toThrow("no space left");
    expect(text()).toBe(encodeEntry(entry(1)));
  });
});

describe("reading a log", () => {
  const path = join(folder, "log.jsonl");
  const lines = [1, 2, 3].map((replicate) => encodeEntry(entry(replicate)));

  test("gives the position of each line, from which it can be read again", () => {
    writeFileSync(path, lines.join(""));
    const read = [...scanLog(path)];
    expect(read.map((line) => line.entry?.replicate)).toEqual([1, 2, 3]);
    const reader = new LogReader(path);
    expect(read.map((line) => reader.read(line).replicate)).toEqual([1, 2, 3]);
    reader.close();
  });

  test("finds nothing if there is no file", () => {
    expect([...scanLog(join(folder, "none"))]).toEqual([]);
  });

  test.each([1, 10, 200])("ends before a last line that lacks %i characters", (missing) => {
    writeFileSync(path, lines.join("").slice(0, -missing));
    expect([...scanLog(path)].map(({ ended, entry: one }) => [ended, one?.replicate])).toEqual([
      [true, 1],
      [true, 2],
      [false, undefined],
    ]);
  });

  test("skips a damaged line and reads the next", () => {
    writeFileSync(path, `${lines[0]}${lines[1].replace("tiny-2", "\0\0\0\0\0\0")}${lines[2]}`);
    expect([...scanLog(path)].map((line) => line.entry?.replicate)).toEqual([1, undefined, 3]);
  });

  test("handles lines that are longer than the read buffer", () => {
    const rows = Array.from({ length: 100_000 }, (_, tick) => [tick, tick / 7]);
    const long: LogEntry = { ...entry(1), series: { every: 1, measures: ["weak_ties"], rows } };
    writeFileSync(path, encodeEntry(long) + lines[1]);
    expect([...scanLog(path)].map((line) => line.entry)).toEqual([long, entry(2)]);
  });

  test("finds nothing of a torn line after the log has been continued", async () => {
    writeFileSync(path, lines[0]);
    appendFileSync(path, lines[1].slice(0, 60));
    const file = await openDurableFile(path);
    await file.truncate(lines[0].length);
    const log = new LogWriter(file, lines[0].length);
    await log.append(entry(3));
    await log.close();
    expect(readFileSync(path, "utf8")).toBe(lines[0] + lines[2]);
  });
});
