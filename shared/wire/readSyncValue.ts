import { isOneOf, isRecord, keysOf } from '../base/keysOf.ts'
import { FINDING_SEVERITY } from '../finding/finding.ts'
import { asScaled, SCALED_LIMIT, type Scaled } from '../quantity/scaled.ts'
import { STAGES, type Stage } from '../quantity/stage.ts'
import { VALUE_FIELDS } from '../record/columnFields.ts'
import type { Origin } from '../record/figureRecord.ts'
import { ORIGIN_CELLS } from './sync.ts'
import type { SyncRow } from './syncRow.ts'

/** Longest texts, in UTF-16 units. */
const MAX_TEXT = 20_000
/** A part is in the key of a row, and in every index over it. */
export const MAX_PART = 200
const MAX_WRITTEN = 2_000
const MAX_REASON = 500
const MAX_SHEET_NAME = 255
const MAX_ADDRESS = 40
/** Excel's last row. */
const MAX_ROW_NUMBER = 1_048_576

/** A value that breaks a rule of its field; every other answer of a reader is the value itself. */
export class Wrong {
  readonly reason: string
  constructor(reason: string) {
    this.reason = reason
  }
}
// Made once: one request may hold thousands of wrong values.
const [NOT_SCALED, NOT_TEXT, NOT_DATE] = [new Wrong('scaledFigure'), new Wrong('text'), new Wrong('isoDate')]
const [NOT_STAGE, NOT_BOOLEAN, NOT_OBJECT] = [new Wrong('stage'), new Wrong('boolean'), new Wrong('object')]
const [UNKNOWN_KEY, NOT_ROW] = [new Wrong('unknownKey'), new Wrong('rowNumber')]

/** A text that can be stored and read back as it is: half a pair of surrogates and NUL cannot (SQLite ends a text at NUL). */
export const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest && value.isWellFormed() && !value.includes('\0')

/** A figure; −0 becomes 0, since the two are one figure and must compare alike as texts. */
export function readFigure(value: unknown): Scaled | null | Wrong {
  if (value === null) return null
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || Math.abs(value) >= SCALED_LIMIT) return NOT_SCALED
  return asScaled(value)
}

/** Empty texts stay: only null clears. */
export const readText = (value: unknown): string | null | Wrong => (value === null || isText(value, MAX_TEXT) ? value : NOT_TEXT)

/** "2021-02-29" is no date. */
export function readDate(value: unknown): string | null | Wrong {
  if (value === null) return null
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return NOT_DATE
  const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = month === 2 && leap ? 29 : DAYS[month - 1]
  return last !== undefined && day >= 1 && day <= last && year >= 1900 ? value : NOT_DATE
}
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A stage of the domain's list. */
export const readStage = (value: unknown): Stage | null | Wrong => (value === null || isOneOf(STAGES, value) ? value : NOT_STAGE)
/** Whether a node is done. */
export const readDone = (value: unknown): boolean | null | Wrong => (value === null || typeof value === 'boolean' ? value : NOT_BOOLEAN)
/** Null is no withdrawal: a request that names the column need not fill it in every row. */
export const readDeleted = (value: unknown): boolean | Wrong => (typeof value === 'boolean' ? value : value === null ? false : NOT_BOOLEAN)

const CODES = keysOf(FINDING_SEVERITY)
/** What the cells said, by field. */
export const readWritten = (value: unknown): SyncRow['written'] | Wrong => readMap(value, VALUE_FIELDS, MAX_WRITTEN)
/** Sentences for findings, by code. */
export const readReasons = (value: unknown): NonNullable<SyncRow['reasons']> | Wrong => readMap(value, CODES, MAX_REASON)

/** Where the row is in the sender's workbook. */
export function readOrigin(value: unknown): Origin | null | Wrong {
  if (value === null) return null
  if (!isRecord(value)) return NOT_OBJECT
  for (const key in value) if (key !== 'sheet' && key !== 'row' && key !== 'cells') return UNKNOWN_KEY
  const { sheet, row, cells } = value
  if (!isText(sheet, MAX_SHEET_NAME)) return NOT_TEXT
  if (typeof row !== 'number' || !Number.isSafeInteger(row) || row < 0 || row > MAX_ROW_NUMBER) return NOT_ROW
  const addresses = readMap(cells ?? null, ORIGIN_CELLS, MAX_ADDRESS)
  return addresses instanceof Wrong ? addresses : { sheet, row, cells: addresses }
}

/**
 * An object of texts by known keys, without the empty ones. It is made again in the order of `keys`, so that objects that
 * say the same are the same text in the database, where they are compared.
 */
function readMap<K extends string>(value: unknown, keys: readonly K[], longest: number): { readonly [Key in K]?: string } | Wrong {
  if (value === null) return {}
  if (!isRecord(value)) return NOT_OBJECT
  const sent = Object.keys(value).length
  if (sent === 0) return {}
  const map: { [Key in K]?: string } = {}
  let known = 0
  let allTexts = true
  for (const key of keys) {
    if (!Object.hasOwn(value, key)) continue
    known += 1
    const text = value[key]
    if (!isText(text, longest)) allTexts = false
    else if (text !== '') map[key] = text
  }
  if (known !== sent) return UNKNOWN_KEY
  return allTexts ? map : NOT_TEXT
}
