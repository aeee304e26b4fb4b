import { fail, ok, type Result } from '../base/result.ts'
import { FINDING_SEVERITY } from '../checks/finding.ts'
import { SCALED_LIMIT } from '../quantity/scaled.ts'
import { DATE_FIELDS, NUMBER_FIELDS, TEXT_FIELDS, VALUE_FIELDS, type ValueField } from '../sheet/figureRecord.ts'
import { KEY_COLUMNS, type SyncColumn } from './sync.ts'

/** Longest texts, in UTF-16 units. */
export const MAX_TEXT = 20_000
export const MAX_PART = 200
const MAX_WRITTEN = 2_000
const MAX_REASON = 500

/**
 * A row of a sync in the order in which the store judges it: index in the request, subject, area, part, base,
 * deleted (0 or 1), written, origin, reasons (null: not sent), then the value fields that the request names.
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
  ...values: (string | number | boolean | null)[],
]
export const ROW_HEAD = 9

export interface OriginSent {
  readonly sheet: string
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
}

export interface SyncRows {
  /** The value fields that the request names, in the order of the rows' tails. */
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

type Reader = (value: unknown) => { readonly value: unknown } | string

/**
 * Reads the rows of a sync in one linear pass: types, lengths, ranges and duplicate keys; what the register says of
 * them is judged later. Objects are rebuilt from known keys in a fixed order, so that equal ones are equal texts.
 */
export function readSyncRows(fields: readonly SyncColumn[], rows: readonly unknown[]): Result<SyncRows, RowFault> {
  if (KEY_COLUMNS.some((column, index) => fields[index] !== column)) return fail({ tag: 'fields', reason: 'keyFirst' })
  if (new Set(fields).size !== fields.length) return fail({ tag: 'fields', reason: 'repeated' })
  const tail = fields.slice(KEY_COLUMNS.length)
  const named = tail.filter((column): column is ValueField => (VALUE_FIELDS as readonly string[]).includes(column))
  const order = [
    ...(['deleted', 'written', 'origin', 'reasons'] as const).map((column) => ({ column, at: fields.indexOf(column) })),
    ...named.map((column) => ({ column, at: fields.indexOf(column) })),
  ].map(({ column, at }) => ({ column, at, read: READERS[column] }))
  const originAt = fields.indexOf('origin')
  const seen = new Map<string, number>()
  const out: SyncRow[] = []

  for (let row = 0; row < rows.length; row += 1) {
    const sent = rows[row]
    const originOf = (): OriginSent | null => {
      const read = Array.isArray(sent) && originAt >= 0 ? readOrigin(sent[originAt]) : 'absent'
      return typeof read === 'string' ? null : (read.value as OriginSent | null)
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
    const read: unknown[] = [row, subject, area, part, base === 0 ? 0 : base]
    for (let index = 0; index < order.length; index += 1) {
      const entry = order[index] as (typeof order)[number]
      if (entry.at < 0) {
        read.push(entry.column === 'deleted' ? 0 : entry.column === 'written' ? {} : null)
        continue
      }
      const value = entry.read(sent[entry.at])
      if (typeof value === 'string') return wrong(entry.column, value)
      read.push(value.value)
    }
    out.push(read as unknown as SyncRow)
  }
  return ok({ named, rows: out })
}

const isText = (text: string, longest: number): boolean => text.length <= longest && text.isWellFormed() && !text.includes('\0')
const NONE = { value: null } as const

const readFigure: Reader = (value) => {
  if (value === null) return NONE
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || Math.abs(value) >= SCALED_LIMIT) return 'scaledFigure'
  return { value: value === 0 ? 0 : value }
}
const readText: Reader = (value) => {
  if (value === null) return NONE
  return typeof value === 'string' && isText(value, MAX_TEXT) ? { value } : 'text'
}
const readDate: Reader = (value) => {
  if (value === null) return NONE
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return 'isoDate'
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number)
  const last = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return last !== undefined && day >= 1 && day <= last && year >= 1900 ? { value } : 'isoDate'
}
const STAGES = ['completed', 'started', 'accepted', 'basically_completed', 'selected', 'approved', 'planned', 'not_started', 'in_progress']
const readStage: Reader = (value) => (value === null ? NONE : STAGES.includes(value as string) ? { value } : 'stage')
const readDone: Reader = (value) => (value === null || typeof value === 'boolean' ? { value } : 'boolean')
const readDeleted: Reader = (value) => (value === true ? { value: 1 } : value === false || value === null ? { value: 0 } : 'boolean')

function readMap(value: unknown, keys: readonly string[], longest: number): Record<string, string> | string {
  if (value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) return 'object'
  const sent = value as Record<string, unknown>
  const present = Object.keys(sent)
  if (present.length === 0) return {}
  if (present.some((key) => !keys.includes(key))) return 'unknownKey'
  const map: Record<string, string> = {}
  for (const key of keys) {
    if (!Object.hasOwn(sent, key)) continue
    const text = sent[key]
    if (typeof text !== 'string' || !isText(text, longest)) return 'text'
    if (text !== '') map[key] = text
  }
  return map
}
const CODES = Object.keys(FINDING_SEVERITY)
const readWritten: Reader = (value) => {
  const map = readMap(value, VALUE_FIELDS, MAX_WRITTEN)
  return typeof map === 'string' ? map : { value: map }
}
const readReasons: Reader = (value) => {
  const map = readMap(value, CODES, MAX_REASON)
  return typeof map === 'string' ? map : { value: map }
}

const ORIGIN_KEYS = ['sheet', 'row', 'cells']
const CELLS = ['subject', 'area', 'part', ...VALUE_FIELDS]
function readOrigin(value: unknown): { value: OriginSent | null } | string {
  if (value === null) return NONE
  if (typeof value !== 'object' || Array.isArray(value)) return 'object'
  const { sheet, row, cells } = value as Record<string, unknown>
  if (Object.keys(value).some((key) => !ORIGIN_KEYS.includes(key))) return 'unknownKey'
  if (typeof sheet !== 'string' || !isText(sheet, 255)) return 'text'
  if (typeof row !== 'number' || !Number.isSafeInteger(row) || row < 0 || row > 1_048_576) return 'rowNumber'
  const addresses = readMap(cells ?? null, CELLS, 40)
  return typeof addresses === 'string' ? addresses : { value: { sheet, row, cells: addresses } }
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
