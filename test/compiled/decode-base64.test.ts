import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBase64 } from "../../sim/compiled/decode-base64.ts";

test("text that Node encoded is decoded to the same bytes, whatever their number", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      expect([...decodeBase64(Buffer.from(bytes).toString("base64"))]).toEqual([...bytes]);
    }),
  );
});
