import { type Signal, signal } from "@preact/signals";

/** A message above the page: an error, or what was done. */
export interface Notice {
  readonly kind: "fault" | "done";
  /** one line per fault */
  readonly lines: readonly string[];
  /** what buttons in the message do */
  readonly actions?: readonly NoticeAction[];
}

/** A button in a message. */
export interface NoticeAction {
  readonly label: string;
  act(): void;
}

/** The one message that the page shows at a time. */
export interface Notices {
  readonly notice: Signal<Notice | undefined>;
  /** shows an error, one line per fault; the run continues */
  reportError(error: unknown, actions?: readonly NoticeAction[]): void;
}

export function createNotices(): Notices {
  const notice = signal<Notice | undefined>(undefined);
  return {
    notice,
    reportError(error, actions = []) {
      const text = error instanceof Error ? error.message : String(error);
      notice.value = { kind: "fault", lines: text.split("\n"), ...(actions.length > 0 && { actions }) };
    },
  };
}
