import { VERSION } from "../../sim/index.ts";

/** The bundler puts the build here: a hash of the sources of the rooms that decide results. */
declare const __BUILD__: string | undefined;

/** What made a run, or some runs of an experiment. Members are undefined if a record doesn't say. */
export interface Maker {
  /** 12 hexadecimal digits; undefined if the program ran from its modules */
  readonly build?: string | undefined;
  readonly node?: string | undefined;
  /** `linux-x64` */
  readonly platform?: string | undefined;
}

export function thisMaker(): Maker {
  const platform = `${process.platform}-${process.arch}`;
  return { ...(typeof __BUILD__ === "string" && { build: __BUILD__ }), node: process.versions.node, platform };
}

/** Makers without repetition, in the order in which they came. */
export function uniteMakers(makers: readonly Maker[]): Maker[] {
  const byText = new Map(makers.map((maker) => [makerText(maker), maker]));
  return [...byText.values()];
}

/** `build 1a2b3c4d5e6f, Node 20.19.0, linux-x64` */
export function makerText({ build, node, platform }: Maker): string {
  const parts = [build && `build ${build}`, node && `Node ${node}`, platform].filter((part) => part !== undefined);
  return parts.length === 0 ? "a build that didn't record itself" : parts.join(", ");
}

/**
 * A notice if runs of another build are in a folder to which this one adds more.
 *
 * @param folder as the user typed it
 * @param before what made the runs that it holds
 */
export function otherBuildNotice(folder: string, before: readonly Maker[], own: Maker): string | undefined {
  // A program that runs from its modules doesn't know its build.
  if (own.build === undefined) return undefined;
  const others = before.filter(({ build }) => build !== own.build);
  if (others.length === 0) return undefined;
  const names = others.map(makerText).join(" and ");
  return `${folder} holds runs by ${names}, and this is ${makerText(own)}, also of version ${VERSION}. Their rules may differ. To keep them apart, use another --out, or continue with the build that made the first runs`;
}

/** A notice if the shards of an experiment were made by different builds. */
export function differentBuildsNotice(makers: readonly Maker[]): string | undefined {
  if (new Set(makers.map(({ build }) => build)).size < 2) return undefined;
  return `the shards were made by ${makers.map(makerText).join(" and ")}, all of version ${VERSION}. Their rules may differ. To be sure, make all shards again with one build`;
}

/** Whether a value of a record can be a list of makers. */
export function isListOfMakers(value: unknown): value is readonly Maker[] {
  const isText = (one: unknown) => one === undefined || typeof one === "string";
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one === "object" && one !== null && isText(one.build) && isText(one.node) && isText(one.platform))
  );
}
