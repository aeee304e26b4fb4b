import { VALUE_FIELDS, type ValueField } from '../../../shared/record/columnFields.ts'

/** What became of a row, in the numbers by which receipts and the SQL that judges know it. */
export const STATUS = { unchanged: 0, applied: 1, conflict: 2 } as const

/** What became of a row of a sync: the version that it has now, and in a conflict the fields that two people changed differently. */
export type StoredOutcome =
  | { readonly row: number; readonly status: 'unchanged' | 'applied'; readonly version: number }
  | { readonly row: number; readonly status: 'conflict'; readonly version: number; readonly fields: readonly ValueField[] }

/** One entry of `receipts.outcomes`; `fields` is null of a row in no conflict. */
type OutcomeJson = readonly [row: number, status: (typeof STATUS)[keyof typeof STATUS], version: number, fields: readonly string[] | null]

/**
 * Reads `receipts.outcomes`. Fields are answered in the order of the wire, whatever the order in which they were stored:
 * names are stored, so that a field added to the list, or moved in it, changes nothing about a receipt of before.
 */
export function outcomesOf(json: string): readonly StoredOutcome[] {
  const stored: readonly OutcomeJson[] = JSON.parse(json)
  return stored.map(([row, status, version, fields]) => {
    if (status !== STATUS.conflict) return { row, status: status === STATUS.applied ? 'applied' : 'unchanged', version }
    return { row, status: 'conflict', version, fields: VALUE_FIELDS.filter((field) => fields?.includes(field)) }
  })
}
