import type { FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { type Database, rowsOf, type Statement } from '../database/database.ts'
import type { ConsolidationInputs } from './consolidationInputs.ts'
import { type FoldRowsJson, foldRowsOf, selectFoldRows } from './foldRows.ts'

/** What only some answers need besides their inputs. */
export interface FurtherRows {
  /** The rows of the period before, where its figures are not cached. */
  readonly before: readonly FoldRow[]
  /** The period's rows as they were at the end of the deadline's day; null before that, and where nothing was written since. */
  readonly atDeadline: readonly FoldRow[] | null
}

/**
 * Reads what the inputs lack, in a round trip of its own, and only where they lack something. A row of the period before
 * that is written in between makes this answer no worse, and what is cached of it does not hold.
 */
export async function readFurtherRows(db: Database, { period, rows, deadlineEnd, before }: ConsolidationInputs): Promise<FurtherRows> {
  const statements = {
    before:
      before !== null && before.figures === undefined
        ? db.prepare(selectFoldRows('records r', 'WHERE r.period = ? AND r.deleted = 0')).bind(before.period)
        : undefined,
    atDeadline: deadlineEnd === null ? undefined : snapshotsAt(db, period, deadlineEnd),
  }
  const asked = Object.values(statements).filter((statement) => statement !== undefined)
  const answers = asked.length === 0 ? [] : await db.batch(asked)
  const read = (statement: Statement | undefined) =>
    statement === undefined ? [] : foldRowsOf(rowsOf<FoldRowsJson>(answers[asked.indexOf(statement)]))
  return {
    before: read(statements.before),
    atDeadline: deadlineEnd === null ? null : rowsAt(deadlineEnd, rows, read(statements.atDeadline)),
  }
}

/** Each row written at or after a moment as it was before it, withdrawn ones included; none where it did not exist. */
const snapshotsAt = (db: Database, period: string, end: string): Statement =>
  db
    .prepare(
      selectFoldRows(`(SELECT h.* FROM records c JOIN history h ON h.period = ?1 AND h.reporter = c.reporter AND h.subject = c.subject
        AND h.area = c.area AND h.part = c.part AND h.version = (SELECT max(version) FROM history WHERE period = ?1 AND reporter = c.reporter
        AND subject = c.subject AND area = c.area AND part = c.part AND at < ?2) WHERE c.period = ?1 AND c.at >= ?2) r`),
    )
    .bind(period, end)

/** A row that was not written since is what it was; of the others the snapshot of that moment, if there was one. */
function rowsAt(end: string, rows: readonly FoldRow[], snapshots: readonly FoldRow[]): readonly FoldRow[] | null {
  const unchanged = rows.filter(({ at }) => at < end)
  return unchanged.length === rows.length && snapshots.length === 0 ? null : [...unchanged, ...snapshots]
}
