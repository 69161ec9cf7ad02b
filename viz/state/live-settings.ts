import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import { defaults, isSameTable, type Table } from "./settings.ts";

/** Milliseconds within which the frame that shows a change has arrived. */
const FRAME_ARRIVES = 300;

/** The parameters of a run in progress. */
export interface LiveSettings {
  /** values in force, by name; the same object as long as no value changes */
  readonly values: ReadonlySignal<Table>;
  /** sets a live parameter in the running model */
  set(name: string, value: PlainValue): Promise<void>;
  /** forgets changes that were on their way to a run that has ended */
  clear(): void;
}

/**
 * @param readInForce reads the values that the engine last reported, from signals
 * @param send sends a value to the engine; resolves when the engine has taken or refused it
 */
export function createLiveSettings(
  readInForce: () => Table,
  send: (name: string, value: PlainValue) => Promise<unknown>,
): LiveSettings {
  /** values that were sent and that no frame has reported yet: a slider stays where the reader put it */
  const pending = signal<Table>({});
  let last: Table = defaults;

  const values = computed(() => {
    const next = { ...readInForce(), ...pending.value };
    if (!isSameTable(last, next)) last = next;
    return last;
  });

  return {
    values,
    async set(name, value) {
      pending.value = { ...pending.value, [name]: value };
      await send(name, value);
      // The engine sends the frame with the change before its answer, or as soon as the page returns a snapshot.
      setTimeout(() => {
        if (pending.value[name] !== value) return;
        const { [name]: _, ...others } = pending.value;
        pending.value = others;
      }, FRAME_ARRIVES);
    },
    clear() {
      pending.value = {};
    },
  };
}
