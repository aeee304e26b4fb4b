import type { Scaled } from '../../quantity/scaled.ts'
import type { Stage } from '../../quantity/stage.ts'
import type { NumberField, ValueField } from '../../record/columnFields.ts'
import { type FigureRecord, recordKeyText } from '../../record/figureRecord.ts'
import type { Indicator } from '../../register/register.ts'

/** A record while its row is read. */
export interface RecordDraft {
  readonly subject: string
  readonly area: string
  readonly part: string
  readonly indicator: Indicator | undefined
  readonly values: { [field in ValueField]?: Scaled | string | boolean | null }
  readonly written: { [field in ValueField]?: string }
  readonly cells: { [field in ValueField | 'subject' | 'area' | 'part']?: string }
  /** Its `recordKeyText`, made when it is first asked for. */
  key: string | undefined
  /** A cell of it says "no such task". */
  marked: boolean
  /** A cell of it said anything else. */
  filled: boolean
}

export function newDraft(subject: string, area: string, part: string, indicator: Indicator | undefined): RecordDraft {
  return { subject, area, part, indicator, values: {}, written: {}, cells: {}, key: undefined, marked: false, filled: false }
}

/** The key of a draft's record; many cells of a row ask for it. */
export function keyOf(draft: RecordDraft): string {
  draft.key ??= recordKeyText(draft)
  return draft.key
}

/** Puts a figure where none was, and remembers its cell and wording. */
export function setFigure(
  draft: RecordDraft,
  field: NumberField,
  value: Scaled | undefined,
  cell: string,
  written: string | undefined,
): void {
  if (draft.cells[field] !== undefined && draft.values[field] !== undefined) return
  draft.cells[field] = cell
  draft.filled = true
  if (value !== undefined) draft.values[field] = value
  if (written !== undefined) draft.written[field] = written
}

export function setWord(
  draft: RecordDraft,
  field: ValueField,
  value: string | boolean | Stage | undefined,
  cell: string,
  written?: string,
): void {
  draft.cells[field] ??= cell
  if (value !== undefined && draft.values[field] === undefined) draft.values[field] = value
  if (written !== undefined) draft.written[field] ??= written
}

export function toRecord(draft: RecordDraft, sheet: string, row: number): FigureRecord {
  return {
    subject: draft.subject,
    area: draft.area,
    part: draft.part,
    values: draft.values as FigureRecord['values'],
    written: draft.written,
    origin: { sheet, row, cells: draft.cells },
  }
}
