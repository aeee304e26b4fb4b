/** What does not fit in a register: a code, where, and the value at fault. */
export interface RegisterFlaw {
  readonly code: FlawCode
  /** "indicator 7.1.a" */
  readonly at: string
  readonly value: string
}

/** A code for each kind of contradiction; the pane words each with its fix. */
export type FlawCode =
  | 'duplicateId'
  | 'duplicateName'
  | 'unknownArea'
  | 'unknownUnit'
  | 'unknownTask'
  | 'unknownSubject'
  | 'unknownCategory'
  | 'unknownMeasure'
  | 'cityMissing'
  | 'targetWithoutMeasure'
  | 'targetNegative'
  | 'deadlineOutsideYear'
  | 'reporterMissing'
  | 'reporterTwice'
  | 'levelsMixed'
  | 'assignedTwice'
  | 'countyOutsideScope'
  | 'countyNotAssigned'
  | 'countyTargetsSum'
  | 'succeedsTwice'
  | 'succeedsOutsideYear'
  | 'succeedsWithoutDuty'
  | 'succeedsInCircle'

/** A flaw for each value that is one, in the order of the values. */
export const flawsOf = (code: FlawCode, at: string, values: readonly string[]): readonly RegisterFlaw[] =>
  values.map((value) => ({ code, at, value }))

/** Those of the names that are none of the known ones. */
export const unknownOf = <T>(known: ReadonlySet<T>, names: readonly T[]): readonly T[] => names.filter((name) => !known.has(name))

/** Each value that is there more than once, once. */
export function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const value of values) (seen.has(value) ? twice : seen).add(value)
  return [...twice]
}
