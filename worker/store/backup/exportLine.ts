import { isRecord } from '../../../shared/base/keysOf.ts'
import { EXPORT_FORMAT, EXPORT_TABLES, type ExportTable } from './exportTables.ts'

/** How an export ends: the city's positions at its moment, when the last act was, and the hash of all lines, these values among them. */
export interface ExportEnd {
  readonly seq: number
  readonly change: number
  /** ISO time; null of a city in which nothing was done yet. What was done after it is not in the export. */
  readonly until: string | null
  readonly contentHash: string
}

/** A line of an export: the format it begins with, a row (its text goes into the database as it is), or the end. */
export type ExportLine =
  | { readonly kind: 'format' }
  | { readonly kind: 'row'; readonly table: ExportTable }
  | { readonly kind: 'end'; readonly end: ExportEnd }

/** Undefined for what is no line of an export that this server writes. */
export function exportLine(text: string): ExportLine | undefined {
  const read = parse(text)
  if (Array.isArray(read)) {
    const [name, ...cells]: readonly unknown[] = read
    const table = EXPORT_TABLES.find((one) => one.name === name && one.columns.length === cells.length)
    return table && cells.every(isCell) ? { kind: 'row', table } : undefined
  }
  if (!isRecord(read)) return undefined
  if (read.format === EXPORT_FORMAT) return { kind: 'format' }
  const { seq, change, until, contentHash } = read
  if (!isPosition(seq) || !isPosition(change) || typeof contentHash !== 'string') return undefined
  if (until !== null && typeof until !== 'string') return undefined
  return { kind: 'end', end: { seq, change, until, contentHash } }
}

const isPosition = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/** What a column holds: a text that can be stored as it is, an exact number, or nothing. */
const isCell = (value: unknown): boolean =>
  value === null || Number.isSafeInteger(value) || (typeof value === 'string' && value.isWellFormed() && !value.includes('\0'))

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
