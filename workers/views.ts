import { type AgentView, type MeasureWindow, type Run, type TieView, viewAgent, viewTie } from "../sim/index.ts";

/** A closer view of an agent. Its ticks count from the end of the burn-in, and its measures look back a year, as in tables. */
export function viewAgentOf({ population, settled }: Run, agent: number, lastYear?: MeasureWindow): AgentView | undefined {
  const view = viewAgent(population, agent, lastYear);
  if (view === undefined || settled === 0) return view;
  const contacts = view.contacts.map((contact) => ({ ...contact, lastEncounter: contact.lastEncounter - settled }));
  return { ...view, tick: view.tick - settled, since: view.since - settled, contacts };
}

/** A closer view of a tie. Its ticks count as those of `viewAgentOf`. */
export function viewTieOf({ population, settled }: Run, one: number, other: number): TieView | undefined {
  const view = viewTie(population, one, other);
  return view && { ...view, tick: view.tick - settled, lastEncounter: view.lastEncounter - settled };
}
