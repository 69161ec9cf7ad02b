/**
 * The SHA-256 of a text or of bytes, in hexadecimal digits. Node's cryptography takes 10 ms to load, so this loads it only when a
 * command needs it.
 */
export function sha256(data: string | Uint8Array): string {
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(data).digest("hex");
}
