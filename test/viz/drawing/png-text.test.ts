import { crc32, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { addPngTexts } from "../../../viz/drawing/png-text.ts";

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A gray pixel. */
const png = Buffer.concat([
  Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
  chunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk("IDAT", deflateSync(Buffer.from([0, 128]))),
  chunk("IEND", Buffer.alloc(0)),
]);

test("texts become chunks after the header, with zlib's checksums, and the picture stays as it is", () => {
  const own = Buffer.from(addPngTexts(png, { Title: "Ann & Bo", Description: "né à Paris" }));
  const texts = [
    chunk("iTXt", Buffer.from("Title\0\0\0\0\0Ann & Bo")),
    chunk("iTXt", Buffer.from("Description\0\0\0\0\0né à Paris")),
  ];
  expect(own).toEqual(Buffer.concat([png.subarray(0, 33), ...texts, png.subarray(33)]));
});
