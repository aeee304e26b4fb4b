import { fail, ok, type Result } from '../base/result.ts'
import { FINDING_SEVERITY } from '../finding/finding.ts'
import { SCALED_LIMIT } from '../quantity/scaled.ts'
import { DATE_FIELDS, NUMBER_FIELDS, TEXT_FIELDS, VALUE_FIELDS, type ValueField } from '../record/figureRecord.ts'
import { KEY_COLUMNS, type SyncColumn } from './sync.ts'

/** Longest texts, in UTF-16 units. */
export const MAX_TEXT = 20_000
export const MAX_PART = 200
const MAX_WRITTEN = 2_000
const MAX_REASON = 500

/**
 * A row of a sync in the order in which the store judges it: index in the request, subject, area, part, base,
 * deleted (0 or 1), written, origin, reasons (null: not sent), and the values of the fields that the request names.
 */
export type SyncRow = readonly [
  row: number,
  subject: string,
  area: string,
  part: string,
  base: number,
  deleted: 0 | 1,
  written: Readonly<Record<string, string>>,
  origin: OriginSent | null,
  reasons: Readonly<Record<string, string>> | null,
  values: readonly (string | number | boolean | null)[],
]

export interface OriginSent {
  readonly sheet: string
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
}

export interface SyncRows {
  /** The value fields that the request names, in the order of the rows' values. */
  readonly named: readonly ValueField[]
  readonly rows: readonly SyncRow[]
}

/** A client's mistake, not a sheet's: where, and which rule. */
export type RowFault =
  | { readonly tag: 'fields'; readonly reason: 'keyFirst' | 'repeated' }
  | {
      readonly tag: 'row'
      readonly row: number
      readonly column: SyncColumn | null
      readonly reason: string
      readonly origin: OriginSent | null
    }
  /** Two rows of the request have one key: the second would silently cover the first. */
  | { readonly tag: 'duplicate'; readonly row: number; readonly first: number; readonly origin: OriginSent | null }

/** A value that breaks a rule of its field; every other answer of a reader is the value to keep. */
class Wrong {
  readonly reason: string
  constructor(reason: string) {
    this.reason = reason
  }
}
type Reader = (value: unknown) => unknown

/**
 * Reads the rows of a sync in one linear pass: types, lengths, ranges and duplicate keys; what the register says of
 * them is judged later. Objects are rebuilt from known keys in a fixed order, so that equal ones are equal texts.
 */
export function readSyncRows(fields: readonly SyncColumn[], rows: readonly unknown[]): Result<SyncRows, RowFault> {
  if (KEY_COLUMNS.some((column, index) => fields[index] !== column)) return fail({ tag: 'fields', reason: 'keyFirst' })
  if (new Set(fields).size !== fields.length) return fail({ tag: 'fields', reason: 'repeated' })
  const tail = fields.slice(KEY_COLUMNS.length)
  const named = tail.filter((column): column is ValueField => (VALUE_FIELDS as readonly string[]).includes(column))
  const placed = (column: Exclude<SyncColumn, (typeof KEY_COLUMNS)[number]>) => ({
    column,
    at: fields.indexOf(column),
    read: READERS[column],
    absent: column === 'deleted' ? 0 : column === 'written' ? {} : null,
  })
  const head = (['deleted', 'written', 'origin', 'reasons'] as const).map(placed)
  const order = [...head, ...named.map(placed)]
  const originAt = fields.indexOf('origin')
  const seen = new Map<string, number>()
  const out: SyncRow[] = []

  for (let row = 0; row < rows.length; row += 1) {
    const sent = rows[row]
    const originOf = (): OriginSent | null => {
      const read = Array.isArray(sent) && originAt >= 0 ? readOrigin(sent[originAt]) : null
      return read instanceof Wrong ? null : read
    }
    const wrong = (column: SyncColumn | null, reason: string) => fail({ tag: 'row', row, column, reason, origin: originOf() } as const)
    if (!Array.isArray(sent)) return wrong(null, 'notAnArray')
    if (sent.length !== fields.length) return wrong(null, 'length')
    const [subject, area, part, base] = sent as unknown[]
    if (typeof subject !== 'string' || !/^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/.test(subject)) return wrong('subject', 'subject')
    if (typeof area !== 'string' || !/^\d{6}$/.test(area)) return wrong('area', 'area')
    if (typeof part !== 'string' || !isText(part, MAX_PART)) return wrong('part', 'text')
    if (typeof base !== 'number' || !Number.isSafeInteger(base) || base < 0) return wrong('base', 'version')
    const key = `${subject}|${area}|${part}`
    const first = seen.get(key)
    if (first !== undefined) return fail({ tag: 'duplicate', row, first, origin: originOf() })
    seen.set(key, row)
    const values: unknown[] = []
    const read: unknown[] = [row, subject, area, part, base === 0 ? 0 : base]
    for (let index = 0; index < order.length; index += 1) {
      const entry = order[index] as (typeof order)[number]
      const value = entry.at < 0 ? entry.absent : entry.read(sent[entry.at])
      if (value instanceof Wrong) return wrong(entry.column, value.reason)
      if (index < head.length) read.push(value)
      else values.push(value)
    }
    read.push(values)
    out.push(read as unknown as SyncRow)
  }
  return ok({ named, rows: out })
}

const isText = (text: string, longest: number): boolean => text.length <= longest && text.isWellFormed() && !text.includes('\0')

const readFigure: Reader = (value) => {
  if (value === null) return null
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || Math.abs(value) >= SCALED_LIMIT) return NOT_SCALED
  return value === 0 ? 0 : value
}
const readText: Reader = (value) => (value === null || (typeof value === 'string' && isText(value, MAX_TEXT)) ? value : NOT_TEXT)
const readDate: Reader = (value) => {
  if (value === null) return null
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return NOT_DATE
  const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = month === 2 && leap ? 29 : DAYS[month - 1]
  return last !== undefined && day >= 1 && day <= last && year >= 1900 ? value : NOT_DATE
}
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const STAGES = ['completed', 'started', 'accepted', 'basically_completed', 'selected', 'approved', 'planned', 'not_started', 'in_progress']
const readStage: Reader = (value) => (value === null || STAGES.includes(value as string) ? value : NOT_STAGE)
const readDone: Reader = (value) => (value === null || typeof value === 'boolean' ? value : NOT_BOOLEAN)
const readDeleted: Reader = (value) => (value === true ? 1 : value === false || value === null ? 0 : NOT_BOOLEAN)

const [NOT_SCALED, NOT_TEXT, NOT_DATE] = [new Wrong('scaledFigure'), new Wrong('text'), new Wrong('isoDate')]
const [NOT_STAGE, NOT_BOOLEAN, NOT_OBJECT] = [new Wrong('stage'), new Wrong('boolean'), new Wrong('object')]
const [UNKNOWN_KEY, NOT_ROW] = [new Wrong('unknownKey'), new Wrong('rowNumber')]

/** The order in which a map's keys are kept. */
type Order = ReadonlyMap<string, number>
const orderOf = (keys: readonly string[]): Order => new Map(keys.map((key, index) => [key, index]))

function readMap(value: unknown, order: Order, longest: number): Readonly<Record<string, string>> | Wrong {
  if (value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) return NOT_OBJECT
  const sent = value as Record<string, unknown>
  const present = Object.keys(sent)
  let before = -1
  let inOrder = true
  for (const key of present) {
    const index = order.get(key)
    if (index === undefined) return UNKNOWN_KEY
    if (index < before) inOrder = false
    before = index
  }
  if (!inOrder) present.sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0))
  const map: Record<string, string> = {}
  for (const key of present) {
    const text = sent[key]
    if (typeof text !== 'string' || !isText(text, longest)) return NOT_TEXT
    if (text !== '') map[key] = text
  }
  return map
}
const WRITTEN = orderOf(VALUE_FIELDS)
const CODES = orderOf(Object.keys(FINDING_SEVERITY))
const CELLS = orderOf(['subject', 'area', 'part', ...VALUE_FIELDS])
const readWritten: Reader = (value) => readMap(value, WRITTEN, MAX_WRITTEN)
const readReasons: Reader = (value) => readMap(value, CODES, MAX_REASON)

function readOrigin(value: unknown): OriginSent | null | Wrong {
  if (value === null) return null
  if (typeof value !== 'object' || Array.isArray(value)) return NOT_OBJECT
  for (const key in value) if (key !== 'sheet' && key !== 'row' && key !== 'cells') return UNKNOWN_KEY
  const { sheet, row, cells } = value as Record<string, unknown>
  if (typeof sheet !== 'string' || !isText(sheet, 255)) return NOT_TEXT
  if (typeof row !== 'number' || !Number.isSafeInteger(row) || row < 0 || row > 1_048_576) return NOT_ROW
  const addresses = readMap(cells ?? null, CELLS, 40)
  return addresses instanceof Wrong ? addresses : { sheet, row, cells: addresses }
}

const READERS: Readonly<Record<Exclude<SyncColumn, (typeof KEY_COLUMNS)[number]>, Reader>> = {
  ...same(NUMBER_FIELDS, readFigure),
  ...same(DATE_FIELDS, readDate),
  ...same(TEXT_FIELDS, readText),
  stage: readStage,
  done: readDone,
  written: readWritten,
  origin: readOrigin,
  reasons: readReasons,
  deleted: readDeleted,
}

function same<F extends string>(fields: readonly F[], reader: Reader): Record<F, Reader> {
  return Object.fromEntries(fields.map((field) => [field, reader])) as Record<F, Reader>
}
