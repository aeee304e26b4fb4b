import type { Stage } from '../../quantity/stage.ts'
import type { AreaCode, Register } from '../../register/register.ts'
import type { ColumnPath } from '../tables/columnPaths.ts'
import type { ColumnContent } from './columnContent.ts'
import type { Scored } from './guessFields.ts'

/** What is known of the table when its columns are decided. */
export interface ColumnSetting {
  readonly register: Register
  /** Texts above the table; a table with one indicator names it there. */
  readonly title: string
  /** The reporting unit is a county's: 责任单位 are its own bureaus. */
  readonly countySheet: boolean
  /** The month that is reported, from context or title: 4月累计 in May is the previous one. */
  readonly month?: number
  /** The year that is reported, from title or context. */
  readonly year?: number
  content(column: number): ColumnContent
  /** The share of a column's texts that name something of the register. */
  subjectShare(column: number): number
}

/** A column as its headings describe it, before the columns are compared with each other. */
export interface Draft {
  readonly path: ColumnPath
  readonly header: string
  readonly guesses: readonly Scored[]
  readonly subject?: string
  /** The subject is that of the columns beside it. */
  readonly spread?: boolean
  readonly area?: AreaCode
  readonly derived: boolean
  readonly batch: boolean
  /** It breaks a figure down, or is the sum of such columns. */
  readonly role?: BreakdownRole
  /** The node whose ticks it holds. */
  readonly node?: string
  readonly measure?: string
  readonly stage?: Stage
  readonly content: ColumnContent
  /** The single month that a heading names (3月). */
  readonly month?: number
}

export const TOTAL = /^(全市)?(合计|总计|共计|小计|全市|总数|全市总计)$/u

/** A column under a heading of one figure that is broken down: the sum of its parts, or one of them. */
export type BreakdownRole = 'sum' | 'part'
