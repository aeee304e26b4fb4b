import type { Area } from '../../../shared/grid/a1.ts'
import { areaAddress } from '../../sheetForm/joinCells.ts'

/** Excel cuts longer addresses silently. */
const LONGEST = 8_000

/** Addresses for `getRanges`, each of at most 8,000 characters. */
export function addressChunks(areas: readonly Area[]): string[] {
  const chunks: string[] = []
  for (const area of areas) {
    const text = areaAddress(area)
    const last = chunks.at(-1)
    if (last !== undefined && last.length + 1 + text.length <= LONGEST) chunks[chunks.length - 1] = `${last},${text}`
    else chunks.push(text)
  }
  return chunks
}
