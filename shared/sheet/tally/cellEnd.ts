import type { SkippedRow } from '../../record/reading.ts'
import type { AsideReason } from '../../record/setAside.ts'

/** Why a cell that was not taken is reported at its place. */
export type NotReadReason =
  | 'column_unknown'
  | 'subject_unknown'
  | 'subject_ambiguous'
  | 'area_unknown'
  /** Words of progress with figures in them, of which nothing says to which task they belong. */
  | 'text_subject_unknown'
  /** The record has another figure for it, from a cell before it. */
  | 'figure_twice'

/** Why all cells of a row are left out. */
export type LeftOutReason = SkippedRow['reason'] | 'heading' | 'section'

/**
 * How a filled cell of a table ends. Each ends in exactly one of these ways, and who reads a cell hands one on:
 *
 *     record    its value or words went to a record, or to the text of a task
 *     naming    it says who, what, where or in which measure
 *     total     it is a stated total, compared and never stored
 *     aside     it is known and in no record, for a reason
 *     leftOut   its whole row is left out, for a reason
 *     finding   a check reports it: an error value, another measure, words that are not a figure
 *     notRead   nothing took it, and that is reported
 */
export type CellEnd = { readonly code: number } & (
  | { readonly kind: 'record' | 'naming' | 'total' | 'finding' }
  | { readonly kind: 'aside'; readonly reason: AsideReason }
  | { readonly kind: 'leftOut'; readonly reason: LeftOutReason }
  | { readonly kind: 'notRead'; readonly reason: NotReadReason }
)

type WithoutCode<T> = T extends unknown ? Omit<T, 'code'> : never

/** All ends by their codes, from 1: a table of ten thousand rows keeps a byte a cell. */
const ends: CellEnd[] = []

function end(of: WithoutCode<CellEnd>): CellEnd {
  const made = { ...of, code: ends.length + 1 }
  ends.push(made)
  return made
}

const aside = (reason: AsideReason) => end({ kind: 'aside', reason })
const leftOut = (reason: LeftOutReason) => end({ kind: 'leftOut', reason })
const notRead = (reason: NotReadReason) => end({ kind: 'notRead', reason })

export const RECORD = end({ kind: 'record' })
export const NAMING = end({ kind: 'naming' })
export const TOTAL = end({ kind: 'total' })
export const FINDING = end({ kind: 'finding' })

export const ASIDE: Readonly<Record<AsideReason, CellEnd>> = {
  column_aside: aside('column_aside'),
  no_field: aside('no_field'),
  no_record: aside('no_record'),
  no_area: aside('no_area'),
  already_filled: aside('already_filled'),
  not_applicable: aside('not_applicable'),
}

export const NOT_READ: Readonly<Record<NotReadReason, CellEnd>> = {
  column_unknown: notRead('column_unknown'),
  subject_unknown: notRead('subject_unknown'),
  subject_ambiguous: notRead('subject_ambiguous'),
  area_unknown: notRead('area_unknown'),
  text_subject_unknown: notRead('text_subject_unknown'),
  figure_twice: notRead('figure_twice'),
}

export const LEFT_OUT: Readonly<Record<LeftOutReason, CellEnd>> = {
  heading: leftOut('heading'),
  section: leftOut('section'),
  total: leftOut('total'),
  subtotal: leftOut('subtotal'),
  of_which: leftOut('of_which'),
  mean: leftOut('mean'),
  blank: leftOut('blank'),
  note: leftOut('note'),
  signature: leftOut('signature'),
  not_applicable: leftOut('not_applicable'),
  header_repeat: leftOut('header_repeat'),
  title: leftOut('title'),
  continuation: leftOut('continuation'),
  by_user: leftOut('by_user'),
}

/** The end of a code; undefined for 0, the code of cells that did not end. */
export const endOfCode = (code: number): CellEnd | undefined => ends[code - 1]

/** How many cells ended as read, as left out with their row, and as reported. */
export interface CellCount {
  readonly read: number
  readonly skipped: number
  readonly reported: number
}

/** Which of the three numbers an end counts for. */
export const COUNTED_AS: Readonly<Record<CellEnd['kind'], keyof CellCount>> = {
  record: 'read',
  naming: 'read',
  total: 'read',
  aside: 'read',
  leftOut: 'skipped',
  finding: 'reported',
  notRead: 'reported',
}
