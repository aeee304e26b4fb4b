import type { AreaCode } from '../register/register.ts'
import type { ColumnField } from './columnFields.ts'
import type { ColumnUse } from './columnUse.ts'

/**
 * What may be remembered of a correction, beyond the workbook it was made in: what a person said of a column, under the
 * words of its heading. Rows have no form here: a row is anchored by the names of projects, places and people. `heading`
 * is what `headingWords` leaves of the heading's path, so that no figure and no name of a person is in it.
 */
export interface RememberedColumn {
  readonly heading: string
  /** Which of several columns whose headings are left with the same words, from 1. */
  readonly occurrence: number
  /** As in `Correction`: absent where nothing was said of it, null where it is none. */
  readonly field?: ColumnField | null
  readonly subject?: string | null
  readonly area?: AreaCode | null
  readonly use?: ColumnUse
}

/** So many headings of a layout are stored; of a wider table the first ones. */
export const MOST_HEADINGS = 100

/** What was remembered of tables that are laid out alike. */
export interface RememberedLayout {
  /** The fingerprint (`layoutOf`): 16 hexadecimal digits. */
  readonly layout: string
  /** By this unit's own people, or agreed for the city. */
  readonly scope: 'unit' | 'city'
  /** The register that subjects and areas of the columns are of. */
  readonly register: string
  readonly columns: readonly RememberedColumn[]
  /** A person has said that this sheet is read by it, whatever its figures prove. */
  readonly insisted?: boolean
}

/** What a table has to do with remembered layouts. */
export interface LayoutMemory {
  /** The fingerprint of its headings; "" where nothing is over any column. */
  readonly layout: string
  /** What is over its columns, in words that may be stored; in their order. */
  readonly headings: readonly string[]
  /** What the person's corrections of this sheet say of its columns. */
  readonly corrected: readonly RememberedColumn[]
  /** What was remembered of this layout; undefined where nothing was, or where it says nothing of any column. */
  readonly recalled: RecalledLayout | undefined
}

export interface RecalledLayout {
  readonly scope: RememberedLayout['scope']
  /** What was remembered of this table's columns. */
  readonly said: readonly RememberedColumn[]
  /** The columns that are read by it; none where the figures speak against it. */
  readonly columns: readonly number[]
  /** What the figures prove and what would not hold any more; then nothing of it was applied. */
  readonly against: FigureProof | undefined
}

/** What the figures of a table prove of its columns. */
export interface FigureProof {
  /** A percentage that is the figure that counts ÷ its target; previous + this period = cumulative. */
  readonly kind: 'percentage' | 'steps'
  /** The column of the percentage, or of the sum. */
  readonly column: number
  readonly header: string
}
