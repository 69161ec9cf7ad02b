import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PlainValue } from "../../../sim/index.ts";
import { createLiveSettings } from "../../../viz/state/live-settings.ts";
import type { Table } from "../../../viz/state/settings.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function settingsWith(send: (name: string, value: PlainValue) => Promise<unknown>) {
  const reported = signal<Table>({ noise: 0.1, gossip: true });
  return { reported, settings: createLiveSettings(() => reported.value, send) };
}

test("a slider shows the value that the reader set until the engine reports it", async () => {
  const sent: unknown[] = [];
  const { reported, settings } = settingsWith(async (...change) => sent.push(change));
  settings.set("noise", 0.4);
  expect(settings.values.value).toEqual({ noise: 0.4, gossip: true });
  expect(sent).toEqual([["noise", 0.4]]);
  await vi.advanceTimersByTimeAsync(100);
  expect(settings.values.value.noise).toBe(0.4);
  reported.value = { noise: 0.4, gossip: true };
  await vi.advanceTimersByTimeAsync(1000);
  expect(settings.values.value).toEqual({ noise: 0.4, gossip: true });
});

test("a value that the engine refused returns to the one in force", async () => {
  const { settings } = settingsWith(async () => undefined);
  settings.set("noise", 7);
  expect(settings.values.value.noise).toBe(7);
  await vi.advanceTimersByTimeAsync(1000);
  expect(settings.values.value.noise).toBe(0.1);
});

test("of a fast drag the last value stays, though answers to earlier ones arrive", async () => {
  const { reported, settings } = settingsWith(async () => undefined);
  settings.set("noise", 0.2);
  await vi.advanceTimersByTimeAsync(200);
  settings.set("noise", 0.3);
  await vi.advanceTimersByTimeAsync(150);
  reported.value = { noise: 0.2, gossip: true };
  expect(settings.values.value.noise).toBe(0.3);
});

test("two parameters on their way do not disturb each other", async () => {
  const { settings } = settingsWith(async () => undefined);
  settings.set("noise", 0.2);
  settings.set("gossip", false);
  expect(settings.values.value).toEqual({ noise: 0.2, gossip: false });
});

test("the table is the same object as long as no value changes", () => {
  const { reported, settings } = settingsWith(async () => undefined);
  const before = settings.values.value;
  reported.value = { ...reported.value };
  expect(settings.values.value).toBe(before);
  reported.value = { ...reported.value, noise: 0.5 };
  expect(settings.values.value).not.toBe(before);
});

test("what was on its way to a run that has ended is forgotten", () => {
  const { settings } = settingsWith(async () => undefined);
  settings.set("noise", 0.9);
  settings.clear();
  expect(settings.values.value.noise).toBe(0.1);
});
