import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText } from "../../formats/decode-text.ts";

const fatal = new TextDecoder("utf-8", { fatal: true });

test("UTF-8 is read as any decoder reads it, whatever the bytes", () => {
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc3, 0xe0, 0xed, 0xa0, 0xf0, 0x90, 0xf4, 0x8f, 0xff));
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 12 }), (list) => {
      // A leading pair of marks of UTF-16 is another encoding.
      const bytes = Uint8Array.of(0x61, ...list);
      expect(decodeText(bytes)).toBe(new TextDecoder().decode(bytes));
    }),
    { numRuns: 3000 },
  );
});

test("any text comes back from its UTF-8, with and without a byte order mark, and however long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom(1, 900, 3000), (text, times) => {
      const long = `x${text.replaceAll("\ufeff", "")}`.repeat(times);
      const bytes = new TextEncoder().encode(long);
      expect(decodeText(bytes)).toBe(fatal.decode(bytes));
      expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes.slice(0, 1000)))).toBe(
        new TextDecoder().decode(bytes.slice(0, 1000)),
      );
    }),
    { numRuns: 50 },
  );
});

test("UTF-16 of either order is known by its mark; half a unit at the end is no character", () => {
  const little = Uint8Array.of(0xff, 0xfe, 0x61, 0x00, 0xac, 0x20, 0x3e, 0xd8, 0x8a, 0xdd);
  const big = Uint8Array.of(0xfe, 0xff, 0x00, 0x61, 0x20, 0xac, 0xd8, 0x3e, 0xdd, 0x8a);
  expect(decodeText(little)).toBe("a€🦊");
  expect(decodeText(big)).toBe("a€🦊");
  expect(decodeText(big.slice(0, 5))).toBe("a\ufffd");
  expect(decodeText(new Uint8Array(0))).toBe("");
});
