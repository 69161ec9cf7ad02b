/** Says whether a value from JSON or YAML is a table of names and values. */
export function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Replaces every −0 in plain data by 0: the two are equal but hash differently. */
export function withoutMinusZero<T>(data: T): T {
  return withZeros(data) as T;
}

function withZeros(data: unknown): unknown {
  if (typeof data === "number") return data + 0;
  if (Array.isArray(data)) return data.map(withZeros);
  if (!isTable(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withZeros(value)]));
}
