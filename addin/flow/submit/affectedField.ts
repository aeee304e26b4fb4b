import { isKeyOf, isOneOf } from '../../../shared/base/keysOf.ts'
import type { Finding } from '../../../shared/finding/finding.ts'
import type { ReadRecord } from '../../../shared/pipeline/sheetReading.ts'
import { COLUMN_FIELDS, VALUE_FIELDS, type ValueField } from '../../../shared/record/columnFields.ts'

/** What a finding affects in a record: one field, the `row` (its very subject or area), or nothing that travels. */
export type Affected = ValueField | 'row' | undefined

/** The finding's own cell decides first; then the field it names; a finding of the record without a field affects the row. */
export function affectedField(finding: Finding, record: ReadRecord): Affected {
  const { cells } = record.origin
  const at = new Set(cellsOf(finding))
  const byCell = VALUE_FIELDS.find((field) => cells[field] !== undefined && at.has(cells[field]))
  if (byCell !== undefined) return byCell
  if (finding.field === undefined) return 'row'
  if (isOneOf(VALUE_FIELDS, finding.field)) return finding.field
  // Findings of the reader name the column's field, those of the checks the record's.
  if (isOneOf(KEY_FIELDS, finding.field)) return 'row'
  if (!isKeyOf(COLUMN_FIELDS, finding.field)) return undefined
  const { group, fills } = COLUMN_FIELDS[finding.field]
  // where the words that say what the row is about are in doubt, so is the whole row
  return group === 'naming' ? 'row' : fills
}

/** The parts of a record's key. */
const KEY_FIELDS = ['subject', 'area', 'part'] as const

/** Every cell that a finding is about: its own, those it lists, and those that its params list. May repeat one. */
export function cellsOf({ cell, cells = [], params }: Finding): readonly string[] {
  const more = params.cells
  return [cell, ...cells, ...(typeof more === 'object' ? more : [])]
}
