import type { CellValue } from '../../grid/grid.ts'
import type { SkippedRow } from '../../record/reading.ts'
import type { AreaCode } from '../../register/register.ts'
import type { TableOfColumns } from './tableOfColumns.ts'

/** A row under the headings: data, or why not. */
export type RowClass =
  | { readonly kind: 'data' }
  | { readonly kind: 'section'; readonly text: string; readonly category?: number; readonly area?: AreaCode }
  | { readonly kind: 'skip'; readonly reason: SkippedRow['reason'] }

/** A filled row under the headings, its cells counted. */
export interface FilledRow {
  readonly row: number
  /** The first filled column and its text. */
  readonly first: number
  readonly head: string
  readonly filled: number
  /** Cells that are numbers. */
  readonly figures: number
}

/** A rule answers undefined where it does not apply; the first answer counts. */
export interface RowRule {
  readonly name: string
  /** A row below the headings 序号 | 工作任务 | 县区 | 年度目标 | 累计完成 | 进展情况 for which this rule is the first. */
  readonly example: readonly CellValue[]
  /** How many cells the first one of the example is merged over. */
  readonly merged?: number
  readonly classify: (table: TableOfColumns, row: FilledRow) => RowClass | undefined
}
