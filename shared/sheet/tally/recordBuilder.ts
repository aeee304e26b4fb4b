import type { Scaled } from '../../quantity/scaled.ts'
import type { NumberField, ValueField } from '../../record/columnFields.ts'
import { type FigureRecord, type RecordValues, recordKeyText } from '../../record/figureRecord.ts'
import type { Indicator } from '../../register/register.ts'
import type { FactBuilder } from './factBuilder.ts'

type BuilderValues = { -readonly [K in keyof RecordValues]: RecordValues[K] }

/** A record while its row is read. */
export interface RecordBuilder {
  readonly subject: string
  readonly area: string
  readonly part: string
  readonly indicator: Indicator | undefined
  readonly values: BuilderValues
  readonly written: { [field in ValueField]?: string }
  readonly cells: { [field in ValueField | 'subject' | 'area' | 'part']?: string }
  /** Its `recordKeyText`, made when it is first asked for. */
  key: string | undefined
  /** The facts of its cells name it by its key; not those of a total in a column, which nobody looks for by key. */
  readonly namedByFacts: boolean
  /** A cell of it says "no such task". */
  marked: boolean
  /** Of its completed figure, the cell that says so. */
  markedCell: string | undefined
  /** A cell of it said anything else. */
  filled: boolean
}

export function recordBuilder(subject: string, area: string, part: string, indicator: Indicator | undefined): RecordBuilder {
  return {
    subject,
    area,
    part,
    indicator,
    values: {},
    written: {},
    cells: {},
    key: undefined,
    namedByFacts: true,
    marked: false,
    markedCell: undefined,
    filled: false,
  }
}

/** The key of a builder's record, made once: many cells of a row ask for it. */
export function keyOf(builder: RecordBuilder): string {
  builder.key ??= recordKeyText(builder)
  return builder.key
}

/** Says in a cell's fact of which record it is, where no other record was before. */
export function nameInFact(fact: FactBuilder, builder: RecordBuilder): void {
  if (builder.namedByFacts) fact.record ??= keyOf(builder)
}

/**
 * Puts a figure where none was, and remembers the address of its cell; without a value the address alone. False where the
 * record has that figure already.
 */
export function setFigure(builder: RecordBuilder, field: NumberField, value: Scaled | undefined, cell: string): boolean {
  if (builder.cells[field] !== undefined && builder.values[field] !== undefined) return false
  builder.cells[field] = cell
  builder.filled = true
  if (value !== undefined) builder.values[field] = value
  return true
}

/** The same for a cell whose words say more than the figure (约420户, 48%): they are kept beside it. */
export function setWrittenFigure(
  builder: RecordBuilder,
  field: NumberField,
  value: Scaled | undefined,
  { cell, written }: Written,
): boolean {
  const taken = setFigure(builder, field, value, cell)
  if (taken && written !== undefined) builder.written[field] = written
  return taken
}

/** The address of a cell, and its own words where the value does not say them. */
export interface Written {
  readonly cell: string
  readonly written: string | undefined
}

/** Puts a date, a stage, a flag or a text where none was. */
export function setWord<K extends ValueField>(builder: RecordBuilder, field: K, value: BuilderValues[K], cell: string): void {
  builder.cells[field] ??= cell
  if (value !== undefined && builder.values[field] === undefined) builder.values[field] = value
}

/** The same for a cell whose words say more than the value. */
export function setWrittenWord<K extends ValueField>(
  builder: RecordBuilder,
  field: K,
  value: BuilderValues[K],
  { cell, written }: Written,
): void {
  setWord(builder, field, value, cell)
  if (written !== undefined) builder.written[field] ??= written
}

/** The record as it was built; its row is the one at which people look for it. */
export function toRecord({ subject, area, part, values, written, cells }: RecordBuilder, sheet: string, row: number): FigureRecord {
  return { subject, area, part, values, written, origin: { sheet, row, cells } }
}
