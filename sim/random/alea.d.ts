/** The one generator of seedrandom that the model uses. Importing it alone leaves the other six out of the page. */
declare module "seedrandom/lib/alea.js" {
  import type { PRNG } from "seedrandom";
  export default function alea(seed: string): PRNG;
}
