import type { Finding, FindingCode } from '../../../shared/finding/finding.ts'
import type { ReadRecord, SheetReading } from '../../../shared/pipeline/sheetReading.ts'
import type { ValueField } from '../../../shared/record/figureRecord.ts'
import { recordKeyText, VALUE_FIELDS } from '../../../shared/record/figureRecord.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import type { HeldRecords, WireValue } from '../pullRecords.ts'
import { bearingOf } from './heldField.ts'

/** What will become of a record if the person confirms; the order of `kind` here is the order of showing. */
export interface PlannedRow {
  readonly key: string
  readonly record: ReadRecord
  readonly kind: 'overwrites' | 'changed' | 'new' | 'heldBack' | 'unchanged'
  /** The server's own row, where there is one. */
  readonly held: ServerRecord | undefined
  readonly changes: readonly FieldChange[]
  /** Fields that stay behind, each with the finding that holds it; `field` null holds the whole row. */
  readonly holds: readonly Hold[]
  /** Findings that a written reason lets through; until it is written they hold their field back. */
  readonly asks: readonly Finding[]
}

export interface FieldChange {
  readonly field: ValueField
  /** Undefined: the server had none. */
  readonly before: WireValue | undefined
  readonly after: WireValue
}

export interface Hold {
  readonly field: ValueField | null
  readonly why: { readonly tag: 'finding'; readonly finding: Finding } | { readonly tag: 'blank' | 'rejected' | 'repeated' }
}

/** What the person decided on the preview. */
export interface Decisions {
  /** Written reasons by record and finding code. */
  readonly reasons: Readonly<Record<string, Readonly<Partial<Record<FindingCode, string>>>>>
  /** Records whose value, last written by somebody else, is to be replaced by the sheet's. */
  readonly overwrite: ReadonlySet<string>
  /** Where set, nothing but these records goes (settling one conflict). */
  readonly only?: ReadonlySet<string>
  /** Why accepted figures are corrected, and where the evidence is. */
  readonly note?: string
  readonly evidence?: string
}

export const noDecisions: Decisions = { reasons: {}, overwrite: new Set() }

/** Errors that a written reason lets through; all other errors hold their figure back until the cell is corrected. */
const CONFIRMABLE: ReadonlySet<FindingCode> = new Set(['DECREASED_CUMULATIVE', 'OVER_TARGET_SUSPECT', 'MILESTONE_OVERDUE'])
/** Late work must be reportable: never holds anything back, with a reason or without. */
const NEVER_HOLDS: FindingCode = 'MILESTONE_OVERDUE'

/** Fields that say nothing without a figure, date or text beside them. */
const CONTEXT_ONLY: ReadonlySet<ValueField> = new Set(['target', 'asOf', 'denominator'])

/**
 * Compares what a sheet says with what the server holds. Truth table of a finding on a field that would travel: error →
 * held back; warning, or an error that can be confirmed → held back until its reason is written; info → sent. A row none
 * of whose telling fields is left is held back whole, as is a row that repeats one above; a row that nothing changes is
 * unchanged; a row last written by another person `overwrites`.
 */
export function planSubmission(reading: SheetReading, held: HeldRecords, me: string, decisions: Decisions): readonly PlannedRow[] {
  const find = findingsByRecord(reading.findings)
  const seen = new Set<string>()
  return reading.records.map((record) => {
    const row = planRow(record, find(record), held, me, decisions)
    if (seen.has(row.key) && row.kind !== 'heldBack')
      return { ...row, kind: 'heldBack', holds: [{ field: null, why: { tag: 'repeated' } }, ...row.holds] }
    seen.add(row.key)
    return row
  })
}

function planRow(record: ReadRecord, findings: readonly Finding[], all: HeldRecords, me: string, decisions: Decisions): PlannedRow {
  const key = recordKeyText(record)
  const held = all.get(key)
  const reasons = decisions.reasons[key] ?? {}
  const bearing = findings.flatMap((finding) => {
    const on = bearingOf(finding, record)
    return on === undefined ? [] : [{ finding, field: on === 'row' ? null : on }]
  })
  const hard = bearing.filter(({ finding }) => holdsBack(finding))
  const lost = record.disposition === 'missing' || record.disposition === 'reject_row' || hard.some(({ field }) => field === null)
  const soft = bearing.filter(
    ({ finding, field }) => !lost && needsReason(finding) && (field === null || record.values[field] !== undefined),
  )
  const unsaid = soft.filter(({ finding }) => finding.code !== NEVER_HOLDS && !reasons[finding.code]?.trim())
  const asks = soft.map(({ finding }) => finding)
  const holds: Hold[] = [...hard, ...unsaid].map(({ finding, field }) => ({ field, why: { tag: 'finding', finding } }))
  if (record.disposition === 'missing') holds.unshift({ field: null, why: { tag: 'blank' } })
  else if (record.disposition === 'reject_row' && !holds.some(({ field }) => field === null))
    holds.unshift({ field: null, why: { tag: 'rejected' } })
  const changes = sentFields(record, holds)
    .map((field) => ({ field, before: held?.deleted ? undefined : held?.values[field], after: record.values[field] ?? null }))
    .filter(({ before, after }) => (before ?? null) !== after)
  const shared = { key, record, held, changes, holds, asks }
  if (!sentFields(record, holds).some((field) => !CONTEXT_ONLY.has(field))) return { ...shared, kind: 'heldBack' }
  if (held !== undefined && !held.deleted && changes.length === 0) return { ...shared, kind: 'unchanged' }
  if (held === undefined || held.deleted) return { ...shared, kind: 'new' }
  return { ...shared, kind: held.by === me ? 'changed' : 'overwrites' }
}

/** The fields of a record that travel: those it reports, less those held back. */
export function sentFields(record: ReadRecord, holds: readonly Hold[]): readonly ValueField[] {
  if (holds.some(({ field }) => field === null)) return []
  const behind = new Set(holds.map(({ field }) => field))
  return VALUE_FIELDS.filter((field) => record.values[field] !== undefined && !behind.has(field))
}

/** Whether a row will be sent, given what the person decided. */
export const goes = (row: PlannedRow, decisions: Decisions): boolean =>
  (decisions.only?.has(row.key) ?? true) &&
  (row.kind === 'new' || row.kind === 'changed' || (row.kind === 'overwrites' && decisions.overwrite.has(row.key)))

const holdsBack = ({ code, severity }: Finding): boolean => severity === 'error' && !CONFIRMABLE.has(code)
const needsReason = ({ code, severity }: Finding): boolean => severity === 'warning' || (severity === 'error' && CONFIRMABLE.has(code))

/** Findings of a record: those that name it, and those that name none but stand at one of its cells. Looked up, not searched. */
function findingsByRecord(findings: readonly Finding[]): (record: ReadRecord) => readonly Finding[] {
  const named = Map.groupBy(findings, ({ record }) => record)
  const byCell = new Map<string, Finding[]>()
  for (const finding of named.get(undefined) ?? []) {
    const more = finding.params.cells
    for (const cell of new Set([finding.cell, ...(finding.cells ?? []), ...(Array.isArray(more) ? (more as string[]) : [])])) {
      const at = byCell.get(cell)
      if (at) at.push(finding)
      else byCell.set(cell, [finding])
    }
  }
  return (record) => {
    const own = named.get(recordKeyText(record)) ?? []
    const there = Object.values(record.origin.cells).flatMap((cell) => (cell === undefined ? [] : (byCell.get(cell) ?? [])))
    return [...new Set([...own, ...there])]
  }
}
