import fc from "fast-check";
import { expect, test } from "vitest";
import { completeExperiment } from "../../../formats/experiment/complete-experiment.ts";
import { experimentAsFile } from "../../../formats/experiment/experiment-as-file.ts";
import { experimentKeys } from "../../../formats/experiment/experiment-keys.ts";
import { experimentSchema } from "../../../formats/experiment/experiment-schema.ts";
import { readExperiment } from "../../../formats/experiment/read-experiment.ts";
import { anyExperiment } from "../../helpers/any-experiment.ts";
import { anyCases } from "../../helpers/any-parameters.ts";
import { fitsSchema } from "../../helpers/fits-schema.ts";

const network = { file: "data/club.graphml", sha256: "0".repeat(64) };
const agents = { file: "people.csv" };

function readBack(written: Record<string, unknown>) {
  const read = readExperiment(JSON.stringify(written), "experiment.json");
  return completeExperiment(read, { scenarioName: read.scenario ?? "default", config: { parameters: {} } });
}

test("what is written of an experiment reads back as the same experiment", () => {
  fc.assert(
    fc.property(anyExperiment, (experiment) => {
      const record = { program: "weakties", version: "1.2.3", hash: "ab", files: {}, until_precision: 0.1, shard: "1/2" };
      expect(readBack({ ...record, ...experimentAsFile(experiment) }).experiment).toEqual(experiment);
    }),
    anyCases(20),
  );
});

test("it fits the schema", () => {
  const schema = experimentSchema();
  fc.assert(
    fc.property(anyExperiment, (experiment) => fitsSchema(schema, JSON.parse(JSON.stringify(experimentAsFile(experiment))))),
    anyCases(21),
  );
});

test("the files of its people are named in it", () => {
  fc.assert(
    fc.property(
      anyExperiment.filter(({ factors }) => factors.every(({ name }) => name !== "agents" && name !== "network")),
      (experiment) => {
        const back = readBack(experimentAsFile(experiment, { network, agents }));
        expect(back.network).toEqual({ ...network, namedBy: "experiment.json" });
        expect(back.agents).toEqual({ ...agents, namedBy: "experiment.json" });
      },
    ),
    { numRuns: 20 },
  );
});

test("its keys come in the order of the guide, and none is left out but for what is not there", () => {
  fc.assert(
    fc.property(anyExperiment, (experiment) => {
      const keys = Object.keys(experimentAsFile(experiment, { network, agents }));
      const left = [
        "config",
        ...(["list", "shapley"].includes(experiment.design.kind) ? ["vary"] : []),
        ...(experiment.seeds === undefined ? ["seeds"] : []),
        ...(experiment.contrasts === undefined ? ["contrasts"] : []),
        ...(experiment.confidence === undefined ? ["confidence"] : []),
        ...(experiment.tables === undefined ? ["tables"] : []),
        ...(experiment.stop === undefined ? ["stop"] : []),
      ];
      expect(keys).toEqual(experimentKeys.filter((key) => !left.includes(key)));
    }),
    { numRuns: 20 },
  );
});
