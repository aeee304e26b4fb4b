import type { ValueField } from '../../shared/record/figureRecord.ts'
import type { SyncRow } from '../../shared/wire/readSyncRows.ts'
import type { Carried } from '../store/sync/judgeSql.ts'

/**
 * The rows without the fields that are null in all of them: these clear, and need no place in what the database is
 * given. Sheets fill a few of the fields; a client may name them all.
 */
export function carriedRows(
  named: readonly ValueField[],
  rows: readonly SyncRow[],
): { readonly carried: Carried; readonly rows: readonly SyncRow[] } {
  const places = named.flatMap((_, at) => (rows.some((row) => row[9][at] !== null) ? [at] : []))
  const filled = places.map((at) => named[at] as ValueField)
  if (places.length === named.length) return { carried: { named, filled }, rows }
  return {
    carried: { named, filled },
    rows: rows.map((row) => {
      const short = [...row] as { -readonly [At in keyof SyncRow]: SyncRow[At] }
      short[9] = places.map((at) => row[9][at] ?? null)
      return short
    }),
  }
}
