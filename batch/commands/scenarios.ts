import { Command } from "commander";
import { type Scenario, scenarios } from "../../sim/index.ts";
import { throwProblems } from "../flags/throw-problems.ts";
import { unknownProblems } from "../flags/unknown-flags.ts";
import { standardOutput } from "../process/standard-output.ts";
import { formatJson } from "../text/format-json.ts";
import { textWidth, wrap } from "../text/wrap.ts";

/** `weakties scenarios`: the built-in scenarios. */
export function scenariosCommand(): Command {
  return new Command("scenarios")
    .description("Lists the built-in scenarios: the story of each, its length and seed, and the parameters that it sets.")
    .option("--json", "every scenario by name, as JSON")
    .action(async (flags: { json?: true }, command: Command) => {
      throwProblems(unknownProblems(command));
      await standardOutput.write(flags.json ? formatJson(scenarios) : scenarioText(textWidth()));
    });
}

function scenarioText(width: number): string {
  const all: [string, Scenario][] = Object.entries(scenarios);
  const longest = Math.max(...all.map(([name]) => name.length));
  const parts = all.map(([name, { title, story, seed, ticks, parameters, interventions }]) => {
    const settings = Object.entries(parameters).map(([parameter, value]) => `${parameter}=${formatSetting(value)}`);
    const lines = [`${name.padEnd(longest)}  ${title}`, ...wrap(story, width, "    ")];
    lines.push(...wrap([`${ticks} ticks, seed ${seed}`, ...settings].join(", "), width, "    "));
    for (const { tick, label } of interventions ?? []) lines.push(`    tick ${tick}: ${label}`);
    return lines.join("\n");
  });
  return `${parts.join("\n\n")}\n\nRun one with \`weakties run --scenario NAME\`.\n`;
}

function formatSetting(value: number | string | boolean): string {
  return typeof value === "boolean" ? (value ? "on" : "off") : String(value);
}
