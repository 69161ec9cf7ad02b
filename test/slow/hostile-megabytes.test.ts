import { beforeAll, describe, expect, test } from "vitest";
import { kindOfFile } from "../../formats/kind-of-file.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { answer, hostileFormats, hostileTextsOf } from "../helpers/hostile/hostile-texts.ts";

const MEGABYTE = 1_000_000;

/**
 * How many times the CPU time of an ordinary megabyte a hostile one may take. An ordinary one takes a third of a second on a quiet
 * machine, so this is two seconds there, and any machine can check it: time alone would say more about the machine and its other work
 * than about the reader. The longest takes four times as long, because it declares a million people who all need memory. A reader
 * that is quadratic in some part of a text takes minutes.
 */
const MOST = 6;

/** Seconds of CPU time. */
function cpuTimeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** A megabyte of ties with weights, as researchers have them. */
function readOrdinary(): void {
  const lines = ["from,to,weight"];
  for (let length = 0, k = 0; length < MEGABYTE; k++) {
    const line = `person ${k % 20_000},person ${(k * 7919) % 20_000},${1 + (k % 9)}`;
    length += line.length + 1;
    lines.push(line);
  }
  const text = lines.join("\n");
  kindOfFile(text);
  readNetwork(text, { file: "x", seed: "1" });
}

let ordinary = 0;

beforeAll(() => {
  readOrdinary(); // compiles
  ordinary = cpuTimeOf(readOrdinary);
});

describe.each(hostileFormats)("a megabyte that is hard for the reader: %s", (format) => {
  test.each(hostileTextsOf(format))("%s", (_what, hostile) => {
    const text = hostile.make(MEGABYTE);
    let time = cpuTimeOf(() => answer(hostile, text));
    // Another program may have taken the caches of the processor in the meantime, from either.
    for (let retry = 0; retry < 2 && time > MOST * ordinary; retry++) {
      ordinary = Math.max(ordinary, cpuTimeOf(readOrdinary));
      time = Math.min(
        time,
        cpuTimeOf(() => answer(hostile, text)),
      );
    }
    expect(time / ordinary).toBeLessThan(MOST);
  });
});

test("none of them took more than two gigabytes of memory", () => {
  expect(process.resourceUsage().maxRSS).toBeLessThan(2_000_000); // kilobytes
});
