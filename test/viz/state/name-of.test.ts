import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { circleNameOf, nameOf } from "../../../viz/state/name-of.ts";

test("an agent has the name from its file, else its number", () => {
  const names = signal(["Ana", "", "Chi"]);
  expect([0, 1, 2, 3].map((agent) => nameOf({ names }, agent))).toEqual(["Ana", "Person 1", "Chi", "Person 3"]);
});

test("a circle has the name from its file, else its number as in files", () => {
  const circleNames = signal(["east"]);
  expect([0, 1].map((circle) => circleNameOf({ circleNames }, circle))).toEqual(["east", "circle 1"]);
});
