// Installs Slurm where it is not there yet, or says why it cannot be had and ends with 1.
import { provideSlurm } from "./find-slurm.mjs";

const why = provideSlurm();
if (why !== undefined) {
  console.log(`Slurm cannot be tested here: ${why}.`);
  process.exitCode = 1;
}
