import type { ViewOptions } from "../network/view-options.ts";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";
import type { CopiedLink } from "./copied-link.ts";

/** Links to runs: the page's address is one. */
export interface Links {
  /** Opens the run that the address names, or else starts another one. */
  begin(startOther: () => Promise<void>): Promise<void>;
  /** The link to what the page shows now. @throws Error if there is none */
  make(): Promise<CopiedLink>;
}

/** What reads and writes links loads after the page, unless the page is opened with one. */
const load = () => import("./follow-address.ts");

export function createLinks(world: World, options: ViewOptions): Links {
  const place = { world, options };
  return {
    async begin(startOther) {
      if (!/^#.*\brun=/.test(location.hash)) {
        whenIdle(world.runCount, () => void load().then(({ followAddress }) => followAddress(place)));
        return startOther();
      }
      try {
        await (await load()).openAddress(place, startOther);
      } catch (error) {
        await startOther();
        world.reportError(error);
      }
    },
    make: async () => (await load()).makeLink(place),
  };
}
