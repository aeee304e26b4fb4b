/**
 * What each evidence counts, in units of a known heading's word (1). Set by hand and tried by leaving each out
 * (docs/sheets.md); what matters is their order: figures that fit each other outweigh words, words outweigh a guess.
 */
export const WEIGHTS = {
  /** A percentage column that the chosen figure and target explain. */
  percentage: 0.9,
  /** A percentage column that another pair explains: it would be called wrong in every row. */
  percentageOfOthers: -0.9,
  /** previous + this period = cumulative. */
  steps: 0.7,
  /** The figures of the period before, as they were reported, beside larger ones. */
  before: 0.7,
  /** Targets that are the registered ones, or add up to one. */
  targets: 0.6,
  /** The stage that the indicator counts, or the register's own verb, over the column; another stage. */
  counted: 0.45,
  /** The time over the column suits the role, or does not. */
  timeFits: 0.25,
  timeSpeaksAgainst: -0.6,
  /** Another month or quarter by its name: no fit of figures outweighs it. */
  timeExcludes: -1.3,
  /** What a role costs a column over which no word names any. */
  wordless: 0.4,
  /** A column of figures that nothing reads. */
  unread: -0.6,
  /** The same of a column whose words are known. */
  knownUnread: -2,
  /** No percentage is left, where words name one: setting it aside would only silence what is wrong with it. */
  percentageLost: -1,
  /** A column set aside for a reason that its words or its figures give; for none. */
  asideEarned: -0.05,
  asideUnearned: -0.5,
} as const

/** So much better than the reading by words alone a reading has to be, before it takes its place. */
export const GATE = 0.3
/** Rivals that would send other figures and are nearer than this are asked about. */
export const CLEAR_MARGIN = 0.15
/** Words below this say nothing of a role. */
export const LEAST_WORDS = 0.3
/** What figures alone say of a role that no word over the column names. */
export const BY_FIGURES = 0.35
