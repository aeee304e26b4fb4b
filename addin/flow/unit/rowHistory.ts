import { VALUE_FIELDS, type ValueField } from '../../../shared/record/columnFields.ts'
import type { Comment } from '../../../shared/wire/comment.ts'
import type { RecordVersion } from '../../../shared/wire/records.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import type { WireValue } from '../pullRecords.ts'

/** One thing that happened to a row: a version was written, or somebody said something of it. */
export type HistoryEntry =
  | {
      readonly kind: 'version'
      readonly version: RecordVersion
      readonly act: 'first' | 'changed' | 'withdrawn' | 'restored'
      /** Field by field; before is undefined where there was none. */
      readonly changes: readonly HistoryChange[]
    }
  | { readonly kind: 'comment'; readonly comment: Comment }

/** A field that a version changed. Undefined: there was none, or there is none any more. */
export interface HistoryChange {
  readonly field: ValueField
  readonly before: WireValue | undefined
  readonly after: WireValue | undefined
}

/** The history of a row, the latest first: every version with what it changed, and the comments between. */
export function rowHistory(versions: readonly RecordVersion[], comments: readonly Comment[]): readonly HistoryEntry[] {
  const written = versions.map((version, index): HistoryEntry => {
    const before = versions[index - 1]
    return { kind: 'version', version, act: actOf(before, version), changes: version.deleted ? [] : changesOf(before, version) }
  })
  const commented = comments.map((comment): HistoryEntry => ({ kind: 'comment', comment }))
  return [...written, ...commented].sort((a, b) => order(b, a))
}

function actOf(before: ServerRecord | undefined, now: ServerRecord): 'first' | 'changed' | 'withdrawn' | 'restored' {
  if (now.deleted) return 'withdrawn'
  if (before === undefined) return 'first'
  return before.deleted ? 'restored' : 'changed'
}

/** What a version changed against the one before; a withdrawn one counts as empty. */
export function changesOf(before: ServerRecord | undefined, now: ServerRecord): readonly HistoryChange[] {
  const old = before === undefined || before.deleted ? {} : before.values
  return VALUE_FIELDS.filter((field) => old[field] !== now.values[field]).map((field) => ({
    field,
    before: old[field],
    after: now.values[field],
  }))
}

/** What became of a row since a position: its last version against the one of that time. */
export function changesSince(history: readonly HistoryEntry[], seq: number): readonly HistoryChange[] {
  const versions = history.flatMap((entry) => (entry.kind === 'version' ? [entry.version] : []))
  const [now] = versions
  const then = versions.find((version) => version.seq <= seq)
  return now === undefined || now === then || now.deleted ? [] : changesOf(then, now)
}

/** By time; a comment comes after the version that it is about. */
function order(a: HistoryEntry, b: HistoryEntry): number {
  const [one, other] = [timeOf(a), timeOf(b)]
  if (one !== other) return one < other ? -1 : 1
  if (a.kind === 'version' && b.kind === 'version') return a.version.version - b.version.version
  return (a.kind === 'version' ? 0 : 1) - (b.kind === 'version' ? 0 : 1)
}

const timeOf = (entry: HistoryEntry): string => (entry.kind === 'version' ? entry.version.at : entry.comment.at)
