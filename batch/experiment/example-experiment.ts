/** What `weakties new` writes: an experiment that a person can run at once, and change line by line. */
export const exampleExperiment = `# yaml-language-server: $schema=experiment.schema.json
# The line above lets editors help; \`weakties new --schema > experiment.schema.json\` writes the file that it names.
#
# An experiment of Weak Ties. It has 80 short runs. Every key is described in docs/experiments.md.

question: Does following up keep weak ties alive, and does it earn trust for those who also keep their word?

# What every run is like. \`weakties scenarios\` lists the scenarios, \`weakties parameters\` what can be set.
scenario: default
parameters:
  agents: 100
ticks: 208          # weeks: four years
burn_in: 104        # windows begin after this tick
seed: 1973          # a text from which all seeds come
replicates: 10      # runs of each point and arm, which differ in their seed only

# What varies: each value is tried with each value of the others, were there any.
vary:
  follow_up_interval: [4, 13, 52, never]     # weeks of silence before a note is written

# What is compared at each point. Arms share their seeds, so that they can be compared run by run.
focal_agents: {every: 10}
arms:
  as_they_are: {}
  focal_keep_word: {focal_traits: {follow_through: 1}}

# What is read off each run: a column each.
outcomes:
  weak_ties: {measure: weak_ties, mean: window, every: 13}
  local_bridges: {measure: local_bridges, mean: window, every: 13}
  focal_trust: {measure: incoming_trust_share, of: focal}
  others_trust: {measure: incoming_trust_share, of: others}

# Measures over the time of every run; they need more room than all else.
# series: {every: 13, measures: [weak_ties, local_bridges]}
`;
