import fc from "fast-check";
import { circleSizes, mostWithin, pairsAcross } from "../../sim/parameters/circle-sizes.ts";
import {
  defaultParameters,
  definitions,
  type ParameterKey,
  type Parameters,
  parameterKeys,
} from "../../sim/parameters/definitions.ts";
import { mostHomophily } from "../../sim/parameters/homophily.ts";

/** Settings for property tests: always the same cases, and more of them if PROPERTY_RUNS says so. */
export const anyCases = (seed: number) => ({ seed, numRuns: Number(process.env.PROPERTY_RUNS ?? 100) });

/** Texts that fit any number of agents. */
const texts = {
  blockMatrix: ["homophily"],
  degrees: ["equal", "poisson", "geometric", "power_law 2.5", "0"],
} as const;

/** A value in the range of a parameter: the default, an end, or anything between. */
function anyValue(key: ParameterKey): fc.Arbitrary<number | string | boolean> {
  const definition = definitions[key];
  if (definition.kind === "switch")
    return fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });
  if (definition.kind === "text") return fc.constantFrom<string>(...texts[key as keyof typeof texts]);
  if (definition.kind === "choice") return fc.constantFrom<string>(...definition.choices);
  const { min, max } = definition;
  const between = "whole" in definition ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
  const ends = "never" in definition ? [min, max, Number.POSITIVE_INFINITY] : [min, max];
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(definition.default as number) },
    { weight: 2, arbitrary: between },
    { weight: 1, arbitrary: fc.constantFrom(...ends) },
  );
}

/** Parameters of a small population, each in its range and consistent with the others. */
export const anyParameters: fc.Arbitrary<Parameters> = fc
  .record(Object.fromEntries(parameterKeys.map((key) => [key, anyValue(key)])) as Record<ParameterKey, fc.Arbitrary<number>>)
  .chain((values) =>
    fc
      .integer({ min: 2, max: 60 })
      .chain((agents) =>
        fc.record({ agents: fc.constant(agents), circleSize: fc.integer({ min: 1, max: agents }), values: fc.constant(values) }),
      ),
  )
  .map(({ agents, circleSize, values }) => {
    const given = { ...defaultParameters, ...values } as unknown as Parameters;
    const sizes = circleSizes(agents, circleSize, given.circleSpread);
    const mostAcross = Math.floor((pairsAcross(agents, sizes) * 2) / agents);
    const tiesWithin = Math.min(given.tiesWithin, given.network === "circles" ? mostWithin(circleSize) : (agents - 1) / 2);
    const tiesAcross = Math.min(given.tiesAcross, given.network === "circles" ? mostAcross : (agents - 1) / 2);
    return {
      ...given,
      agents,
      circleSize,
      tiesWithin,
      tiesAcross,
      homophily: Math.min(given.homophily, mostHomophily(agents, sizes, tiesWithin + tiesAcross)),
      activeFrom: Math.min(given.activeFrom, given.strongFrom),
      richnessLean: Math.min(given.richnessLean, given.richnessRich),
      ...(given.leanBelow < given.richFrom ? {} : { leanBelow: 0.4, richFrom: 0.6 }),
    };
  });
