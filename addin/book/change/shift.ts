import type { Area } from '../../../shared/grid/a1.ts'
import { LAST_COLUMN, LAST_ROW } from '../area.ts'

/** Rows or columns that come or go, or cells that do and move those beyond them. */
export interface Shift {
  readonly axis: 'row' | 'column'
  /** The first row or column that comes or goes. */
  readonly at: number
  readonly count: number
  readonly kind: 'insert' | 'delete'
  /** Across: from which column (or row) to which. Everything, where whole rows or columns come or go. */
  readonly from: number
  readonly to: number
}

/** The last row or column there can be. */
export const lastOf = (axis: Shift['axis']): number => (axis === 'row' ? LAST_ROW : LAST_COLUMN)

/** Whether whole rows or columns come or go. */
export const isWhole = ({ axis, from, to }: Shift): boolean => from === 1 && to === lastOf(axis === 'row' ? 'column' : 'row')

/** The area that comes or goes. */
export const shiftedArea = ({ axis, at, count, from, to }: Shift): Area =>
  axis === 'row' ? { top: at, bottom: at + count - 1, left: from, right: to } : { left: at, right: at + count - 1, top: from, bottom: to }

/** Where a row or column is afterwards; undefined where it is gone or pushed off the sheet. */
export function shiftLine(line: number, { axis, at, count, kind }: Shift): number | undefined {
  if (line < at) return line
  if (kind === 'insert') return line + count <= lastOf(axis) ? line + count : undefined
  return line >= at + count ? line - count : undefined
}

/**
 * Where an area is afterwards, undefined where nothing of it is left. One that reaches beyond the cells that move at their
 * sides stays where it is, as in Excel; whoever may not be cut asks `cuts` before.
 */
export function shiftArea(area: Area, shift: Shift): Area | undefined {
  const { axis } = shift
  if (!isAcross(area, shift)) return area
  const lines = axis === 'row' ? shiftSpan(area.top, area.bottom, shift) : shiftSpan(area.left, area.right, shift)
  if (!lines) return undefined
  return axis === 'row' ? { ...area, top: lines.from, bottom: lines.to } : { ...area, left: lines.from, right: lines.to }
}

/** Whether what moves takes an area along as a whole, seen across. */
function isAcross(area: Area, { axis, from, to }: Shift): boolean {
  return axis === 'row' ? area.left >= from && area.right <= to : area.top >= from && area.bottom <= to
}

/** Whether an area would be torn: some of what it covers moves, and some does not. */
export function cuts(area: Area, shift: Shift): boolean {
  const { axis, at, from, to } = shift
  const reaches =
    axis === 'row' ? area.bottom >= at && area.left <= to && area.right >= from : area.right >= at && area.top <= to && area.bottom >= from
  return reaches && !isAcross(area, shift)
}

function shiftSpan(first: number, last: number, { axis, at, count, kind }: Shift): { from: number; to: number } | undefined {
  const end = lastOf(axis)
  if (first === 1 && last === end) return { from: first, to: last }
  if (kind === 'insert') {
    const from = first >= at ? first + count : first
    const to = last >= at ? Math.min(end, last + count) : last
    return from > end ? undefined : { from, to }
  }
  const after = at + count
  const from = first < at ? first : first >= after ? first - count : at
  const to = last < at ? last : last >= after ? last - count : at - 1
  return from > to ? undefined : { from, to }
}
