import { importsOf, type Source } from "./read-sources.ts";

/** Every cycle of imports, as `a.ts → b.ts → a.ts`, reported once at the import that closes it. */
export function importLoops(sources: readonly Source[]): string[] {
  const importsByPath = new Map(sources.map((source) => [source.path, importsOf(source)]));
  const loops: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) loops.push([...trail.slice(at), path].join(" → "));
    if (at >= 0 || done.has(path)) return;
    for (const imported of importsByPath.get(path) ?? []) visit(imported, [...trail, path]);
    done.add(path);
  };
  for (const path of importsByPath.keys()) visit(path, []);
  return loops;
}
