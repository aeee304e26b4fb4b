/**
 * What a match of words to the register is weighed by. A score is between 0 and 1 before the hints beside the words are
 * added; all numbers were set by hand on the labelled sheets.
 */
export const MATCH_WEIGHTS = {
  /** A lower score matches nothing: less than half of the words are common. */
  certain: 0.5,
  /** Rivals nearer to the best than this are its equals: a person decides. */
  margin: 0.06,
  /** All of the indicator's words in a longer text count nearly as much as equal texts. */
  recall: 0.92,
  /** A text wholly made of the indicator's words, which has more of them, a little less. */
  precision: 0.88,
  /** Common pairs that weigh less than this together may be common by chance. */
  telling: 5,
  /** What the hints beside the words add. */
  hints: {
    /** Counted indicators are likelier than milestones and narratives of the same words, percentages a little. */
    counted: 0.08,
    percentage: 0.03,
    sameMeasure: 0.12,
    otherMeasure: -0.1,
    /** The registered target to the unit: hardly ever by chance. */
    sameTarget: 0.2,
    /** 率, 比例 at the end of the words for an indicator that is a percentage. */
    percentWords: 0.1,
  },
  /** A task's number instead of its words: certain of an indicator, less so of which of a task's indicators is meant. */
  indicatorNumber: 0.9,
  taskNumber: 0.6,
  /** A text that is a task's own words: long enough to be one (pairs), and this much of it explained by the task. */
  wholeTask: { pairs: 14, precision: 0.6, indicatorRecall: 0.6 },
  /** Each of several indicators in one text has this much of its words there. */
  severalRecall: 0.8,
  /** Title and text of a category have this much in common. */
  category: 0.65,
  /** Words that stand in any task count a quarter. */
  dullWord: 0.25,
} as const

/** From this confidence on, words are taken for the name of an indicator where headings and cells of names are looked at. */
export const NAMES_SUBJECT = 0.6

/** The same where a row of headings is looked for: a wrong heading costs a table, not a column. */
export const SURELY_NAMES_SUBJECT = 0.7
