import type { Check, CheckFacts } from '../finding/facts.ts'
import { type FigureRecord, recordKeyText } from '../record/figureRecord.ts'
import { earlierRecords } from './lookups/earlier.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { readTaskText } from './lookups/readTaskText.ts'
import { sheetDate } from './lookups/sheetDate.ts'
import { textClaims } from './lookups/textClaims.ts'

/**
 * TEXT_COMMITMENT_DUE: a date promised in an earlier text has passed and the new text does not refer to it.
 *
 *     earlier text       as of       new text            finding
 *     预计5月底施工招标     2021-06-30  正在进行控制价评审      warning
 *     预计5月底施工招标     2021-06-30  已完成招标            none
 *     预计8月31日完工      2021-06-30  正在施工              none (not due)
 */
export const textCommitmentDue: Check = (facts) =>
  textClaims(facts).flatMap((claims) => {
    const before = earlierText(facts, claims.record)
    const asOf = sheetDate(facts, claims.record)
    if (before === undefined || asOf === undefined) return []
    const promises = readTaskText(facts, { tasks: [claims.task], text: before })?.commitments ?? []
    return promises
      .filter((promise) => promise.date < asOf && !refersTo(claims.text, promise.what))
      .map((promise) =>
        raise(
          'TEXT_COMMITMENT_DUE',
          placeOf(claims.record, 'progressText'),
          { promised: promise.raw, date: promise.date, what: promise.what, asOf },
          { field: 'progressText' },
        ),
      )
  })

/** The text of the same task and area in the last accepted period. */
export const earlierText = (facts: CheckFacts, record: FigureRecord): string | undefined =>
  earlierRecords(facts).get(recordKeyText(record))?.values.progressText ?? undefined

/** The new text refers to a promise if it names what was promised, or at least its last word (招标 of 施工招标). */
function refersTo(text: string, what: string): boolean {
  const words = what.replace(/[，。；、\s]/g, '')
  return words !== '' && (text.includes(words) || text.includes(words.slice(-2)))
}
