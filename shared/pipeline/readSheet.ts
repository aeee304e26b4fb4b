import { fail, ok, type Result } from '../base/result.ts'
import { checkProjects, checkRecords } from '../checks/checkRecords.ts'
import { withoutConfirmed } from '../finding/confirmation.ts'
import { groupFindings } from '../finding/groupFindings.ts'
import type { Grid } from '../grid/grid.ts'
import type { Correction, ReadingContext } from '../record/reading.ts'
import type { Register } from '../register/register.ts'
import { askAboutTable } from '../sheet/askAboutTable.ts'
import { KNOWN_HEADINGS } from '../sheet/headings/headingFields.ts'
import { outsideFigures } from '../sheet/outsideFigures.ts'
import { parseRecords } from '../sheet/parseRecords.ts'
import { recognizeTables } from '../sheet/recognizeTables.ts'
import { viewSheet } from '../sheet/view/sheetView.ts'
import { addUpLedgers } from './addUpLedgers.ts'
import { dispositions } from './dispositions.ts'
import { joinTables } from './joinTables.ts'
import { notReadFindings } from './notReadFindings.ts'
import { outsideFindings } from './outsideFindings.ts'
import type { ReadingFault, SheetReading } from './sheetReading.ts'
import { withoutAsked, withoutOpen } from './whileAsked.ts'

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
    ...withoutOpen(
      withoutConfirmed(checkRecords({ ...facts, records, distinct, ledgers, ...file }), corrections),
      records,
      questions,
      tables,
    ),
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
