import type { CellValue } from '../../grid/grid.ts'
import { type ColumnField, type TextField, textFilledBy } from '../../record/columnFields.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import { type RecordBuilder, recordBuilder, toRecord } from './recordBuilder.ts'

/** What a cell of Excel holds; words beyond it are cut off at whole texts. */
const LONGEST = 32_767

/** What is put together so far for a task and an area. */
interface TextRecord {
  readonly builder: RecordBuilder
  readonly row: number
  /** The texts that it has already, by field. */
  readonly texts: Map<TextField, Set<string>>
}

/** A text of a table and what it is about. */
export interface TextCell {
  readonly task: string | undefined
  readonly area: string
  readonly field: ColumnField
  readonly value: CellValue
  readonly row: number
  readonly cell: string
}

/** The words of a table by task and area; what several rows say of one task is put together. */
export class TextRecords {
  private readonly sheet: string
  private readonly byTask = new Map<string, Map<string, TextRecord>>()
  private readonly inOrder: TextRecord[] = []

  constructor(sheet: string) {
    this.sheet = sheet
  }

  /** Adds a text to what its task has, once; false where it is about no task, or its field is not one of texts. */
  add({ task, area, field, value, row, cell }: TextCell): boolean {
    const into = textFilledBy(field)
    if (task === undefined || into === undefined || value === null) return false
    const { builder, texts } = this.textOf(task, area, row)
    const text = String(value).trim()
    const before = builder.values[into]
    builder.cells[into] ??= cell
    const known = texts.get(into)
    if (!known) texts.set(into, new Set([text]))
    if (typeof before !== 'string') builder.values[into] = text
    else if (before.length < LONGEST && !known?.has(text)) builder.values[into] = `${before}\n${text}`
    known?.add(text)
    return true
  }

  records(): readonly FigureRecord[] {
    return this.inOrder.map(({ builder, row }) => toRecord(builder, this.sheet, row))
  }

  private textOf(task: string, area: string, row: number): TextRecord {
    const areas = this.byTask.get(task) ?? new Map<string, TextRecord>()
    if (areas.size === 0) this.byTask.set(task, areas)
    const known = areas.get(area)
    if (known) return known
    const made: TextRecord = { builder: recordBuilder(task, area, '', undefined), row, texts: new Map() }
    areas.set(area, made)
    this.inOrder.push(made)
    return made
  }
}
