// Runs two worlds from one seed, with and without gossip, and compares them once a year.
// Needs weakties installed in this folder or above it. Run it with: node library.mjs
import { createRun, runSeries, stateHash } from "weakties";

const YEAR = 52;
const YEARS = 3;

/** Mean trust share at the end of each year, and the state hash at the end of the run. */
function runWorld(gossip) {
  const run = createRun({ parameters: { gossip }, seed: 1973, every: YEAR });
  const [, ...years] = runSeries(run, YEARS * YEAR); // the first row is the start
  return { byYear: years.map((row) => row.mean_trust_share), hash: stateHash(run) };
}

const withGossip = runWorld("on");
const without = runWorld("off");

console.log("year  trust with gossip  without");
for (let year = 1; year <= YEARS; year++) {
  const [a, b] = [withGossip.byYear[year - 1], without.byYear[year - 1]];
  console.log(`${String(year).padStart(4)}  ${a.toFixed(4).padStart(17)}  ${b.toFixed(4).padStart(7)}`);
}
console.log(`state hashes ${withGossip.hash} and ${without.hash}`);
