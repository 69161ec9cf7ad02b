/**
 * Texts that occur in many links, for the compression: a link refers to a place in here instead of spelling a name. It belongs to
 * format 1 of links and never changes. A name that is missing here costs a few characters more.
 */
export const dictionary = [
  "agents circle_size circle_spread domains network ties_within ties_across rewiring first_strength imported_strength_low ",
  "imported_strength_span imported_evidence sociality sharing_mean status_bias_mean follow_through_mean openness_mean ",
  "generosity_mean boasting_mean initiative_mean gratitude_mean curiosity_mean trusting_mean trait_spread expertise_mean ",
  "expertise_spread status_expertise status_mean status_spread trust_function learn_credibility learn_reliability learn_intimacy ",
  "learn_self_orientation learn_respect learn_attention half_evidence memory noise boast_self_orientation curiosity_base ",
  "disclosure_base disclosure_trust prior_credibility prior_intimacy prior_self_orientation prior_trusting encounter_gain ",
  "kept_promise_gain thanks_step thanks_self_orientation fading_rate fading_protection forget_below budget budget_base ",
  "richness_rich richness_lean lean_below rich_from follow_up_interval need_rate avoid_below trust_in_choice three_rate fresh_for ",
  "active_from strong_from turnover moves favor_rate longest_due blow_off negativity_factor promise_evidence relied_payoff ",
  "relied_loss expert_payoff gossip_rate hearsay gossip_negativity bystander_share check_below check_contacts check_evidence ",
  "introduction_rate meeting_rate outside_pull new_strength news_rate news_life expertise_sharing respect credentials bystanders ",
  "disclosure attention favors blowing_off negativity thanks gossip trust_checks follow_up needs reserved_side evidence_fades depth ",
  "rising_richness fresh_ties meeting_together first_encounters new_ties people_leave people_move introductions meetings avoidance ",
  "news expert_news fading forgetting ",
  "strength asker promiser made outcome kept broken favor asked agreed refused meeting agent other met missed introduction",
  "introducer person engaged declined add_ties cut_ties to_circle move remove names circle random_ties small_world conference class_of_25 ",
  "no_gossip no_follow_up credentials_first takers_among_givers everyone_keeps_promises sharing boasting trusting bridges table color size ",
  '"network":{"file":"","sha256":"","columns":"from=,to=,weight=","agents":{"file":".csv"',
  '"parameters":{},"interventions":[{"tick":1,"set":{"","until":"label":"every":5,"top":"by":"trust_received"',
  '{"tick":2,"set_traits":{"status_bias":0.{"tick":3,"set_traits":{"openness":0.5},"agents":"all"},{"tick":4,"set_traits":{"generosity":0.',
  '"agents":"all"},{"tick":1,"set_traits":{"follow_through":0.1},"agents":"all"},{"tick":1,"set":{"follow_through_mean":0.',
  '}],"state_hash":"","fork":{"tick":,"unchanged":[]},"view":{"agent":,"tie":[,"chart":"Trust"}}',
  '{"scenario":"default","seed":"1973","settled":1040,"ticks":',
].join("");
