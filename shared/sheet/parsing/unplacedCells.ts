import { address } from '../../grid/a1.ts'
import { isNotApplicable } from '../../quantity/notApplicable.ts'
import { ASIDE, NOT_READ, type NotReadReason } from '../tally/cellEnd.ts'
import type { Cell, Row } from './row.ts'

/** Reports a cell that nothing took, once; `candidates` are the ids between which a person must choose. */
export function leaveUnread(row: Row, cell: Cell, reason: NotReadReason, candidates?: readonly string[]): void {
  cell.end = NOT_READ[reason]
  const isNoFigure = reason === 'subject_unknown' && typeof cell.value === 'string' && isNotApplicable(cell.value)
  row.table.tally.addNotRead({ cell: cell.address, reason, ...(candidates ? { candidates } : {}), ...(isNoFigure ? { isNoFigure } : {}) })
}

/** Figures of a row that is about nothing we know, or about one of several things. */
export function reportUnplaced(row: Row): void {
  const candidates = row.binding.why.params?.candidates
  for (const cell of row.cells) {
    if (cell.plan.figure === undefined || !isUnplaced(cell)) continue
    if (typeof candidates === 'string') leaveUnread(row, cell, 'subject_ambiguous', candidates.split(','))
    else leaveUnread(row, cell, candidates === undefined ? 'subject_unknown' : 'subject_ambiguous')
  }
}

/** Nothing took the cell, and no check reports it. */
const isUnplaced = ({ end, fact }: Cell): boolean =>
  (end === undefined || end === ASIDE.no_record) && fact.error === undefined && fact.refused === undefined

/** A functional zone or an unknown area: its figures are not stored, and that is reported at its name. */
export function reportUnknownArea(row: Row): void {
  const { lookups } = row.table
  for (const cell of row.cells) {
    const { plan, value, fact } = cell
    if (plan.figure === undefined || fact.error !== undefined) continue
    const indicator = plan.indicator ? lookups.indicatorOf(plan.indicator) : undefined
    const { quantity } =
      plan.field === 'percent'
        ? lookups.figures.readPercent(value, undefined, undefined)
        : lookups.figures.read(value, indicator, plan.label)
    if (quantity) fact.quantity = quantity
    if (plan.indicator) fact.indicator = plan.indicator
    leaveUnread(row, cell, 'area_unknown')
  }
}

/** The cells of columns that nobody knows are reported; those of columns that a person left out are known and set aside. */
export function reportUnknownColumns(row: Row): void {
  const { setting, tally } = row.table
  for (const column of setting.leftOutColumns) if (setting.view.value(row.number, column) !== null) row.end(column, ASIDE.column_aside)
  for (const column of setting.unknownColumns) {
    const value = setting.view.value(row.number, column)
    if (value === null) continue
    const isNoFigure =
      setting.figurelessColumns.has(column) || typeof value === 'boolean' || !HAS_DIGITS.test(String(value)) || ROAD.test(String(value))
    tally.addNotRead({ cell: address(row.number, column), reason: 'column_unknown', ...(isNoFigure ? { isNoFigure } : {}) })
    row.end(column, NOT_READ.column_unknown)
  }
}

const HAS_DIGITS = /\p{Nd}/u
/** X101, Y202线 name roads. */
const ROAD = /^[A-Z]\d{3,4}\p{Script=Han}{0,3}$/u
