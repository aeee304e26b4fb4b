import { affectedField, findingsByRecord } from '../../../shared/finding/affectedField.ts'
import { waitsForConfirmation } from '../../../shared/finding/confirmation.ts'
import { asks, effectOf, withholds } from '../../../shared/finding/effects.ts'
import type { Finding, FindingCode } from '../../../shared/finding/finding.ts'
import type { ReadRecord, SheetReading } from '../../../shared/pipeline/sheetReading.ts'
import { isContext, VALUE_FIELDS, type ValueField } from '../../../shared/record/columnFields.ts'
import { recordKeyText } from '../../../shared/record/figureRecord.ts'
import { sumPlace, waitingSums } from '../../../shared/record/ledger.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import type { Pulled, WireValue } from '../pullRecords.ts'

/** What of a reading is planned. */
type PlannedReading = Pick<SheetReading, 'records' | 'findings' | 'questions' | 'ledgers'>

/** What will become of a record if the person confirms; the order of `kind` here is the order of showing. */
export interface PlannedRow {
  readonly key: string
  readonly record: ReadRecord
  readonly kind: 'overwrites' | 'changed' | 'restored' | 'new' | 'takenOver' | 'withheld' | 'unchanged'
  /** The server's own row, where there is one. */
  readonly stored: ServerRecord | undefined
  readonly changes: readonly FieldChange[]
  /** What is not sent, and why. */
  readonly withheld: readonly WithheldField[]
  /** Findings on which a person is asked for a reason or a confirmation; until it is given their field is withheld. */
  readonly asks: readonly Finding[]
}

/** A field that would be written, from what to what. */
export interface FieldChange {
  readonly field: ValueField
  /** Undefined: the server had none. */
  readonly before: WireValue | undefined
  readonly after: WireValue
}

/** A field that is not sent until something happens, and why; `field` null: the whole row. */
export interface WithheldField {
  readonly field: ValueField | null
  readonly why:
    | { readonly tag: 'finding'; readonly finding: Finding }
    | { readonly tag: 'blank' | 'rejected' | 'repeated' | 'question' | 'ledger' }
}

/** What the person decided on the preview. */
export interface Decisions {
  /** Written reasons and confirmations by record and finding code. */
  readonly reasons: Readonly<Record<string, Readonly<Partial<Record<FindingCode, string>>>>>
  /** Records whose value, last written by somebody else, is to be replaced by the sheet's. */
  readonly overwrite: ReadonlySet<string>
  /** Where set, nothing but these records goes (settling one conflict). */
  readonly only?: ReadonlySet<string>
  /** Why accepted figures are corrected, and where the evidence is. */
  readonly note?: string
  readonly evidence?: string
}

/** Before the person decided anything: no reasons, and nobody overwritten. */
export const noDecisions: Decisions = { reasons: {}, overwrite: new Set() }

/** A finding that asks for a word, and the row it is asked of. */
export interface Asked {
  readonly row: PlannedRow
  readonly finding: Finding
}

/** The decisions with one answer, a reason or a confirmation, for all rows that a code asks of; empty takes it back. */
export const answered = (
  before: Decisions,
  code: FindingCode,
  asked: readonly { readonly row: PlannedRow }[],
  answer: string,
): Decisions => ({
  ...before,
  reasons: {
    ...before.reasons,
    ...Object.fromEntries(asked.map(({ row: { key } }) => [key, { ...before.reasons[key], [code]: answer }])),
  },
})

/**
 * Compares what a sheet says with what the server has stored. What a finding does to the field that it affects is said in
 * `finding/effects`. A row of which only context is left is withheld whole, as is a row that repeats one above; a row that
 * nothing changes is unchanged; one that was withdrawn before is `restored`; a unit's first one of what
 * it took over from one that has reported it is `takenOver`; a row last written by another account than `me` `overwrites`, whatever its name. What waits
 * for the answer to a question stays behind.
 */
export function planSubmission(
  reading: PlannedReading,
  { stored, inherited }: Pick<Pulled, 'stored' | 'inherited'>,
  me: string,
  decisions: Decisions,
): readonly PlannedRow[] {
  const theirs = new Set(inherited.map(placeKey))
  const find = findingsByRecord(reading.findings.filter((finding) => !waitsForConfirmation(finding)))
  const sums = waitingSums(reading.ledgers)
  const ofSheet = reading.findings.filter(waitsForConfirmation)
  const seen = new Set<string>()
  const waiting = new Set(reading.questions.flatMap(({ cells }) => cells))
  return reading.records.map((record) => {
    const key = recordKeyText(record)
    const reasons = decisions.reasons[key] ?? {}
    const row = planRow(
      { key, record, stored: stored.get(key), isTheirs: theirs.has(placeKey(record)) },
      { own: find(record, key), ofSheet, reasons, waiting },
      me,
    )
    if (sums.has(sumPlace(record.origin.row, record)) && row.kind !== 'withheld')
      return { ...row, kind: 'withheld', withheld: [{ field: null, why: { tag: 'ledger' } }, ...row.withheld] }
    if (seen.has(key) && row.kind !== 'withheld')
      return { ...row, kind: 'withheld', withheld: [{ field: null, why: { tag: 'repeated' } }, ...row.withheld] }
    seen.add(key)
    return row
  })
}

/** A successor's own rows stand for all of its predecessor's about a subject and an area, whatever their parts. */
const placeKey = ({ subject, area }: Pick<ServerRecord, 'subject' | 'area'>): string => `${subject}|${area}`

interface Compared extends Pick<PlannedRow, 'key' | 'record' | 'stored'> {
  /** Whom the unit took the duty over from has reported it. */
  readonly isTheirs: boolean
}
type Reasons = Decisions['reasons'][string]
/** A finding of a record, and the field of it that stays behind for it; null: the whole row. */
interface RecordFinding {
  readonly finding: Finding
  readonly field: ValueField | null
}

/** What keeps fields of a record back. */
interface Behind {
  readonly own: readonly Finding[]
  /** What makes the whole sheet wait. */
  readonly ofSheet: readonly Finding[]
  /** Answers to findings, by code. */
  readonly reasons: Reasons
  /** Cells that wait for the answer to a question. */
  readonly waiting: ReadonlySet<string>
}

function planRow({ isTheirs, ...compared }: Compared, { own, ofSheet, reasons, waiting }: Behind, me: string): PlannedRow {
  const { record, stored } = compared
  const concerning = own.flatMap((finding): RecordFinding[] => {
    const affected = affectedField(finding, record)
    if (affected === undefined) return []
    return [{ finding, field: affected === 'row' || effectOf(finding) === 'withholdsRow' ? null : affected }]
  })
  const blocking = [
    ...ofSheet.map((finding): RecordFinding => ({ finding, field: null })),
    ...concerning.filter(({ finding }) => !asks(finding) && withholds(finding, undefined)),
  ]
  const asking = isLost(record, blocking) ? [] : concerning.filter((one) => isAsked(one, record))
  const open = waiting.size === 0 ? [] : openFields(record, waiting)
  const withheld = [
    ...open,
    ...withheldFields(record, [...blocking, ...asking.filter(({ finding }) => withholds(finding, reasons[finding.code]))]),
  ]
  const row = {
    ...compared,
    withheld,
    changes: changesOf(record, withheld, stored),
    asks: asking.map(({ finding }) => finding),
  }
  return { ...row, kind: kindOf(row, me, isTheirs) }
}

/** Fields of which a question asks in which column they are. */
const openFields = ({ values, origin: { cells } }: ReadRecord, waiting: ReadonlySet<string>): readonly WithheldField[] =>
  VALUE_FIELDS.filter((field) => values[field] !== undefined && waiting.has(cells[field] ?? '')).map((field) => ({
    field,
    why: { tag: 'question' },
  }))

/** Nothing of the row can be sent, so that no reason needs to be asked for. */
const isLost = (record: ReadRecord, blocking: readonly RecordFinding[]): boolean =>
  record.disposition === 'missing' || record.disposition === 'reject_row' || blocking.some(({ field }) => field === null)

/** Nobody is asked about a field that has no value to send. */
const isAsked = ({ finding, field }: RecordFinding, record: ReadRecord): boolean =>
  asks(finding) && (field === null || record.values[field] !== undefined)

/** A row that was left blank or not taken says so first; the findings follow. */
function withheldFields(record: ReadRecord, behind: readonly RecordFinding[]): readonly WithheldField[] {
  const fields = behind.map(({ finding, field }): WithheldField => ({ field, why: { tag: 'finding', finding } }))
  if (record.disposition === 'missing') return [{ field: null, why: { tag: 'blank' } }, ...fields]
  const unexplained = record.disposition === 'reject_row' && !fields.some(({ field }) => field === null)
  return unexplained ? [{ field: null, why: { tag: 'rejected' } }, ...fields] : fields
}

/** What of the fields that travel differs from the server's; a withdrawn row counts as none. */
const changesOf = (record: ReadRecord, withheld: readonly WithheldField[], stored: ServerRecord | undefined): readonly FieldChange[] =>
  sentFields(record, withheld)
    .map((field) => ({ field, before: stored?.deleted ? undefined : stored?.values[field], after: record.values[field] ?? null }))
    .filter(({ before, after }) => (before ?? null) !== after)

function kindOf({ record, stored, changes, withheld }: Omit<PlannedRow, 'kind'>, me: string, isTheirs: boolean): PlannedRow['kind'] {
  if (!sentFields(record, withheld).some((field) => !isContext(field))) return 'withheld'
  if (stored === undefined) return isTheirs ? 'takenOver' : 'new'
  if (stored.deleted) return 'restored'
  if (changes.length === 0) return 'unchanged'
  return stored.account === me ? 'changed' : 'overwrites'
}

/** The fields of a record that travel: those it reports, less those withheld. */
export function sentFields(record: ReadRecord, withheld: readonly WithheldField[]): readonly ValueField[] {
  if (withheld.some(({ field }) => field === null)) return []
  const behind = new Set(withheld.map(({ field }) => field))
  return VALUE_FIELDS.filter((field) => record.values[field] !== undefined && !behind.has(field))
}

/** Kinds of rows that go when the person confirms, without another word. */
export const GOING: ReadonlySet<PlannedRow['kind']> = new Set(['changed', 'restored', 'takenOver', 'new'])

/** Whether a row will be sent, given what the person decided. */
export const goes = (row: PlannedRow, decisions: Decisions): boolean =>
  (decisions.only?.has(row.key) ?? true) && (GOING.has(row.kind) || (row.kind === 'overwrites' && decisions.overwrite.has(row.key)))
