import type { Finding, FindingCode } from '../finding/finding.ts'
import { address, columnOf } from '../grid/a1.ts'
import { type FigureRecord, recordKeyText } from '../record/figureRecord.ts'
import type { Question } from '../record/question.ts'
import type { RecognizedTable } from '../record/reading.ts'
import type { NotRead } from '../sheet/tally/parsedTable.ts'

/** What is computed from the target and the completed figure: while nobody knows which columns these are, it accuses of nothing. */
const COMPUTED: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'PCT_MISMATCH',
  'PCT_ROUNDING',
  'PCT_UNVERIFIABLE',
  'OVER_TARGET',
  'OVER_TARGET_SUSPECT',
])

/**
 * Findings without those that an open question decides: 完成率 is not called wrong beside the question which column it is made
 * from. The figures wait for the answer; what is found under it is said then.
 */
export function withoutOpen(
  findings: readonly Finding[],
  records: readonly FigureRecord[],
  questions: readonly Question[],
  tables: readonly RecognizedTable[],
): readonly Finding[] {
  if (questions.length === 0) return findings
  const rows = new Map(questions.map(({ table, columns }) => [table, { columns: new Set(columns), rows: rowsOf(tables, table) }]))
  const open = new Set(
    records.flatMap((record) => {
      const { cumulative, target } = record.origin.cells
      const asked = [...rows.values()].some(
        (one) =>
          one.rows.has(record.origin.row) && [cumulative, target].some((cell) => cell !== undefined && one.columns.has(columnOf(cell))),
      )
      return asked ? [`${record.origin.sheet}!${recordKeyText(record)}`] : []
    }),
  )
  return findings.filter(({ code, sheet, record }) => !COMPUTED.has(code) || record === undefined || !open.has(`${sheet}!${record}`))
}

const rowsOf = (tables: readonly RecognizedTable[], id: string): ReadonlySet<number> =>
  new Set(tables.find((one) => one.id === id)?.dataRows)

/** A column of which a question asks is not reported as unknown as well. */
export function withoutAsked(
  notRead: readonly NotRead[],
  tables: readonly RecognizedTable[],
  questions: readonly Question[],
): readonly NotRead[] {
  if (questions.length === 0) return notRead
  const asked = new Set(
    questions.flatMap(({ table, columns }) => [...rowsOf(tables, table)].flatMap((row) => columns.map((column) => address(row, column)))),
  )
  return notRead.filter(({ reason, cell }) => reason !== 'column_unknown' || !asked.has(cell))
}
