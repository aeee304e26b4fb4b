import type { CellFact } from '../../finding/facts.ts'
import { columnOf, rowOf } from '../../grid/a1.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import type { RecognizedTable, StatedTotal } from '../../record/reading.ts'
import { NAMING } from './cellEnd.ts'
import { CellEnds } from './cellEnds.ts'
import type { NotRead } from './parsedTable.ts'
import { type RecordBuilder, toRecord } from './recordBuilder.ts'
import { TextRecords } from './textRecords.ts'
import { type TotalBuilder, toTotal } from './totalBuilder.ts'

/**
 * What a table's cells gave so far, and the one writer of it: records, texts, totals, facts for the checks, and how each
 * filled cell ended.
 */
export class Tally {
  readonly texts: TextRecords
  readonly ends: CellEnds
  private readonly sheet: string
  private readonly recordList: FigureRecord[] = []
  private readonly totalList: TotalBuilder[] = []
  private readonly factList: CellFact[] = []
  private notReadList: NotRead[] = []

  constructor(sheet: string, table: RecognizedTable) {
    this.sheet = sheet
    this.texts = new TextRecords(sheet)
    this.ends = new CellEnds(table)
  }

  /** The records of figures so far; those of texts are put together to the last row. */
  get records(): readonly FigureRecord[] {
    return this.recordList
  }

  get facts(): readonly CellFact[] {
    return this.factList
  }

  get notRead(): readonly NotRead[] {
    return this.notReadList
  }

  totals(): readonly StatedTotal[] {
    return this.totalList.map((total) => toTotal(total, this.sheet))
  }

  /** A record, at the row at which people look for it. */
  addRecord(builder: RecordBuilder, row: number): void {
    this.recordList.push(toRecord(builder, this.sheet, row))
  }

  addTotal(total: TotalBuilder): void {
    this.totalList.push(total)
  }

  get lastTotal(): TotalBuilder | undefined {
    return this.totalList.at(-1)
  }

  /** The totals of the row that is being read: they were added last. */
  totalsOfRow(row: number): readonly TotalBuilder[] {
    const from = this.totalList.findLastIndex((total) => total.row !== row)
    return this.totalList.slice(from + 1)
  }

  addFact(fact: CellFact): void {
    this.factList.push(fact)
  }

  addNotRead(entry: NotRead): void {
    this.notReadList.push(entry)
  }

  /** Cells that were not read for want of a field, in columns that name the parts of records: they were read after all. */
  readAsNaming(columns: ReadonlySet<number>): void {
    const { named = [], others = [] } = Object.groupBy(this.notReadList, ({ cell, reason }) =>
      reason === 'column_unknown' && columns.has(columnOf(cell)) ? 'named' : 'others',
    )
    for (const { cell } of named) this.ends.change(rowOf(cell), columnOf(cell), NAMING)
    this.notReadList = others
  }
}
