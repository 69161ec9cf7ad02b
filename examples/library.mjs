// Runs two worlds from one seed, with and without gossip, and compares them once a year.
// Needs weakties installed in this folder or above it. Run it with: node library.mjs
import { advance, createCollector, createRun, defaultParameters, networkMeasures, stateHash } from "weakties";

const YEAR = 52;
const YEARS = 3;
const isMeasured = (tick) => tick % YEAR === 0;
const trust = networkMeasures.findIndex(({ name }) => name === "mean_trust_share");

/** Mean trust share at the end of each year, and the state hash at the end of the run. */
function runWorld(settings) {
  const run = createRun({ parameters: { ...defaultParameters, ...settings }, seed: "1973" });
  const collector = createCollector(run.population, isMeasured);
  collector.collect();
  const byYear = [];
  for (let tick = 1; tick <= YEARS * YEAR; tick++) {
    advance(run);
    const row = collector.collect(); // undefined unless this tick is measured; the buffer is reused
    if (row !== undefined) byYear.push(row[trust]);
  }
  return { byYear, hash: stateHash(run) };
}

const withGossip = runWorld({ gossip: true });
const without = runWorld({ gossip: false });

console.log("year  trust with gossip  without");
for (let year = 1; year <= YEARS; year++) {
  const [a, b] = [withGossip.byYear[year - 1], without.byYear[year - 1]];
  console.log(`${String(year).padStart(4)}  ${a.toFixed(4).padStart(17)}  ${b.toFixed(4).padStart(7)}`);
}
console.log(`state hashes ${withGossip.hash} and ${without.hash}`);
