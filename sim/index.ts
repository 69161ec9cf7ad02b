/** The model as other rooms see it. Programs of users import `library/` instead. */
export { useCompiledStep } from "./compiled/compiled-step.ts";
export { decodeBase64 } from "./compiled/decode-base64.ts";
export { didYouMean, formatNumber, formatValue, InputError, throwIfAny } from "./errors.ts";
export {
  type FourBeliefs,
  type MissedItem,
  missedKinds,
  type Watch,
} from "./evidence/evidence-item.ts";
export { evidenceText, missedLabels, missedText, type NameOf, scoreOf, signed } from "./evidence/evidence-words.ts";
export { type PackedEvidence, packEvidence } from "./evidence/packed-evidence.ts";
export { type EvidenceReplay, replayEvidence } from "./evidence/replay-evidence.ts";
export { isOfPredecessor, TrustParts, trustCauseLabels } from "./evidence/trust-parts.ts";
export { type ActiveTies, createActiveTies, fillActiveTies } from "./metrics/active-ties.ts";
export {
  type AgentMeasure,
  type AgentMeasures,
  agentMeasure,
  agentMeasureColumns,
  agentMeasureNames,
  measureAgents,
} from "./metrics/agent-measures.ts";
export { contactThirds, createTieLives, recordLives, type TieLives } from "./metrics/contact/tie-lives.ts";
export { groupMeasureColumns, isRate, measureGroup } from "./metrics/group-measures.ts";
export type { MeasureColumn } from "./metrics/measure-column.ts";
export { clustering } from "./metrics/network/clustering.ts";
export { gini } from "./metrics/network/gini.ts";
export {
  copyActiveTies,
  followTies,
  type PastTies,
  shareOf,
  wereStrong,
  wereStrongAcross,
  wereStrongWithin,
  wereWeak,
  wereWeakAcross,
  wereWeakWithin,
} from "./metrics/network/past-ties.ts";
export { correlateRanks, createRankWorkspace, type DefinedRanks, rankDefined, spearman } from "./metrics/network/spearman.ts";
export { experimentMeasures, lifeMeasures, networkMeasures } from "./metrics/network-measures.ts";
export { createSorter, type SortedValues, sortOrder } from "./metrics/sort-order.ts";
export { isLocalBridge } from "./metrics/tie/local-bridge.ts";
export { neighborhoodOverlap } from "./metrics/tie/neighborhood-overlap.ts";
export { type BeliefName, listBeliefs, listTies, type TieList } from "./metrics/tie/tie-list.ts";
export { measureWays, type WayResults } from "./metrics/way-results.ts";
export { type MeasureWindow, WINDOW_TICKS } from "./metrics/window.ts";
export {
  checkParameters,
  numberOf,
  type PlainValue,
  plainParameters,
  plainValue,
  readParameter,
} from "./parameters/check-parameters.ts";
export {
  type Definition,
  groups,
} from "./parameters/definition-types.ts";
export {
  defaultParameters,
  definitions,
  keyOfName,
  type ParameterKey,
  type Parameters,
  parameterKeys,
  parameterNames,
} from "./parameters/definitions.ts";
export { traitHelp } from "./parameters/groups/traits.ts";
export { type Layer, mergeParameters } from "./parameters/merge-parameters.ts";
export { isScenario, type Scenario, type ScenarioName, scenarioNames, scenarios } from "./parameters/scenarios.ts";
export { SERIES_INTERVAL } from "./parameters/series-interval.ts";
export { MOST_SETTLE_TICKS, SETTLE_TICKS, settleTicks, settleTicksOf } from "./parameters/settled.ts";
export { TRAITS, type TraitName, traitNames } from "./parameters/trait-names.ts";
export { isTable, withoutMinusZero } from "./plain-data.ts";
export { clearEvents, type EventLog, eventKinds, NEWS_OFFERED, NEWS_USED } from "./population/event-log.ts";
export {
  BOTH,
  type ImportedContacts,
  type ImportedRatings,
  type ImportedState,
  type ImportedTies,
  LOWER_NAMES,
  MOST_SOCIAL,
  type People,
  strangers,
  UPPER_NAMES,
} from "./population/people.ts";
export { BELIEFS } from "./population/tie-store.ts";
export { draw, eventKey } from "./random/keyed-draws.ts";
export { seedKey } from "./random/seed.ts";
export { type Cell, csvLine } from "./results/csv.ts";
export { escapeForSpreadsheet, unescapeFromSpreadsheet } from "./results/spreadsheet-escape.ts";
export { followRipple, forkRun, LEAST_NOTICED, type Ripple, type RippleWeek } from "./ripple/follow-ripple.ts";
export { type Differences, listDifferences } from "./ripple/list-differences.ts";
export { advanceAndList, type PastEvent } from "./ripple/past-events.ts";
export { selectAgents } from "./run/apply-interventions.ts";
export { checkInterventions } from "./run/check-interventions.ts";
export { checkpoint, restore } from "./run/checkpoint.ts";
export { type Collector, createCollector, LOOK_BACK } from "./run/collect.ts";
export { packFork, unpackFork } from "./run/fork.ts";
export type { AgentSelector, Intervention, TurningIntervention } from "./run/interventions.ts";
export { type KeptState, packState, unpackState } from "./run/kept-state.ts";
export { advance, createRun, intervene, type Run, type RunSetup, tickOf } from "./run/run.ts";
export {
  chosenTables,
  measuredTicks,
  type RunPlan,
  type RunStart,
  runFiles,
  runTables,
  type TableFile,
  type TableName,
  type TieFilter,
  tableColumns,
  tableNames,
  usualTables,
} from "./run/run-files.ts";
export { type InputFile, type RecordDetails, runRecord } from "./run/run-record.ts";
export { burnInHash, packWorld, type SettledWorld, settle, unpackWorld, worldKey } from "./run/settled-world.ts";
export { BufferSink, Source } from "./run/state-bytes.ts";
export { hashBytes, hashText, stateHash } from "./run/state-hash.ts";
export {
  agentRows,
  agentTable,
  agentTableColumns,
  eventColumns,
  eventRows,
  linesInPieces,
  listen,
  type Row,
  seriesColumns,
  tieLines,
  tieRows,
  tieTableColumns,
} from "./run/tables.ts";
export { missingEventText, type TurnKind, turnKindNames, turnKinds } from "./run/turn-events.ts";
export { writeText } from "./run/write-state.ts";
export { type AgentView, type BeliefView, type ContactView, type TieView, viewAgent, viewTie } from "./snapshot/closer-views.ts";
export {
  agentColumns as snapshotAgentColumns,
  type Snapshot,
  tieColumns as snapshotTieColumns,
} from "./snapshot/snapshot.ts";
export { type AgentsMeasured, takeSnapshot } from "./snapshot/take-snapshot.ts";
export { strengthBetween } from "./trust/tie-strength.ts";
export { shareOfScore, trustScore, trustShare } from "./trust/trust-equation.ts";
export { VERSION } from "./version.ts";
