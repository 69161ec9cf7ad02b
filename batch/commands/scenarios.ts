import { Command } from "commander";
import { type Scenario, scenarios } from "../../sim/index.ts";
import { throwProblems } from "../flags/throw-problems.ts";
import { readUnknown } from "../flags/unknown-flags.ts";
import { standardOutput } from "../process/standard-output.ts";
import { textWidth, wrap } from "../text/wrap.ts";

/** `weakties scenarios`: what comes with the program. */
export function scenariosCommand(): Command {
  return new Command("scenarios")
    .summary("list the scenarios that come with the program")
    .description("Lists the scenarios that come with the program: for each its story, its length and seed, and what it sets.")
    .option("--json", "every scenario by name, as JSON")
    .action(async (flags: { json?: true }, command: Command) => {
      throwProblems(readUnknown(command));
      await standardOutput.write(flags.json ? `${JSON.stringify(scenarios, null, 2)}\n` : scenarioText(textWidth()));
    });
}

function scenarioText(width: number): string {
  const all: [string, Scenario][] = Object.entries(scenarios);
  const longest = Math.max(...all.map(([name]) => name.length));
  const parts = all.map(([name, { title, story, seed, ticks, parameters, interventions }]) => {
    const set = Object.entries(parameters).map(([parameter, value]) => `${parameter}=${shownValue(value)}`);
    const lines = [`${name.padEnd(longest)}  ${title}`, ...wrap(story, width, "    ")];
    lines.push(...wrap([`${ticks} ticks, seed ${seed}`, ...set].join(", "), width, "    "));
    for (const one of interventions ?? []) lines.push(`    tick ${one.tick}: ${one.label}`);
    return lines.join("\n");
  });
  return `${parts.join("\n\n")}\n\nRun one with \`weakties run --scenario NAME\`.\n`;
}

function shownValue(value: number | string | boolean): string {
  return typeof value === "boolean" ? (value ? "on" : "off") : String(value);
}
