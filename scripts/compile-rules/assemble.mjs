// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
import { readFileSync } from "node:fs";
import binaryen from "binaryen";

const runtime = readFileSync(new URL("runtime.wat", import.meta.url), "utf8");

/** The largest function that is inlined wherever it is called, in nodes of the syntax tree. Measured: 60 and 500 were slower. */
const INLINED = 200;

/**
 * Joins compiled functions and the memory's own functions to a module, optimizes it, and returns its bytes.
 *
 * @param constArrays arrays of the modules: `{ at, length, value }`
 * @param end the end of the part of the memory that has a fixed place
 */
export function assemble({ functions, exports }, constArrays, end) {
  const heap = (end + 63) & ~63;
  const data = [...constArrays].flatMap(({ at, length, value }) => [
    segment(at - 8, Uint32Array.of(length)),
    ...(value ? [segment(at, value)] : []),
  ]);
  const module = binaryen.parseText(`(module
(import "host" "fail" (func $fail))
(memory (export "memory") ${Math.ceil(heap / 65536) + 1})
(global $heap (mut i32) (i32.const ${heap}))
(global $free (mut i32) (i32.const 0))
${data.join("\n")}
${runtime}
${functions.join("\n")}
${exports.map(([name, id]) => `(export "${name}" (func $${id}))`).join("\n")}
)`);
  module.setFeatures(
    binaryen.Features.BulkMemory |
      binaryen.Features.BulkMemoryOpt |
      binaryen.Features.SignExt |
      binaryen.Features.NontrappingFPToInt,
  );
  if (!module.validate()) throw new Error("the compiled rules aren't a valid module");
  binaryen.setOptimizeLevel(3);
  binaryen.setShrinkLevel(0);
  binaryen.setFlexibleInlineMaxSize(INLINED);
  binaryen.setOneCallerInlineMaxSize(2000);
  binaryen.setAllowInliningFunctionsWithLoops(true);
  module.optimize();
  module.optimize();
  return module.emitBinary();
}

function segment(at, values) {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return `(data (i32.const ${at}) "${[...bytes].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("")}")`;
}
