import type { AgentView, TieView } from "../../workers/messages.ts";
import { AgentEvidence } from "../evidence/agent-evidence.tsx";
import type { Selection } from "../state/focus.ts";
import type { World } from "../state/world.ts";
import { AgentCard } from "./agent-card.tsx";
import { TieCard } from "./tie-card.tsx";

interface Props {
  readonly world: World;
  readonly selection: Selection;
  /** undefined if the person or the tie no longer exists */
  readonly view: AgentView | TieView | undefined;
}

/** A person or a tie in detail. It loads after the page. */
export function Details({ world, selection, view }: Props) {
  if ("lower" in selection) {
    const { lower, upper } = selection;
    return <TieCard world={world} lower={lower} upper={upper} view={view && "lower" in view ? view : undefined} />;
  }
  return view && "agent" in view ? <AgentCard world={world} view={view} /> : <GonePerson world={world} agent={selection.agent} />;
}

function GonePerson({ world, agent }: { world: World; agent: number }) {
  return (
    <>
      <p class="small soft">This person has left.</p>
      <AgentEvidence world={world} agent={agent} since={0} />
    </>
  );
}
