import { oncePer } from '../../base/oncePer.ts'
import type { CheckFacts } from '../../finding/facts.ts'
import { columnLetters } from '../../grid/a1.ts'
import { percentOfRecord } from './percentOfRecord.ts'
import { percentOfTotal } from './percentOfTotal.ts'
import type { Judged, PercentSource, PercentVerdict } from './percentVerdict.ts'

/** Judges every stated percentage of records and totals once; right ones and those that nobody can judge are left out. */
export const statedPercents = oncePer((facts: CheckFacts): readonly PercentVerdict[] => {
  const doubts: PercentVerdict[] = []
  const right: string[] = []
  const sort = (judged: Judged, source: PercentSource) => {
    if (judged === 'right') right.push(source.origin.cells.statedPercent ?? '')
    else if (judged !== 'notJudged') doubts.push(judged)
  }
  facts.records.forEach((record) => {
    if (record.values.statedPercent != null) sort(percentOfRecord(facts, record), record)
  })
  facts.totals.forEach((total) => {
    sort(percentOfTotal(facts, total), total)
  })
  return withoutStrangeColumns(doubts, right)
})

/**
 * A column most of whose percentages are wrong is no percentage of completed in target as it was read (of money, of last
 * year …): nobody is accused, the percentages are only called unverifiable. Of a few percentages each is judged alone.
 */
function withoutStrangeColumns(doubts: readonly PercentVerdict[], right: readonly string[]): readonly PercentVerdict[] {
  if (doubts.every((one) => one.verdict !== 'wrong')) return doubts
  const columns = new Map<string, { all: number; wrong: number }>()
  const count = (cell: string, verdict: PercentVerdict['verdict'] | 'right') => {
    const counted = columns.get(columnLetters(cell)) ?? { all: 0, wrong: 0 }
    if (verdict !== 'unverifiable') counted.all++
    if (verdict === 'wrong') counted.wrong++
    columns.set(columnLetters(cell), counted)
  }
  for (const cell of right) count(cell, 'right')
  for (const one of doubts) count(one.place.cell, one.verdict)
  const isStrange = (cell: string) => {
    const counted = columns.get(columnLetters(cell))
    return counted !== undefined && counted.all >= FEWEST_OF_A_COLUMN && counted.wrong * 2 > counted.all
  }
  return doubts.map((one) => (one.verdict === 'wrong' && isStrange(one.place.cell) ? strange(one) : one))
}

/** Its figures are there: it is said what they make instead, and not that they are missing. */
function strange({ place, params: { stated = '', right, part, whole } }: PercentVerdict): PercentVerdict {
  const made = right === undefined ? {} : { made: right }
  return { verdict: 'unverifiable', place, params: { written: stated, ...made, ...(part && whole ? { part, whole } : {}) } }
}

const FEWEST_OF_A_COLUMN = 4
