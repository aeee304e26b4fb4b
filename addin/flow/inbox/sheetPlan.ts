import { waitsForConfirmation } from '../../../shared/finding/confirmation.ts'
import type { Finding } from '../../../shared/finding/finding.ts'
import type { InboxReading } from '../../../shared/inbox/inboxFile.ts'
import { VALUE_FIELDS } from '../../../shared/record/columnFields.ts'
import type { OnBehalfRequest, SyncRequest } from '../../../shared/wire/sync.ts'
import type { DroppedFile } from '../../ports/inbox.ts'
import type { PeriodContext } from '../periodContext.ts'
import type { StoredRecords } from '../pullRecords.ts'
import { buildSync } from '../submit/buildSync.ts'
import { noDecisions, type PlannedRow, planSubmission } from '../submit/planSubmission.ts'

/** What a sheet would send for its unit. */
export interface SheetPlan {
  readonly rows: readonly PlannedRow[]
  /** Rows that go, and that stay behind until something is corrected, explained or answered; those that were sent alike before. */
  readonly going: number
  readonly withheld: number
  readonly unchanged: number
  /** What makes the whole sheet wait for a word: another unit's, another month's. */
  readonly doubts: readonly Finding[]
  /** The exact requests, in order. */
  readonly bodies: readonly string[]
}

/** What a plan is made against. */
export interface PlanInputs {
  readonly context: PeriodContext
  readonly era: string
  readonly file: Pick<DroppedFile, 'name' | 'sha256'>
  readonly reading: InboxReading
  /** The unit's rows, as the server has them. */
  readonly stored: StoredRecords
  /** A person has seen what the unit itself reports, and decided for the file. */
  readonly overUnit: boolean
}

/**
 * Compares a sheet with the rows that were sent on behalf of the unit: those the office has seen. What the unit itself wrote
 * it has not, so that the server answers a conflict where the two differ; only where a person decided for the file are these
 * rows taken for seen.
 */
export function planSheet({ context, era, file, reading, stored, overUnit }: PlanInputs): SheetPlan {
  const me = context.account.id
  const seen = new Map(
    [...stored].filter(([, { onBehalf }]) => onBehalf || overUnit).map(([key, record]) => [key, { ...record, account: me }]),
  )
  const rows = planSubmission(reading, { stored: seen, inherited: [] }, me, noDecisions)
  const count = (...kinds: readonly PlannedRow['kind'][]): number => rows.filter(({ kind }) => kinds.includes(kind)).length
  return {
    rows,
    going: count('new', 'changed', 'restored'),
    withheld: count('withheld'),
    unchanged: count('unchanged'),
    doubts: reading.findings.filter(waitsForConfirmation),
    bodies: buildSync(context, rows, noDecisions, era).map((body) => withFile(body, file)),
  }
}

/** The wire's limit. */
const LONGEST_NAME = 200

function withFile(body: string, { name, sha256 }: PlanInputs['file']): string {
  const request: SyncRequest = JSON.parse(body)
  const onBehalf: OnBehalfRequest = { ...request, file: { name: name.slice(-LONGEST_NAME), sha256 } }
  return JSON.stringify(onBehalf)
}

/** The keys that both plans would send, with different figures: of two files of one unit a person chooses. */
export function clashes(one: SheetPlan, other: SheetPlan): readonly string[] {
  const going = ({ rows }: SheetPlan) => rows.filter(({ kind }) => kind !== 'withheld')
  const mine = new Map(going(one).map((row) => [row.key, row]))
  return going(other).flatMap((row) => {
    const before = mine.get(row.key)
    const differ =
      before !== undefined && VALUE_FIELDS.some((field) => (before.record.values[field] ?? null) !== (row.record.values[field] ?? null))
    return differ ? [row.key] : []
  })
}
