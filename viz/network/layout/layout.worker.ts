import { showLife } from "../../../workers/sign-of-life.ts";
import { createLayout } from "./layout.ts";
import type { FromLayout, ToLayout } from "./layout-messages.ts";

/** The layout in a thread of its own, at a pace of its own. */
const scope = self as unknown as {
  postMessage(message: FromLayout, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToLayout>) => void) | null;
};

const layout = createLayout(
  (message, transfer) => scope.postMessage(message, transfer),
  () => performance.now(),
);

scope.onmessage = ({ data }) => layout.take(data);

function goOn(): void {
  setTimeout(goOn, layout.tick());
}

goOn();
showLife();
