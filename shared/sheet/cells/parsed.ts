import type { CellFact } from '../../finding/facts.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import type { StatedTotal } from '../../record/reading.ts'

/** What a table's cells say: records, stated totals, and a fact for each cell that says more than its record. */
export interface ParsedTable {
  readonly records: readonly FigureRecord[]
  readonly totals: readonly StatedTotal[]
  readonly cells: readonly CellFact[]
  /** True where no two records share a key. */
  readonly distinct: boolean
  /** Cells that were not taken, by address, and why. */
  readonly notRead: readonly NotRead[]
  /** Non-empty cells of headings, sections, notes and rows skipped with a reason. */
  readonly skipped: number
  /** Non-empty cells that were read, and those that a finding speaks of. */
  readonly read: number
  readonly reported: number
}

export interface NotRead {
  readonly cell: string
  readonly reason: 'column_unknown' | 'subject_unknown' | 'subject_ambiguous' | 'area_unknown'
  readonly candidates?: readonly string[]
}
