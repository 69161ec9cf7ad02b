import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { advance, createCollector, tickOf } from "../../sim/index.ts";
import { agentRows, agentTableColumns, type Row, tieRows, tieTableColumns } from "../../sim/run/tables.ts";
import { beginRun } from "../../workers/begin-run.ts";
import type { Start } from "../../workers/messages.ts";
import { askEngine } from "../helpers/engine-of-page.ts";
import { openPage } from "../helpers/open-page.ts";

/** A row of a table by column. */
type Cells = Readonly<Record<string, Row[number]>>;

/** The rows of agents.csv and ties.csv. */
interface Tables {
  readonly agents: readonly Cells[];
  readonly ties: readonly Cells[];
}

function tablesAt(start: Start, ticks: number): Tables {
  const { run } = beginRun(start);
  const collector = createCollector(run.population, () => true, { settled: run.settled });
  collector.collect();
  while (tickOf(run) < ticks) {
    advance(run);
    collector.collect();
  }
  const byColumn = (columns: readonly string[], rows: Iterable<Row>) =>
    [...rows].map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
  return {
    agents: byColumn(agentTableColumns, agentRows(run, collector)),
    ties: byColumn(tieTableColumns, tieRows(run, collector)),
  };
}

function rounded(value: Row[number], digits: number): string {
  return Number.isNaN(Number(value)) ? "–" : Number(value).toFixed(digits);
}

function percent(value: Row[number]): string {
  return `${Math.round(100 * Number(value))}%`;
}

function counted(count: Row[number], noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** What a reader sees of the parts of the page that match, without definitions that are closed. */
async function textsOf(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((parts) =>
    parts.map((part) => {
      const copy = part.cloneNode(true) as Element;
      for (const closed of copy.querySelectorAll("[role=tooltip]")) closed.remove();
      return (copy.textContent ?? "").trim();
    }),
  );
}

async function cellsOf(page: Page, rows: string): Promise<string[][]> {
  return page
    .locator(rows)
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => (cell.textContent ?? "").trim())));
}

/** A person's ties, strongest first. */
function tiesFrom({ ties }: Tables, agent: number): Cells[] {
  return ties
    .filter(({ from }) => from === agent)
    .sort((a, b) => Number(b.strength) - Number(a.strength) || Number(a.to) - Number(b.to));
}

async function expectTable(page: Page, { agents }: Tables): Promise<void> {
  const byTrust = [...agents].sort((a, b) => Number(b.incoming_trust_share) - Number(a.incoming_trust_share));
  const rows = byTrust.map((one) => [
    `Person ${one.agent}`,
    `circle ${one.circle}`,
    rounded(one.incoming_trust_share, 2),
    `${one.strong_ties}`,
    `${one.weak_ties}`,
    `${one.reach}`,
  ]);
  await expect.poll(() => cellsOf(page, ".as-table tbody tr")).toEqual(rows);
}

async function expectPerson(page: Page, tables: Tables, agent: number): Promise<void> {
  await page
    .locator(".as-table")
    .getByRole("button", { name: `Person ${agent}`, exact: true })
    .click();
  await page.locator(".inspector strong", { hasText: new RegExp(`^Person ${agent}$`) }).waitFor();
  const own = tables.agents[agent];
  const [text] = await textsOf(page, ".inspector");
  for (const words of [
    `Person ${agent}, circle ${own.circle}, main domain ${own.domain}.`,
    `Trust received: ${rounded(own.incoming_trust_share, 2)}.`,
    `${counted(own.strong_ties, "strong tie")} and ${counted(own.weak_ties, "weak tie")}.`,
    `${counted(own.promises_kept, "promise")} kept and ${own.promises_broken} broken`,
    `reach ${counted(own.reach, "item")} of news.`,
  ])
    expect(text).toContain(words);
  expect(await textsOf(page, ".inspector dl > div")).toEqual([
    `Share expertise${percent(own.sharing)}`,
    `Respect everyone the same${percent(1 - Number(own.status_bias))}`,
    `Do what you say${percent(own.follow_through)}`,
    `Be real${percent(own.openness)}`,
    `Give generously${percent(own.generosity)}`,
    `Boasting${rounded(own.boasting, 2)}`,
    `Expertise${rounded(own.expertise, 2)}`,
    `Status${rounded(own.status, 2)}`,
  ]);
  const back = new Map(tables.ties.filter(({ to }) => to === agent).map((tie) => [tie.from, tie]));
  const contacts = tiesFrom(tables, agent).slice(0, 12);
  expect(await cellsOf(page, ".contacts tbody tr")).toEqual(
    contacts.map(({ to, strength, trust_score }) => [
      `Person ${to}`,
      rounded(strength, 2),
      rounded(trust_score, 1),
      rounded(back.get(to)?.trust_score, 1),
    ]),
  );
}

/** The tie on show is that of two agents, in both directions. */
async function expectTie(page: Page, { ties }: Tables, one: number, other: number): Promise<void> {
  await page.getByRole("heading", { name: "A tie" }).waitFor();
  const pair = [one, other].sort((a, b) => a - b);
  const figures = await textsOf(page, ".equation");
  for (const [at, [from, to]] of [pair, [...pair].reverse()].entries()) {
    const tie = ties.find((known) => known.from === from && known.to === to);
    expect((await textsOf(page, ".inspector"))[0]).toContain(`strength ${rounded(tie?.strength, 2)}.`);
    expect(figures[at]).toContain(`What Person ${from} believes about Person ${to}`);
    expect(figures[at]).toContain(`based on ${rounded(tie?.evidence, 1)} piece`);
    const said =
      /Trust score (.+) is credibility (.+) plus reliability (.+) plus intimacy (.+), divided by self-orientation ([\d.]+)/.exec(
        figures[at],
      ) ?? [];
    const beliefs = ["credibility", "reliability", "intimacy", "self_orientation"].map((column) => 1 + 9 * Number(tie?.[column]));
    const digits = said[2]?.split(".")[1]?.length ?? 0;
    expect(said.slice(1)).toEqual([rounded(tie?.trust_score, 1), ...beliefs.map((belief) => rounded(belief, digits))]);
  }
}

test("every number about people and ties is that of the files at the same tick", async () => {
  // A year is less than the whole run.
  const run = { scenario: "class_of_25", tick: 60, isPaused: true } as const;
  const { page, close } = await openPage({ run, isWatched: true });
  const { start, ticks } = await askEngine(page, "record");
  const tables = tablesAt(start, ticks);
  await page.getByLabel("Show as table").check();
  await expectTable(page, tables);
  for (const agent of [0, 7, 24]) await expectPerson(page, tables, agent);
  await page.locator(".contacts tbody tr td button").first().click();
  await expectTie(page, tables, 24, Number(tiesFrom(tables, 24)[0].to));
  await close();
});
