import { isReport, VALUE_FIELDS, type ValueField } from '../record/columnFields.ts'
import type { ServerRecord } from '../wire/sync.ts'

/** The values of which the city's figures are made, or by which they are judged. */
export const FOLD_FIELDS = [
  'target',
  'cumulative',
  'statedPercent',
  'denominator',
  'asOf',
  'planned',
  'actual',
  'stage',
  'done',
  'progressText',
] as const satisfies readonly ValueField[]
/** One of those values. */
export type FoldField = (typeof FOLD_FIELDS)[number]

type Taken = 'reporter' | 'subject' | 'area' | 'part' | 'version' | 'seq' | 'account' | 'by' | 'at' | 'onBehalf' | 'deleted' | 'origin'

/**
 * A stored row as far as the city's figures look at it: what it is about, who wrote which version of it when, and the
 * values that are rolled up or judged. What else was written (problems, next steps …) stays in the database: of that it
 * only counts whether it reports something (`isReport`); a target alone does not.
 */
export interface FoldRow extends Pick<ServerRecord, Taken> {
  /** A value that the row does not have is absent. */
  readonly values: Pick<ServerRecord['values'], FoldField>
  /** The unit whose report it is read as, where the duty moved to it after the row was written. */
  readonly countsFor?: string
  /** Whether a value of any field reports something of the period (`isReport`). */
  readonly reports: boolean
}

/** The row of a record that is known whole. */
export function foldRowOf(record: ServerRecord): FoldRow {
  const { reporter, subject, area, part, version, seq, account, by, at, onBehalf, deleted, origin, values } = record
  const present = VALUE_FIELDS.filter((field) => values[field] !== undefined)
  return {
    reporter,
    subject,
    area,
    part,
    version,
    seq,
    account,
    by,
    at,
    onBehalf,
    deleted,
    origin,
    values,
    reports: present.some(isReport),
  }
}
