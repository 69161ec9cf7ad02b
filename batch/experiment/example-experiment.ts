/** The file that `weakties new` creates: an experiment that a person can run at once and edit line by line. */
export const exampleExperiment = `# yaml-language-server: $schema=experiment.schema.json
# The line above helps editors. To create the schema: weakties new --schema > experiment.schema.json
#
# An experiment of Weak Ties with 80 short runs. docs/experiments.md describes every key.

question: Does following up keep weak ties alive, and does it earn trust for those who also keep their word?

# What all runs share. \`weakties scenarios\` lists the scenarios, \`weakties parameters\` lists the parameters.
scenario: default
parameters:
  agents: 100
ticks: 208          # weeks: four years
burn_in: 104        # averages over the window start after this tick
seed: 1973          # a text that determines the seeds of all runs
replicates: 10      # runs of each point and arm, which differ only in their seed

# What varies. With several lines here, every value is combined with every value of the others.
vary:
  follow_up_interval: [4, 13, 52, never]     # weeks of silence before an agent writes a note

# What to compare at each point. All arms use the same seeds, so you can compare them run by run.
focal_agents: {every: 10}
arms:
  as_they_are: {}
  focal_keep_word: {focal_traits: {follow_through: 1}}

# What to measure in each run. Each outcome is one column.
outcomes:
  weak_ties: {measure: weak_ties, mean: window, every: 13}
  local_bridges: {measure: local_bridges, mean: window, every: 13}
  focal_trust: {measure: incoming_trust_share, of: focal}
  others_trust: {measure: incoming_trust_share, of: others}

# What to compare between runs, and what you expect. The report answers the question with it.
contrasts:
  notes:
    claim: Following up every quarter keeps more weak ties alive than never following up
    outcome: weak_ties
    difference: [{follow_up_interval: 13}, {follow_up_interval: never}]
    expect: "> 0"
  word:
    claim: Those who keep their word are trusted more
    outcome: focal_trust
    difference: [focal_keep_word, as_they_are]
    expect: "> 0"

# Measures over time, for every run. They take more space than everything else.
# series: {every: 13, measures: [weak_ties, local_bridges]}
`;
