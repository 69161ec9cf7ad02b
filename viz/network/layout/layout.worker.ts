import { showLife } from "../../../workers/sign-of-life.ts";
import { createLayout } from "./layout.ts";
import type { FromLayout, ToLayout } from "./layout-messages.ts";

/** The layout in its own thread. */
const scope = self as unknown as {
  postMessage(message: FromLayout, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToLayout>) => void) | null;
};

const layout = createLayout(
  (message, transfer) => scope.postMessage(message, transfer),
  () => performance.now(),
);

scope.onmessage = ({ data }) => layout.receive(data);

function stepForever(): void {
  setTimeout(stepForever, layout.step());
}

stepForever();
showLife();
