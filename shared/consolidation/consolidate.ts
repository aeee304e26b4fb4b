import type { Assignment, Register } from '../register/register.ts'
import type { CityFigures } from '../wire/consolidation.ts'
import { textOf } from './areaFigure.ts'
import { type CityRows, cityRows } from './cityRows.ts'
import { consolidateIndicator } from './consolidateIndicator.ts'
import type { FoldRow } from './foldRow.ts'
import { isAnswered, reportedOf } from './reported.ts'
import { reporterStatus } from './reporterStatus.ts'
import { reportsProgress } from './reportsProgress.ts'

/** What names a consolidation: the period, and the position and era of the rows that it was made from. */
export interface ConsolidationVersion {
  readonly period: string
  readonly asOfSeq: number
  readonly era: string
}

/**
 * The city's figures from all records of one period (withdrawn ones may be among them): a pure fold, the same in
 * whatever order the rows come. Rows of reporters that have no assignment of record are never rolled up.
 */
export const consolidate = (register: Register, records: readonly FoldRow[], version: ConsolidationVersion): CityFigures =>
  consolidateRows(cityRows(register, records, version.period), version)

/** The same from rows that are arranged already. */
export function consolidateRows(rows: CityRows, version: ConsolidationVersion): CityFigures {
  const { register, ofRecord } = rows
  return {
    period: version.period,
    registerVersion: register.version,
    asOfSeq: version.asOfSeq,
    era: version.era,
    indicators: register.indicators.map((indicator) => consolidateIndicator(rows, indicator)),
    narratives: register.tasks.flatMap((task) => narrativesOf(rows, ofRecord.get(task.id) ?? [])),
    otherTexts: register.tasks.flatMap((task) => otherTextsOf(rows, task.id)),
    reporters: reporterStatus(rows),
  }
}

/** The texts on a task by its reporters of record, each with its writer; a blank one is no text. */
function narrativesOf({ register, index }: CityRows, record: readonly Assignment[]): CityFigures['narratives'] {
  return record.flatMap(({ subject, reporter }) =>
    index.rows(reporter, subject, register.city).flatMap((row) => {
      const text = textOf(row, 'progressText')
      if (row.part !== '' || text === null || text.trim() === '') return []
      return [
        {
          task: subject,
          reporter: row.reporter,
          text,
          asOf: textOf(row, 'asOf'),
          reported: reportsProgress(text) ? 'reported' : 'noProgress',
          account: row.account,
          by: row.by,
          at: row.at,
          onBehalf: row.onBehalf,
        },
      ]
    }),
  )
}

/** The units that were asked for a text on a task, are not of record, and sent one. */
function otherTextsOf(rows: CityRows, task: string): CityFigures['otherTexts'] {
  const asked = rows.register.assignments.filter(({ subject, ofRecord }) => subject === task && !ofRecord)
  return asked.flatMap(({ reporter, areas }) =>
    areas.some((area) => isAnswered(reportedOf(rows, { reporter, subject: task, area }))) ? [{ task, reporter }] : [],
  )
}
