import { FINDING_SEVERITY, type Finding, type FindingCode, type FindingParams } from '../../finding/finding.ts'
import type { FigureRecord, Origin } from '../../record/figureRecord.ts'
import { recordKeyText } from '../../record/figureRecord.ts'

type Raised = { -readonly [K in keyof Finding]: Finding[K] }

/** A finding of the catalogue at a cell, with the catalogue's severity unless `more` says another. */
export function raise(
  code: FindingCode,
  place: { readonly sheet: string; readonly cell: string; readonly record?: string | undefined },
  params: FindingParams = {},
  more: Partial<Pick<Finding, 'severity' | 'field' | 'cells' | 'records'>> = {},
): Finding {
  const { sheet, cell, record } = place
  const severity = more.severity ?? FINDING_SEVERITY[code]
  // the usual finding is made at once: a sheet can have ten thousand of them
  if (record !== undefined && more.field !== undefined && more.cells === undefined)
    return { code, severity, sheet, cell, params, record, field: more.field }
  const finding: Raised = { code, severity, sheet, cell, params }
  if (record !== undefined) finding.record = record
  if (more.field !== undefined) finding.field = more.field
  if (more.cells !== undefined) finding.cells = more.cells
  if (more.records !== undefined) finding.records = more.records
  return finding
}

/** Where a field of a record is in the sheet; the words that named the record where the field has no cell of its own. */
export function placeOf(record: FigureRecord, field: keyof Origin['cells']): { sheet: string; cell: string; record: string } {
  const { sheet, row, cells } = record.origin
  return { sheet, cell: cells[field] ?? cells.subject ?? cells.area ?? `A${row}`, record: recordKeyText(record) }
}
