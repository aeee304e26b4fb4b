import type { CellFact } from '../../finding/facts.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import type { StatedTotal } from '../../record/reading.ts'
import type { SetAside } from '../../record/setAside.ts'
import type { CellCount, NotReadReason } from './cellEnd.ts'
import type { CellEnds } from './cellEnds.ts'

/** What a table's cells say: records, stated totals, and a fact for each cell that says more than its record. */
export interface ParsedTable {
  readonly records: readonly FigureRecord[]
  readonly totals: readonly StatedTotal[]
  readonly cells: readonly CellFact[]
  /** True where no two records share a key. */
  readonly distinct: boolean
  /** Cells that were not taken, by address, and why. */
  readonly notRead: readonly NotRead[]
  /** How each filled cell of the table's rows and columns ended. */
  readonly ends: Pick<CellEnds, 'of'>
  /** The same as numbers: every filled cell in one of the three. */
  readonly count: CellCount
  /** Figures that are known and in no record. */
  readonly setAside: readonly SetAside[]
}

export interface NotRead {
  readonly cell: string
  readonly reason: NotReadReason
  /** Of an ambiguous cell the ids between which a person must choose. */
  readonly candidates?: readonly string[]
  /** Of a cell in an unknown column: words without a digit, or a rank, a day, a size; of an unknown row: “—”. */
  readonly isNoFigure?: true
  /** Of a figure that its record has twice, the cell that was taken. */
  readonly taken?: { readonly cell: string; readonly isMoney: boolean }
}
