import { useSignal } from "@preact/signals";
import type { TurningIntervention } from "../../workers/messages.ts";
import type { World } from "../state/world.ts";

/** Milliseconds that the engine works before it takes other commands. */
const SLICE = 40;

/** A button that gives the run on the page this outcome, so that both worlds can be seen side by side. */
export function RunOn({ world, event }: { world: World; event: TurningIntervention }) {
  const isBusy = useSignal(false);

  async function runOn(): Promise<void> {
    if (isBusy.value) return;
    isBusy.value = true;
    try {
      await changeRun(world, event);
      world.turned.value = undefined;
      world.notice.value = {
        kind: "done",
        lines: [
          "The run has been repeated with that outcome. Gray lines show the world as it was. Below the picture you can choose to see both side by side.",
        ],
      };
    } catch (error) {
      if (world.deathReason.peek() === undefined) world.reportError(error);
    } finally {
      isBusy.value = false;
    }
  }

  return (
    <p class="run-on">
      <button type="button" aria-disabled={isBusy.value} onClick={() => void runOn()}>
        {isBusy.value ? "Repeating the run …" : "Make it so in this run"}
      </button>
    </p>
  );
}

/** Repeats the run with one more intervention, up to where it is. @throws Error with every fault */
async function changeRun(world: World, event: TurningIntervention): Promise<void> {
  const interventions = [...world.interventions.peek(), { ...event }].sort((a, b) => Number(a.tick) - Number(b.tick));
  if (await world.replan(interventions, world.present.peek())) return;
  for (let left = await world.travel(SLICE); left !== undefined && left > 0; ) left = await world.travel(SLICE);
}
