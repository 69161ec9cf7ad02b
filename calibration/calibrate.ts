import { availableParallelism } from "node:os";
import { CALIBRATION, calibrate } from "./calibration.ts";
import { calibrationReport } from "./calibration-report.ts";
import { runInThreads } from "./run-in-threads.ts";
import { STATIONARITY, stationarity } from "./stationarity.ts";
import { stationarityReport } from "./stationarity-report.ts";

/**
 * Computes the tables of docs/calibration.md: `npm run calibrate` for both parts, `npm run calibrate layers` or
 * `npm run calibrate stationarity` for one. Tables go to standard output. On a terminal, progress goes to standard error.
 */
const parts: Record<string, () => Promise<string>> = {
  layers: async () => calibrationReport(await calibrate(CALIBRATION, run)),
  stationarity: async () => stationarityReport(await stationarity(STATIONARITY, run), STATIONARITY),
};
const run = runInThreads(availableParallelism(), showProgress);
const requested = process.argv.slice(2);
const unknown = requested.filter((name) => !Object.hasOwn(parts, name));

if (unknown.length > 0) {
  console.error(`unknown part: ${unknown.join(", ")}; the parts are ${Object.keys(parts).join(", ")}`);
  process.exitCode = 2;
} else {
  for (const [name, compute] of Object.entries(parts))
    if (requested.length === 0 || requested.includes(name)) console.log(`${await compute()}\n`);
}

function showProgress(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(done === of ? "\r\u001b[K" : `\r${done} of ${of} runs`);
}
