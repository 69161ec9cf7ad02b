import { plainReason } from "./plain-reason.ts";

/** Thrown where the system did not take what was to be written; the message is for the user. */
export class WriteError extends Error {
  override readonly name = "WriteError";
  /** the same without what it means for a run */
  readonly detail: string;

  constructor(message: string, detail = message) {
    super(message);
    this.detail = detail;
  }
}

/** Does it, and says of what the system refuses where it was to go. */
export function writing<T>(where: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const detail = `${where}: ${plainReason(error)}`;
    throw new WriteError(`nothing was written: ${detail}`, detail);
  }
}
