/** A JSON Schema with the keywords supported here. */
type Schema = Readonly<Record<string, unknown>>;

/** Whether a value fits a schema of JSON Schema draft 2020-12; supports the keywords that the project's schemas use. */
export function fitsSchema(schema: Schema, value: unknown, root: Schema = schema): boolean {
  return Object.entries(schema).every(([keyword, rule]) => {
    const check = keywords[keyword];
    if (check === undefined) throw new Error(`unknown keyword ${keyword}`);
    return check(rule as never, value, schema, root);
  });
}

const isNumber = (value: unknown): value is number => typeof value === "number";
const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isTable,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
  number: Number.isFinite,
  integer: Number.isInteger,
};

const always = () => true;
const keywords: Readonly<Record<string, (rule: never, value: unknown, schema: Schema, root: Schema) => boolean>> = {
  $schema: always,
  title: always,
  description: always,
  default: always,
  $defs: always,
  $ref: (path: string, value, _schema, root) => {
    const found = path
      .slice(2)
      .split("/")
      .reduce<unknown>((at, key) => (at as Schema)[key], root);
    return fitsSchema(found as Schema, value, root);
  },
  type: (type: string | string[], value) => [type].flat().some((one) => types[one](value)),
  // Bounds apply only to numbers.
  minimum: (least: number, value) => !isNumber(value) || value >= least,
  maximum: (most: number, value) => !isNumber(value) || value <= most,
  const: (only: unknown, value) => value === only,
  enum: (all: unknown[], value) => all.includes(value),
  exclusiveMinimum: (bound: number, value) => !isNumber(value) || value > bound,
  multipleOf: (factor: number, value) => !isNumber(value) || value % factor === 0,
  minLength: (least: number, value) => typeof value !== "string" || value.length >= least,
  pattern: (pattern: string, value) => typeof value !== "string" || new RegExp(pattern).test(value),
  not: (schema: Schema, value, _schema, root) => !fitsSchema(schema, value, root),
  anyOf: (schemas: Schema[], value, _schema, root) => schemas.some((one) => fitsSchema(one, value, root)),
  items: (items: Schema, value, _schema, root) => !Array.isArray(value) || value.every((item) => fitsSchema(items, item, root)),
  prefixItems: (schemas: Schema[], value, _schema, root) =>
    !Array.isArray(value) || schemas.every((one, at) => at >= value.length || fitsSchema(one, value[at], root)),
  minItems: (least: number, value) => !Array.isArray(value) || value.length >= least,
  maxItems: (most: number, value) => !Array.isArray(value) || value.length <= most,
  uniqueItems: (_unique: boolean, value) =>
    !Array.isArray(value) || new Set(value.map((item) => JSON.stringify(item))).size === value.length,
  required: (names: string[], value) => !isTable(value) || names.every((name) => Object.hasOwn(value, name)),
  minProperties: (least: number, value) => !isTable(value) || Object.keys(value).length >= least,
  maxProperties: (most: number, value) => !isTable(value) || Object.keys(value).length <= most,
  propertyNames: (schema: Schema, value, _schema, root) =>
    !isTable(value) || Object.keys(value).every((name) => fitsSchema(schema, name, root)),
  properties: (known: Record<string, Schema>, value, _schema, root) =>
    !isTable(value) ||
    Object.entries(value).every(([name, own]) => !Object.hasOwn(known, name) || fitsSchema(known[name], own, root)),
  additionalProperties: (others: boolean | Schema, value, { properties = {} }, root) =>
    !isTable(value) ||
    Object.entries(value).every(
      ([name, own]) =>
        Object.hasOwn(properties as object, name) || (typeof others === "boolean" ? others : fitsSchema(others, own, root)),
    ),
};
