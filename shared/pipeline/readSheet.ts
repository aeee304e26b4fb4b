import { fail, ok, type Result } from '../base/result.ts'
import { checkProjects, checkRecords } from '../checks/checkRecords.ts'
import { withoutConfirmed } from '../finding/confirmation.ts'
import { groupFindings } from '../finding/groupFindings.ts'
import { address } from '../grid/a1.ts'
import type { Grid } from '../grid/grid.ts'
import type { Question } from '../record/question.ts'
import type { Correction, ReadingContext, RecognizedTable } from '../record/reading.ts'
import type { Register } from '../register/register.ts'
import { askAboutTable } from '../sheet/askAboutTable.ts'
import { KNOWN_HEADINGS } from '../sheet/headings/headingFields.ts'
import { outsideFigures } from '../sheet/outsideFigures.ts'
import { parseRecords } from '../sheet/parseRecords.ts'
import { recognizeTables } from '../sheet/recognizeTables.ts'
import type { NotRead } from '../sheet/tally/parsedTable.ts'
import { viewSheet } from '../sheet/view/sheetView.ts'
import { addUpLedgers } from './addUpLedgers.ts'
import { dispositions } from './dispositions.ts'
import { joinTables } from './joinTables.ts'
import { notReadFindings } from './notReadFindings.ts'
import { outsideFindings } from './outsideFindings.ts'
import type { ReadingFault, SheetReading } from './sheetReading.ts'

/**
 * The whole road from a grid to what it says, and the one entry for the pane, the command line and tests. Bad data becomes
 * findings; only a sheet without a table is a fault.
 *
 *     viewSheet        merges resolved, texts compacted, the filled rows known
 *     recognizeTables  which rows and columns are what, and what each is about
 *     parseRecords     cells → records, totals, facts for the checks, and cells that were not read
 *     addUpLedgers     rows of single projects → sums by area, which wait for a word
 *     checkRecords     facts → findings; the same checks run in the worker
 *     askAboutTable    columns that were left open → one question a table
 *     dispositions     what becomes of each record: accepted, refused, asked about
 *     groupFindings    notes that say the same of a column or row, as one
 */
export function readSheet(
  grid: Grid,
  register: Register,
  context: ReadingContext,
  corrections: readonly Correction[] = [],
): Result<SheetReading, ReadingFault> {
  const view = viewSheet(grid)
  if (view.filledRows.length === 0) return fail({ tag: 'empty' })
  const tables = recognizeTables(view, register, context, corrections)
  if (tables.length === 0) return fail({ tag: 'noTable', lookedFor: KNOWN_HEADINGS })
  const parsed = tables.map((table) =>
    addUpLedgers({ view, table, register }, parseRecords({ view, table, register, context }), corrections),
  )
  const { records, totals, cells, distinct, notRead, setAside, count } = joinTables(parsed)
  const ledgers = parsed.flatMap((table) => table.ledgers)
  const questions = tables.flatMap((table, i) => askAboutTable(view, table, parsed[i]?.records ?? []) ?? [])
  const { fileName, sheetName } = grid
  const file = fileName === undefined ? {} : { file: fileName }
  const facts = { totals, tables, cells, register, context }
  const findings = [
    ...withoutConfirmed(checkRecords({ ...facts, records, distinct, ledgers, ...file }), corrections),
    ...checkProjects({ ...facts, records: parsed.flatMap(({ projects }) => projects) }),
    ...notReadFindings(withoutAsked(notRead, tables, questions), sheetName),
    ...outsideFindings(outsideFigures(view, register, tables), sheetName),
  ]
  return ok({
    sheetName,
    tables,
    records: dispositions({ records, findings, questions, ledgers }, register),
    totals,
    findings: groupFindings(findings),
    questions,
    setAside,
    ledgers,
    cellCount: count,
  })
}

/** A column of which a question asks is not reported as unknown as well. */
function withoutAsked(notRead: readonly NotRead[], tables: readonly RecognizedTable[], questions: readonly Question[]): readonly NotRead[] {
  if (questions.length === 0) return notRead
  const asked = new Set(
    questions.flatMap(({ table, columns }) => {
      const rows = tables.find(({ id }) => id === table)?.dataRows ?? []
      return rows.flatMap((row) => columns.map((column) => address(row, column)))
    }),
  )
  return notRead.filter(({ reason, cell }) => reason !== 'column_unknown' || !asked.has(cell))
}
