import type { Stage } from '../quantity/stage.ts'
import type { AreaCode } from '../register/register.ts'
import type { ColumnField } from './columnFields.ts'
import type { ColumnUse } from './columnUse.ts'
import type { FigureRecord } from './figureRecord.ts'
import type { OpenColumns } from './openColumns.ts'
import type { LayoutMemory, RememberedLayout } from './rememberedLayout.ts'

/** What is known before a sheet is read. */
export interface ReadingContext {
  /** The reporting unit's id or name who is signed in; undefined for a coordinator's own ledger or an unknown file. */
  readonly reporter?: string
  /** "2021-05" */
  readonly period?: string
  readonly year?: number
  /** ISO date; the clock is an argument. */
  readonly today?: string
  /** What the same reporter stored in the periods before, newest period first, for checks between periods. */
  readonly earlier?: readonly EarlierRecord[]
  /** What was remembered of layouts: evidence for how columns are read, never over what their figures prove. */
  readonly layouts?: readonly RememberedLayout[]
}

/** How many periods before its own a sheet is compared with, in the pane and in the server: a unit may have left out one or two. */
export const EARLIER_PERIODS = 3

/** A row as the same reporter stored it for a period before this one. */
export interface EarlierRecord extends FigureRecord {
  /** "2021-04" */
  readonly period?: string
}

export type Orientation = 'tasks_as_rows' | 'counties_as_rows' | 'indicators_as_rows_counties_as_columns' | 'milestones_as_rows'

/** A decision of the recogniser: how sure (0 to 1) and why, as a code with parameters that the pane words. */
export interface Why {
  readonly confidence: number
  readonly reason: string
  readonly params?: Readonly<Record<string, string | number>>
}

export interface RecognizedColumn {
  /** Excel's column number. */
  readonly column: number
  /** Undefined: the column was not recognised; its non-empty cells are reported as not read. */
  readonly field: ColumnField | undefined
  /** Group and sub-heading joined by "/", white space removed. */
  readonly header: string
  readonly indicator?: string
  readonly area?: AreaCode
  /** Measure as the heading words it (公里, 万元). */
  readonly measure?: string
  readonly stage?: Stage
  /** A total made from other columns: compared, never stored. */
  readonly derived?: boolean
  /** Next to the figure that counts, one of another stage (开工 next to 完工) or another's target (县定 next to 市定): not stored. */
  readonly aside?: boolean
  /** The node whose ticks the column holds (施工招标 / √). */
  readonly node?: string
  readonly why: Why
}

export interface SkippedRow {
  readonly row: number
  readonly reason:
    | 'total'
    | 'subtotal'
    | 'of_which'
    /** 全市平均: the mean of rows, neither a record nor a sum to check. */
    | 'mean'
    | 'blank'
    | 'note'
    | 'signature'
    | 'not_applicable'
    | 'header_repeat'
    | 'title'
    | 'continuation'
    | 'by_user'
}

/** What a data row is about, as far as the row itself (not its columns) says it. */
export interface RowBinding {
  readonly row: number
  readonly subjects: readonly string[]
  readonly area?: AreaCode
  /** The measure that the section over the row names behind its words (宫颈癌筛查（万人）). */
  readonly measure?: string
  readonly why: Why
}

export interface RecognizedTable {
  readonly id: string
  readonly orientation: Orientation
  readonly headerRows: readonly number[]
  readonly dataRows: readonly number[]
  readonly sectionRows: readonly number[]
  readonly skipRows: readonly SkippedRow[]
  readonly columns: readonly RecognizedColumn[]
  readonly rows: readonly RowBinding[]
  /** Where a column names what the figures of each row are (目标, 完成, 完成率): the field of those rows. */
  readonly rowFields?: { readonly column: number; readonly fields: ReadonlyMap<number, ColumnField> }
  readonly title?: { readonly row: number; readonly text: string }
  readonly meta: TableMeta
  readonly memory: LayoutMemory
  /** Columns of which a person has to say what they are. */
  readonly open?: readonly OpenColumns[]
}

/** What the lines above and below a table say. */
export interface TableMeta {
  readonly reportingUnit?: string
  /** Where the reporting unit is named ("A2"). */
  readonly reportingUnitCell?: string
  readonly asOf?: string
  /** Where the as-of date is ("F2"). */
  readonly asOfCell?: string
  /** The days of areas that a note names, where they are others. */
  readonly asOfOfAreas?: Readonly<Record<AreaCode, string>>
  readonly fillDate?: string
  /** Where the filing date is. */
  readonly fillDateCell?: string
  readonly unitNote?: readonly string[]
  /** Where the measures are named ("F2"). */
  readonly unitNoteCell?: string
  readonly reporter?: string
  readonly reviewer?: string
  readonly approver?: string
  readonly phone?: string
}

/** A total stated in the sheet: checked, never stored. */
export interface StatedTotal {
  readonly subject: string
  /** The area that the total covers: the city, or a part of it. */
  readonly area: AreaCode
  readonly kind: 'total' | 'subtotal' | 'of_which'
  readonly values: FigureRecord['values']
  readonly written: FigureRecord['written']
  readonly origin: FigureRecord['origin']
}

/**
 * What a person corrected; anchored by heading text and by the words of a row, so that it survives inserted rows and
 * columns and next month's copy of the sheet. `ledger` says that the rows of a ledger are added up by area. `sheet` says that it is the right sheet although a finding doubts it: it is
 * for one reporter and period (`finding/confirmation`) and says nothing of the layout.
 */
export interface Correction {
  readonly kind: 'column' | 'row' | 'skipRow' | 'headerRow' | 'ledger' | 'sheet'
  /** For a column, and the column that tells the rows of a ledger apart, its normalised heading path; for a row the normalised words of its naming cells; for a sheet the doubt. */
  readonly anchor: string
  /** Which of several equal anchors, from 1. */
  readonly occurrence: number
  /** For a column. */
  readonly field?: ColumnField | null
  readonly subject?: string | null
  readonly area?: AreaCode | null
  /** For a column of figures; without it they are stored, or compared where they are a total of other columns. */
  readonly use?: ColumnUse
}
