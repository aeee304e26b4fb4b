import type { Assignment, Register } from '../register/register.ts'
import type { Consolidation } from '../wire/consolidation.ts'
import type { ServerRecord } from '../wire/sync.ts'
import { textOf } from './areaFigure.ts'
import { consolidateIndicator } from './consolidateIndicator.ts'
import { type RecordIndex, recordIndex } from './recordIndex.ts'
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
export function consolidate(register: Register, records: readonly ServerRecord[], of: ConsolidationOf): Consolidation {
  const index = recordIndex(records)
  const ofRecord = assignmentsOfRecord(register)
  return {
    period: of.period,
    registerVersion: register.version,
    asOfSeq: of.asOfSeq,
    era: of.era,
    indicators: register.indicators.map((indicator) => consolidateIndicator(register, indicator, ofRecord.get(indicator.id) ?? [], index)),
    narratives: register.tasks.flatMap((task) => narrativesOf(register, ofRecord.get(task.id) ?? [], index)),
    reporters: reporterStatus(register, index),
  }
}

/** The assignments of record by subject. */
export function assignmentsOfRecord(register: Register): ReadonlyMap<string, readonly Assignment[]> {
  const bySubject = new Map<string, Assignment[]>()
  for (const assignment of register.assignments) {
    if (!assignment.ofRecord) continue
    const known = bySubject.get(assignment.subject)
    if (known) known.push(assignment)
    else bySubject.set(assignment.subject, [assignment])
  }
  return bySubject
}

function narrativesOf(register: Register, record: readonly Assignment[], index: RecordIndex): Consolidation['narratives'] {
  return record.flatMap(({ subject, reporter }) =>
    index.rows(reporter, subject, register.city).flatMap((row) => {
      const text = textOf(row, 'progressText')
      if (row.part !== '' || text === null || text.trim() === '') return []
      return [{ task: subject, reporter, text, asOf: textOf(row, 'asOf'), by: row.by, at: row.at }]
    }),
  )
}
