import { plainReason } from "./plain-reason.ts";

/** Thrown when the system refuses a write. The message is for the user. */
export class WriteError extends Error {
  override readonly name = "WriteError";
  /** the message without its consequence */
  readonly detail: string;

  constructor(message: string, detail = message) {
    super(message);
    this.detail = detail;
  }
}

/**
 * Writes something.
 *
 * @param where the file or folder, for the message
 * @throws WriteError if the system refuses
 */
export function writing<T>(where: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const detail = `${where}: ${plainReason(error)}`;
    throw new WriteError(`nothing was written: ${detail}`, detail);
  }
}
