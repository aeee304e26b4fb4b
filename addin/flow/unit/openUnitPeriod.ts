import { ok, type Result } from '../../../shared/base/result.ts'
import type { Comment } from '../../../shared/wire/comment.ts'
import type { Submission } from '../../../shared/wire/submission.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { Ports } from '../../ports/ports.ts'
import type { StoredRecords } from '../pullRecords.ts'
import { pullRecords } from '../pullRecords.ts'

/** A unit's period as it was read at one moment: its states, its rows, the comments on them. */
export interface UnitPeriod {
  readonly reporter: string
  readonly submission: Submission
  readonly stored: StoredRecords
  /** Rows of units whose duties it took over, which stand for its own where it has none. */
  readonly inherited: readonly ServerRecord[]
  /** Oldest first. */
  readonly comments: readonly Comment[]
  /** Every row up to this position has been read. */
  readonly asOfSeq: number
}

/** Reads the states of a unit's period, its rows and the comments on them. */
export async function openUnitPeriod(ports: Ports, period: string, reporter: string): Promise<Result<UnitPeriod, ApiFault>> {
  // Three requests at once: the states may be a moment older than the rows, which acts notice by `asOfSeq`.
  const [submission, comments, pulled] = await Promise.all([
    ports.api.submission(period, reporter),
    ports.api.comments(period, reporter),
    pullRecords(ports, period, reporter),
  ])
  if (!submission.ok) return submission
  if (!comments.ok) return comments
  if (!pulled.ok) return pulled
  const { stored, inherited, asOfSeq } = pulled.value
  return ok({ reporter, submission: submission.value, stored, inherited, comments: comments.value, asOfSeq })
}
