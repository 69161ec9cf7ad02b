// Installs Slurm if it is missing. If that is not possible, prints the reason and exits with 1.
import { provideSlurm } from "./find-slurm.mjs";

const why = provideSlurm();
if (why !== undefined) {
  console.log(`Slurm cannot be tested here: ${why}.`);
  process.exitCode = 1;
}
