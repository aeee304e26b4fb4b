import { fail, ok, type Result } from '../base/result.ts'
import { checkRecords } from '../checks/checkRecords.ts'
import type { CellFact } from '../finding/facts.ts'
import { FINDING_SEVERITY, type Finding } from '../finding/finding.ts'
import { columnOf, rowOf } from '../grid/a1.ts'
import type { Grid } from '../grid/grid.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import type { Correction, ReadingContext, StatedTotal } from '../record/reading.ts'
import type { Register } from '../register/register.ts'
import type { NotRead } from '../sheet/cells/parsed.ts'
import { KNOWN_HEADINGS } from '../sheet/headings/headingFields.ts'
import { parseView } from '../sheet/parseRecords.ts'
import { recognizeTables } from '../sheet/recognizeTables.ts'
import { viewSheet } from '../sheet/view/sheetView.ts'
import { dispositions } from './dispositions.ts'
import type { ReadingFault, SheetReading } from './sheetReading.ts'
import { tellPartsApart } from './tellPartsApart.ts'

/**
 * The whole road from a grid to what it says: recognizeTables → parseRecords → checkRecords → dispositions. The one
 * entry for the pane, the command line and tests. Bad data becomes findings; only a sheet without a table is a fault.
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
  let records: readonly FigureRecord[] = []
  let totals: readonly StatedTotal[] = []
  let cells: readonly CellFact[] = []
  let notRead: readonly NotRead[] = []
  let distinct = false
  const cellCount = { read: 0, skipped: 0, reported: 0 }
  for (const table of tables) {
    const parsed = parseView(view, table, register, context)
    const told = parsed.distinct ? parsed.records : tellPartsApart(table, parsed.records, parsed.cells, register, view)
    const open = withoutNaming(parsed.notRead, told)
    const named = parsed.notRead.length - open.length
    records = records.concat(told)
    totals = totals.concat(parsed.totals)
    cells = cells.concat(parsed.cells)
    notRead = notRead.concat(open)
    distinct = parsed.distinct && tables.length === 1
    cellCount.read += parsed.read + named
    cellCount.skipped += parsed.skipped
    cellCount.reported += parsed.reported - named
  }
  const checked = checkRecords({ records, totals, tables, cells, distinct, register, context })
  const findings = [...checked, ...findingsOf(notRead, grid.sheetName)]
  return ok({
    sheetName: grid.sheetName,
    tables,
    records: dispositions(records, findings, register),
    totals,
    findings,
    cellCount,
  })
}

/** Cells of unknown columns that name the parts of records were read after all. */
function withoutNaming(notRead: readonly NotRead[], records: readonly FigureRecord[]): readonly NotRead[] {
  if (notRead.every(({ reason }) => reason !== 'column_unknown')) return notRead
  const naming = new Set(records.flatMap(({ origin }) => (origin.cells.part === undefined ? [] : columnOf(origin.cells.part))))
  return notRead.filter(({ cell, reason }) => reason !== 'column_unknown' || !naming.has(columnOf(cell)))
}

/** Cells that no record took: said once a column or row, so that nothing is dropped in silence. */
function findingsOf(notRead: readonly NotRead[], sheet: string): readonly Finding[] {
  const groups = new Map<string, NotRead[]>()
  for (const entry of notRead) {
    const place = entry.reason === 'column_unknown' ? columnOf(entry.cell) : rowOf(entry.cell)
    const key = `${entry.reason}|${place}`
    const list = groups.get(key)
    if (list) list.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups.values()].flatMap((list): readonly Finding[] => {
    const first = list[0]
    if (!first || first.reason === 'area_unknown') return []
    const code = first.reason === 'subject_ambiguous' ? 'SUBJECT_AMBIGUOUS' : 'NOT_READ'
    const cells = list.map((entry) => entry.cell)
    return [
      {
        code,
        severity: FINDING_SEVERITY[code],
        sheet,
        cell: first.cell,
        ...(cells.length > 1 ? { cells } : {}),
        params: { reason: first.reason, ...(first.candidates ? { candidates: first.candidates } : {}) },
      },
    ]
  })
}
