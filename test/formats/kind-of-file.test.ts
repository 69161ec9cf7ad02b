import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { kindOfFile } from "../../formats/kind-of-file.ts";
import { agentTableColumns, tieTableColumns } from "../../sim/index.ts";
import { sampleText } from "../helpers/read-sample.ts";

test.each(readdirSync("test/formats/samples"))("the sample %s is a network", (file) => {
  expect(kindOfFile(sampleText(file))).toBe("network");
});

test.each([
  "name\nAna\nBo\n",
  "name,circle\nAna,Sales\n",
  "circle;name\nSales;Ana\n",
  "\uFEFFName\tStatus\nAna\t0.5\n",
  "# from a survey\nname,follow through\nAna,0.5\n",
  `${agentTableColumns.join(",")}\n0,Ana,Sales\n`,
  "name,circel\nAna,Sales\n",
])("people: %j", (text) => {
  expect(kindOfFile(text)).toBe("agents");
});

test.each([
  "",
  "Ana,Bo\nBo,Chi\n",
  "name,friend\nAna,Bo\n",
  "source_name,target_name,name\nAna,Bo,first\n",
  "name 1,name 2\nAna,Bo\nBo,Chi\n",
  "circle,from,to\nSales,Ana,Bo\n",
  `${tieTableColumns.join(",")}\n`,
  '{"name": 1}',
  "<people><name/></people>",
])("ties, or for the reader of networks to refuse: %j", (text) => {
  expect(kindOfFile(text)).toBe("network");
});
