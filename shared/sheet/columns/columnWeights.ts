/**
 * What the fields of columns are weighed by: scores between 0 and 1, compared with each other only. Set by hand on the
 * labelled sheets.
 */
export const COLUMN_WEIGHTS = {
  /** Words count for a third by themselves, and for the rest as far as the column's content agrees. */
  words: 0.35,
  content: 0.65,
  /** What a group says counts a little less than a column's own heading. */
  group: 0.9,
  /** A field that the words do not name but often mean is worth this much of words, if the content is its own. */
  alternative: 0.55,
  /** A worse guess is not one. */
  least: 0.3,
  /** A heading of money over a column of no other meaning. */
  money: 0.7,
  /** A column that is only known to be of an indicator or area holds its completed figure, or its percentage. */
  ofSubject: 0.6,
  /** A column without a heading that says anything: by content alone. */
  byContent: { area: 0.6, seq: 0.55, unit_of_measure: 0.5 },
  /** How much of such a column must be areas, or measures. */
  mostlyAreas: 0.6,
  mostlyMeasures: 0.7,
  /** Ticks of nodes: the words are clear, the content nearly. */
  node: { words: 0.7, score: 0.9 },
  /** Between columns that are alike otherwise: the city's target before a county's own … */
  otherLevel: -0.05,
  /** … the counted stage before the others, and 已 or 累计 before the bare name of a work. */
  countedStage: 0.02,
  otherStage: -0.05,
  saysDone: 0.01,
} as const
