/** A JSON Schema, as far as it is understood here. */
type Schema = Readonly<Record<string, unknown>>;

/** Whether a value fits a schema of JSON Schema draft 2020-12, of which the keywords of flat tables are known. */
export function fitsSchema(schema: Schema, value: unknown): boolean {
  return Object.entries(schema).every(([keyword, rule]) => {
    const check = keywords[keyword];
    if (check === undefined) throw new Error(`unknown keyword ${keyword}`);
    return check(rule as never, value, schema);
  });
}

const isNumber = (value: unknown): value is number => typeof value === "number";
const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const always = () => true;
const keywords: Readonly<Record<string, (rule: never, value: unknown, schema: Schema) => boolean>> = {
  $schema: always,
  title: always,
  description: always,
  default: always,
  type: (type: string, value) =>
    type === "object"
      ? isTable(value)
      : isNumber(value) && Number.isFinite(value) && (type === "number" || Number.isInteger(value)),
  // Bounds say nothing of what is no number.
  minimum: (least: number, value) => !isNumber(value) || value >= least,
  maximum: (most: number, value) => !isNumber(value) || value <= most,
  const: (only: unknown, value) => value === only,
  enum: (all: unknown[], value) => all.includes(value),
  anyOf: (schemas: Schema[], value) => schemas.some((one) => fitsSchema(one, value)),
  properties: (known: Record<string, Schema>, value) =>
    !isTable(value) || Object.entries(value).every(([name, own]) => !Object.hasOwn(known, name) || fitsSchema(known[name], own)),
  additionalProperties: (allowed: boolean, value, { properties }) =>
    allowed || !isTable(value) || Object.keys(value).every((name) => Object.hasOwn(properties as object, name)),
};
