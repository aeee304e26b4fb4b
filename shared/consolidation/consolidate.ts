import type { Assignment, Register } from '../register/register.ts'
import type { CityFigures } from '../wire/consolidation.ts'
import type { ServerRecord } from '../wire/sync.ts'
import { textOf } from './areaFigure.ts'
import { type CityFold, cityFold } from './cityFold.ts'
import { consolidateIndicator } from './consolidateIndicator.ts'
import { reporterStatus } from './reporterStatus.ts'

/** What a consolidation is named by: the period, and the position and era of the rows it was made of. */
export interface ConsolidationOf {
  readonly period: string
  readonly asOfSeq: number
  readonly era: string
}

/**
 * The city's figures from all records of one period (withdrawn ones may be among them): a pure fold, the same in
 * whatever order the rows come. Rows of reporters that have no assignment of record are never rolled up.
 */
export const consolidate = (register: Register, records: readonly ServerRecord[], of: ConsolidationOf): CityFigures =>
  consolidateFold(cityFold(register, records), of)

/** The same of rows that are laid out already. */
export function consolidateFold(fold: CityFold, of: ConsolidationOf): CityFigures {
  const { register, index, ofRecord } = fold
  return {
    period: of.period,
    registerVersion: register.version,
    asOfSeq: of.asOfSeq,
    era: of.era,
    indicators: register.indicators.map((indicator) => consolidateIndicator(fold, indicator)),
    narratives: register.tasks.flatMap((task) => narrativesOf(fold, ofRecord.get(task.id) ?? [])),
    reporters: reporterStatus(register, index),
  }
}

function narrativesOf({ register, index }: CityFold, record: readonly Assignment[]): CityFigures['narratives'] {
  return record.flatMap(({ subject, reporter }) =>
    index.rows(reporter, subject, register.city).flatMap((row) => {
      const text = textOf(row, 'progressText')
      if (row.part !== '' || text === null || text.trim() === '') return []
      return [{ task: subject, reporter, text, asOf: textOf(row, 'asOf'), by: row.by, at: row.at }]
    }),
  )
}
