/** The one generator of seedrandom that the model uses. Importing it alone leaves the other six out of the page. */
declare module "seedrandom/lib/alea.js" {
  export default function alea(seed: string): { int32(): number };
}
