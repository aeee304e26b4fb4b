import { isRecord } from '../../../shared/base/keysOf.ts'
import { LAST_ROW } from '../book/area.ts'
import { isList, type Json } from '../book/json.ts'
import { Sheet } from '../book/sheet.ts'
import type { Act, RangeTarget } from '../richapi/hostObject.ts'
import type { Mood } from '../richapi/mood.ts'
import { range } from '../richapi/range.ts'

const BULK = ['Values', 'Formulas']

/**
 * Several rows of values written across rows that are hidden go, row by row, into the rows that are shown, the last of
 * them below the range: what stood there is lost, and what was meant for hidden rows stands elsewhere.
 */
export const filteredRows: Mood = {
  before: (act, session) => {
    const written = bulkOf(act)
    if (!written) return false
    const { sheet, area, rows } = written
    let row = area.top
    for (const line of rows) {
      while (row < LAST_ROW && sheet.rowHidden(row)) row++
      range.properties?.[act.name]?.set?.({ sheet, area: { ...area, top: row, bottom: row } }, [line], session)
      row++
    }
    return true
  },
}

/** The rows of a write that touches hidden ones; undefined for any other act. */
function bulkOf({ kind, type, name, target, args: [rows] }: Act): (RangeTarget & { readonly rows: readonly Json[] }) | undefined {
  if (kind !== 'set' || type !== 'Range' || !BULK.includes(name) || !isRange(target) || !isList(rows)) return undefined
  const { sheet, area } = target
  const hidden = rows.some((_, i) => sheet.rowHidden(area.top + i))
  return rows.length > 1 && hidden ? { sheet, area, rows } : undefined
}

const isRange = (target: unknown): target is RangeTarget => isRecord(target) && target.sheet instanceof Sheet && 'area' in target
