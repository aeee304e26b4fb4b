import { columnOf, rowOf } from '../../grid/a1.ts'
import { asScaled, SCALED_LIMIT } from '../../quantity/scaled.ts'
import { reaches } from '../../quantity/stage.ts'
import { NUMBER_FIELDS, type NumberField, VALUES, type ValueField } from '../../record/columnFields.ts'
import type { FigureRecord, Origin, RecordValues } from '../../record/figureRecord.ts'
import type { LedgerSum } from '../../record/ledger.ts'
import type { Indicator } from '../../register/register.ts'
import type { SheetView } from '../view/sheetView.ts'

/** The record that rows of one area add up to, and how it came about. */
export interface SummedRows {
  readonly record: FigureRecord
  readonly sum: LedgerSum
}

/**
 * Adds up rows of one indicator and area: figures and money; of a row at a stage that does not count its target alone. A
 * figure that no row has stays absent, never 0; so does one of which a row's cell could not be read, and the sum then leads to
 * that cell, as it does to one below zero, so that what is found there holds the sum back. The day is the latest of them; what else a row says (its own percentage,
 * its dates) is of the single project and stays in the sheet.
 */
export function sumRows(view: SheetView, rows: readonly FigureRecord[], indicator: Indicator): SummedRows {
  const counts = (record: FigureRecord) => record.values.stage == null || reaches(record.values.stage, indicator.countsStage)
  const cells: { -readonly [K in keyof Origin['cells']]: Origin['cells'][K] } = {}
  const values: { -readonly [K in keyof RecordValues]: RecordValues[K] } = {}
  for (const field of NUMBER_FIELDS) {
    if (!ADDED.has(VALUES[field].unit ?? '')) continue
    const stating = rows.filter((record) => record.values[field] != null && (!OF_THE_STAGE.has(field) || counts(record)))
    const total = stating.reduce((sum, record) => sum + (record.values[field] ?? 0), 0)
    const unread = rows.find((record) => isUnread(view, record, field))
    const odd = unread ?? stating.find((record) => (record.values[field] ?? 0) < 0)
    const at = (odd ?? stating[0] ?? rows.find(({ origin }) => origin.cells[field] !== undefined))?.origin.cells[field]
    if (at !== undefined) cells[field] = at
    if (!unread && stating.length > 0 && Math.abs(total) < SCALED_LIMIT) values[field] = asScaled(total)
  }
  const [first] = rows
  if (first === undefined) throw new RangeError('no rows to add up')
  const { subject, area, origin } = first
  const part = ''
  for (const field of NAMED_BY) if (origin.cells[field] !== undefined) cells[field] = origin.cells[field]
  const asOf = rows
    .flatMap((record) => record.values.asOf ?? [])
    .sort()
    .at(-1)
  if (asOf !== undefined) values.asOf = asOf
  const without = rows.filter((record) => record.values.cumulative == null || !counts(record)).length
  return {
    record: { subject, area, part, values, written: {}, origin: { sheet: origin.sheet, row: origin.row, cells } },
    sum: { subject, area, part, rows: rows.map((record) => record.origin.row), without },
  }
}

/** A cell that is filled and gave no figure: what it says is found there, and no sum is made without it. */
function isUnread(view: SheetView, { values, origin }: FigureRecord, field: NumberField): boolean {
  const cell = origin.cells[field]
  return values[field] === undefined && cell !== undefined && view.text(rowOf(cell), columnOf(cell)) !== ''
}

/** Counts and money add up; percentages do not. */
const ADDED: ReadonlySet<string> = new Set(['measure', 'counted', 'money'])
/** Of what has not come as far as the indicator counts, these are of another stage. */
const OF_THE_STAGE: ReadonlySet<ValueField> = new Set<ValueField>(['cumulative', 'periodValue', 'previous'])
const NAMED_BY = ['subject', 'area'] as const
