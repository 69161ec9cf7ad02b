import { definitions, parameterKeys } from "../../sim/parameters/definitions.ts";

/**
 * The help text of each parameter, by name. In the built page this file holds the texts, and loads later; the definitions there have none
 * (vite.config.ts).
 */
export const parameterHelp: Readonly<Record<string, string>> = Object.fromEntries(
  parameterKeys.map((key) => [definitions[key].name, definitions[key].help]),
);
