import type { AgentView, TieView } from "../../workers/messages.ts";
import type { World } from "../state/world.ts";
import { AgentCard } from "./agent-card.tsx";
import { TieCard } from "./tie-card.tsx";

/** A person or a tie in detail. It loads after the page. */
export function Details({ world, view }: { world: World; view: AgentView | TieView }) {
  return "agent" in view ? <AgentCard world={world} view={view} /> : <TieCard world={world} view={view} />;
}
