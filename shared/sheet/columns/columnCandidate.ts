import type { Scaled } from '../../quantity/scaled.ts'
import type { Stage } from '../../quantity/stage.ts'
import { type ColumnField, columnFieldsWhere } from '../../record/columnFields.ts'
import type { AreaCode, Register } from '../../register/register.ts'
import type { ColumnPath } from '../tables/columnPaths.ts'
import type { ColumnContent } from './columnContent.ts'

/** What is known of the table when its columns are decided. */
export interface ColumnContext {
  readonly register: Register
  /** Texts above the table; a table with one indicator names it there. */
  readonly title: string
  /** The reporting unit is a county's: 责任单位 are its own bureaus. */
  readonly countySheet: boolean
  /** The month that is reported, from context or title: 4月累计 in May is the previous one. */
  readonly month?: number
  /** The year that is reported, from title or context. */
  readonly year?: number
  /** The completed figures that the reporter sent for the last period reported before this one, in base measures. */
  readonly before?: ReadonlySet<Scaled>
  content(column: number): ColumnContent
  /** How many of a column's texts name something of the register, 0 to 1. */
  subjectRatio(column: number): number
}

/** A field that a column may be, how well words and content say so, and how well the words alone. */
export interface ScoredField {
  readonly field: ColumnField
  readonly score: number
  readonly words: number
}

/** A column as its headings describe it, before the columns are compared with each other. */
export interface ColumnCandidate {
  readonly path: ColumnPath
  readonly header: string
  readonly guesses: readonly ScoredField[]
  readonly subject?: string
  /** The subject is that of its neighbours. */
  readonly spread?: boolean
  readonly area?: AreaCode
  /** A total over other columns. */
  readonly derived: boolean
  /** Its headings name a batch (第一批). */
  readonly batch: boolean
  readonly role?: BreakdownRole['role']
  /** The column that has the sum of the parts of which it is one. */
  readonly sum?: ColumnPath
  /** The node whose ticks it holds. */
  readonly node?: string
  readonly measure?: string
  readonly stage?: Stage
  readonly content: ColumnContent
  /** A group of the plan is over it: its words of an act are of what is to be done. */
  readonly planned?: true
  /** The single month that a heading names (3月). */
  readonly month?: number
}

/** A column under a heading of one figure that is broken down. */
export interface BreakdownRole {
  /** The sum of its parts, or one of them. */
  readonly role: 'sum' | 'part'
  /** Which of its headings says so, from the uppermost. */
  readonly level: number
  /** The column that has the sum, where one has it. */
  readonly sum?: ColumnPath
}

/** The likeliest field of a column, of equal ones the first; undefined where its headings say nothing. */
export const likeliest = ({ guesses }: Pick<ColumnCandidate, 'guesses'>): ScoredField | undefined =>
  guesses.reduce<ScoredField | undefined>((best, guess) => (best === undefined || guess.score > best.score ? guess : best), undefined)

/** Fields of figures of which one indicator and area has at most one column each. */
export const FIELDS_OF_SUBJECT = columnFieldsWhere(({ perTable }) => perTable === 'onePerSubject')

/** Figures of which one stage counts: 本月办结 before 本月受理. */
export const STAGED_FIELDS = columnFieldsWhere(({ staged }) => staged === true)
