import { isOneOf, isRecord } from '../../shared/base/keysOf.ts'
import { COLUMN_USES } from '../../shared/record/columnUse.ts'
import type { Correction } from '../../shared/record/reading.ts'
import type { LayoutUse } from '../ports/memory.ts'

const KINDS: readonly Correction['kind'][] = ['column', 'row', 'skipRow', 'headerRow', 'ledger', 'sheet']
const USES: readonly LayoutUse[] = ['ignored', 'insisted']

/** Corrections that were stored for a sheet; what another version or hand left there is passed over. */
export function parseCorrections(value: unknown): readonly Correction[] {
  try {
    const list: unknown = typeof value === 'string' ? JSON.parse(value) : value
    return Array.isArray(list) ? list.filter(isCorrection) : []
  } catch {
    return []
  }
}

function isCorrection(value: unknown): value is Correction {
  if (!isRecord(value) || !isOneOf(KINDS, value.kind)) return false
  const { anchor, occurrence, use } = value
  return typeof anchor === 'string' && Number.isInteger(occurrence) && (use === undefined || isOneOf(COLUMN_USES, use))
}

/** What was stored of the use of remembered layouts; null where it is none of ours. */
export const parseLayoutUse = (value: unknown): LayoutUse | null => (isOneOf(USES, value) ? value : null)
