import { isRecord } from '../../../shared/base/keysOf.ts'
import { EXPORT_FORMAT, EXPORT_TABLES, type ExportTable } from './exportTables.ts'

/** How an export ends: whether nothing was written meanwhile, its position, and the hash of all rows before. */
export interface ExportEnd {
  readonly complete: boolean
  readonly seq: number
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
    const table = EXPORT_TABLES.find(({ name, columns }) => name === read[0] && columns.length === read.length - 1)
    return table && { kind: 'row', table }
  }
  if (!isRecord(read)) return undefined
  if (read.format === EXPORT_FORMAT) return { kind: 'format' }
  const { complete, seq, contentHash } = read
  if (typeof complete !== 'boolean' || typeof seq !== 'number' || !Number.isSafeInteger(seq) || typeof contentHash !== 'string')
    return undefined
  return { kind: 'end', end: { complete, seq, contentHash } }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
