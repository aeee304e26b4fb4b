import { isOneOf } from '../base/keysOf.ts'
import { keyText } from '../base/plainText.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { DATE_FIELDS, NUMBER_FIELDS, VALUE_FIELDS, type ValueField } from '../record/columnFields.ts'
import type { Origin, RecordKey, RecordValues } from '../record/figureRecord.ts'
import {
  isText,
  MAX_PART,
  readDate,
  readDeleted,
  readDone,
  readFigure,
  readOrigin,
  readReasons,
  readStage,
  readText,
  readWritten,
  Wrong,
} from './readSyncValue.ts'
import { KEY_COLUMNS, type SyncColumn } from './sync.ts'
import type { RowFault, SyncRow, SyncRows } from './syncRow.ts'

/**
 * Reads the rows of a sync in one linear pass: types, lengths, ranges and duplicate keys; what the register says of them
 * is judged later. `fields` are the request's columns, `rows` the arrays in their order.
 */
export function readSyncRows(fields: readonly SyncColumn[], rows: readonly unknown[]): Result<SyncRows, RowFault> {
  if (KEY_COLUMNS.some((column, index) => fields[index] !== column)) return fail({ tag: 'fields', reason: 'keyFirst' })
  if (new Set(fields).size !== fields.length) return fail({ tag: 'fields', reason: 'repeated' })
  const places = placesOf(fields)
  const seen = new Map<string, number>()
  const read: SyncRow[] = []
  for (let row = 0; row < rows.length; row += 1) {
    const sent = rows[row]
    // Made only for a fault: of sound rows nothing is asked twice.
    const faultAt = (): { readonly row: number; readonly origin: Origin | null } => ({ row, origin: originOf(sent, places) })
    if (!isArray(sent)) return fail({ tag: 'row', column: null, reason: 'notAnArray', ...faultAt() })
    if (sent.length !== fields.length) return fail({ tag: 'row', column: null, reason: 'length', ...faultAt() })
    const key = readKey(sent, places.deleted >= 0 && sent[places.deleted] === true)
    if (key instanceof WrongCell) return fail({ tag: 'row', column: key.column, reason: key.reason, ...faultAt() })
    const text = `${key.subject}|${key.area}|${key.part}`
    const first = seen.get(text)
    if (first !== undefined) return fail({ tag: 'duplicate', first, ...faultAt() })
    seen.set(text, row)
    const one = readRow(row, key, sent, places)
    if (one instanceof WrongCell) return fail({ tag: 'row', column: one.column, reason: one.reason, ...faultAt() })
    read.push(one)
  }
  return ok({ named: places.values.map(({ field }) => field), rows: read })
}

/** `Array.isArray` answers `any[]`. */
const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** The places of the columns after the key in the arrays; -1 where the request does not have them. */
interface Places {
  readonly deleted: number
  readonly written: number
  readonly origin: number
  readonly reasons: number
  readonly values: readonly ValuePlace[]
}
interface ValuePlace {
  readonly field: ValueField
  readonly at: number
  /** Reads what was sent into a row's values; answers what is wrong with it. */
  readonly readInto: (values: Values, sent: unknown) => Wrong | undefined
}
type Values = { -readonly [F in ValueField]?: RecordValues[F] }

const placesOf = (fields: readonly SyncColumn[]): Places => ({
  deleted: fields.indexOf('deleted'),
  written: fields.indexOf('written'),
  origin: fields.indexOf('origin'),
  reasons: fields.indexOf('reasons'),
  values: fields.flatMap((field, at) => (isOneOf(VALUE_FIELDS, field) ? [{ field, at, readInto: readerInto(field) }] : [])),
})

function readerInto(field: ValueField): ValuePlace['readInto'] {
  if (isOneOf(NUMBER_FIELDS, field)) return into(field, readFigure)
  if (isOneOf(DATE_FIELDS, field)) return into(field, readDate)
  if (field === 'stage') return into(field, readStage)
  return field === 'done' ? into(field, readDone) : into(field, readText)
}

const into =
  <F extends ValueField>(field: F, read: (sent: unknown) => Values[F] | Wrong): ValuePlace['readInto'] =>
  (values, sent) => {
    const value = read(sent)
    if (value instanceof Wrong) return value
    values[field] = value
    return undefined
  }

/** Which column of a row breaks which rule. */
class WrongCell {
  readonly column: SyncColumn
  readonly reason: string
  constructor(column: SyncColumn, reason: string) {
    this.column = column
    this.reason = reason
  }
}

/**
 * The columns that every row begins with. A part is taken as the key that it is; only a row that is withdrawn names it letter by
 * letter, since rows of before that are stored under other letters have to be withdrawn by them.
 */
function readKey([subject, area, part, base]: readonly unknown[], withdrawn: boolean): (RecordKey & { readonly base: number }) | WrongCell {
  if (typeof subject !== 'string' || !/^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/.test(subject)) return new WrongCell('subject', 'subject')
  if (typeof area !== 'string' || !/^\d{6}$/.test(area)) return new WrongCell('area', 'area')
  if (!isText(part, MAX_PART)) return new WrongCell('part', 'text')
  if (typeof base !== 'number' || !Number.isSafeInteger(base) || base < 0) return new WrongCell('base', 'version')
  // -0 is no other version than 0.
  return { subject, area, part: withdrawn ? part : keyText(part), base: base === 0 ? 0 : base }
}

function readRow(
  row: number,
  { subject, area, part, base }: RecordKey & { readonly base: number },
  sent: readonly unknown[],
  places: Places,
): SyncRow | WrongCell {
  const deleted = places.deleted < 0 ? false : readDeleted(sent[places.deleted])
  if (deleted instanceof Wrong) return new WrongCell('deleted', deleted.reason)
  const written = places.written < 0 ? {} : readWritten(sent[places.written])
  if (written instanceof Wrong) return new WrongCell('written', written.reason)
  const origin = places.origin < 0 ? null : readOrigin(sent[places.origin])
  if (origin instanceof Wrong) return new WrongCell('origin', origin.reason)
  const reasons = places.reasons < 0 ? null : readReasons(sent[places.reasons])
  if (reasons instanceof Wrong) return new WrongCell('reasons', reasons.reason)
  const values: Values = {}
  for (const { field, at, readInto } of places.values) {
    const wrong = readInto(values, sent[at])
    if (wrong) return new WrongCell(field, wrong.reason)
  }
  return { row, subject, area, part, base, deleted, written, origin, reasons, values }
}

/** Where a faulty row is in the workbook, as far as it says so soundly: to show the fault at its cell. */
function originOf(sent: unknown, { origin: at }: Places): Origin | null {
  const origin = isArray(sent) && at >= 0 ? readOrigin(sent[at]) : null
  return origin instanceof Wrong ? null : origin
}
