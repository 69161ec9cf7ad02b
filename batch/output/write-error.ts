import { plainReason } from "./plain-reason.ts";

/** Thrown where the system did not take what was to be written; the message is for the user. */
export class WriteError extends Error {
  override readonly name = "WriteError";
}

/** Does it, and says of what the system refuses where it was to go. */
export function writing<T>(where: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new WriteError(`nothing was written: ${where}: ${plainReason(error)}`);
  }
}
