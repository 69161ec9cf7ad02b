// Loaded into the command line with --import: appends the name of each file that the process opens or reads to the file COUNT_READS.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { appendFileSync, openSync, readFileSync } = fs;

function note(path) {
  if (typeof path === "string") appendFileSync(process.env.COUNT_READS, `${path}\n`);
}

fs.openSync = (path, flags, ...rest) => {
  if (flags === undefined || String(flags).startsWith("r")) note(path);
  return openSync(path, flags, ...rest);
};
fs.readFileSync = (path, ...rest) => {
  note(path);
  return readFileSync(path, ...rest);
};
syncBuiltinESMExports();
