import { isRecord } from '../../../shared/base/keysOf.ts'
import { LAST_ROW } from '../../book/area.ts'
import { filtersOf } from '../../book/change/filterRows.ts'
import { isList, type Json } from '../../book/json.ts'
import { Sheet } from '../../book/sheet.ts'
import type { Act, RangeTarget } from '../richapi/hostObject.ts'
import type { Mood } from '../richapi/mood.ts'
import { range } from '../richapi/range.ts'

const BULK = ['Values', 'Formulas']

/**
 * Several rows of values written across rows that a filter leaves out go, row by row, into the rows that are shown, the last
 * of them below the range: what stood there is lost, and what was meant for other rows stands elsewhere. Rows that were
 * hidden by hand are written as any others.
 */
export const filteredRows: Mood = {
  before: (act, session) => {
    const written = bulkOf(act)
    if (!written) return false
    const { sheet, area, rows } = written
    let row = area.top
    for (const line of rows) {
      while (row < LAST_ROW && isLeftOut(sheet, row)) row++
      range.properties?.[act.name]?.set?.({ sheet, area: { ...area, top: row, bottom: row } }, [line], session)
      row++
    }
    return true
  },
}

/** The rows of a write that touches some that are left out; undefined for any other act. */
function bulkOf({ kind, type, name, target, args: [rows] }: Act): (RangeTarget & { readonly rows: readonly Json[] }) | undefined {
  if (kind !== 'set' || type !== 'Range' || !BULK.includes(name) || !isRange(target) || !isList(rows)) return undefined
  const { sheet, area } = target
  const touches = rows.some((_, i) => isLeftOut(sheet, area.top + i))
  return rows.length > 1 && touches ? { sheet, area, rows } : undefined
}

/** Whether a filter of the sheet or of one of its tables hides a row. */
const isLeftOut = (sheet: Sheet, row: number): boolean =>
  sheet.rowHidden(row) && filtersOf(sheet).some(({ now: { area, criteria } }) => criteria.size > 0 && row > area.top && row <= area.bottom)

const isRange = (target: unknown): target is RangeTarget => isRecord(target) && target.sheet instanceof Sheet && 'area' in target
