import { LINK } from "../../formats/link/address.ts";
import { readLink } from "../../formats/link/read-link.ts";
import type { RunLink } from "../../formats/link/run-link.ts";
import { type Base, createBase, scenarioBase } from "./base.ts";
import type { InputReader } from "./input-reader.ts";

/** Reads the run that a link names, as if a configuration in the current folder said it. */
export function readLinkBase(text: string, reader: InputReader): Base {
  const link = reader.try(() => readLink(text));
  return link === undefined ? scenarioBase(undefined, reader) : linkBase(link);
}

function linkBase({ scenario, interventions, version, stateHash, ...link }: RunLink): Base {
  const { seed, ticks, settled, network, agents, parameters } = link;
  const given = { file: LINK, given: interventions, lines: interventions.map(() => 0) };
  return {
    ...createBase(scenario, { scenario, seed, ticks, settled, network, agents, parameters, interventions: given }),
    configFile: LINK,
    isLink: true,
    ...(stateHash !== undefined && { recorded: { version, stateHash } }),
  };
}
