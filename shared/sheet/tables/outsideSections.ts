import type { SkippedRow } from '../../record/reading.ts'
import { findArea } from '../../register/findArea.ts'
import type { AreaCode, Register } from '../../register/register.ts'

interface Rows {
  readonly dataRows: readonly number[]
  readonly sectionRows: readonly number[]
  readonly skipRows: readonly SkippedRow[]
  readonly sections: ReadonlyMap<number, { readonly text: string; readonly area?: AreaCode }>
}

/**
 * Rows under sections that are no county: those of the whole city are totals where counties have sections beside it,
 * those of a functional zone have no area of the register.
 *
 *     全市 / rows, 湖滨区 / rows, 陕州区 / rows     the rows of 全市 are totals
 *     经济开发区 / rows                            left out, and the section is told
 */
export function outsideSections(register: Register, { dataRows, sectionRows, skipRows, sections }: Rows) {
  const counties = [...sections.values()].some(({ area }) => area !== undefined && area !== register.city)
  const zones = new Set([...sections].flatMap(([row, { text }]) => (findArea(register, text)?.kind === 'zone' ? [row] : [])))
  const data: number[] = []
  const skip = [...skipRows]
  let next = 0
  for (const row of dataRows) {
    while ((sectionRows[next] ?? row) < row) next++
    const above = sectionRows[next - 1] ?? 0
    if (zones.has(above)) skip.push({ row, reason: 'not_applicable' })
    else if (counties && sections.get(above)?.area === register.city) skip.push({ row, reason: 'total' })
    else data.push(row)
  }
  return { dataRows: data, skipRows: skip.sort((a, b) => a.row - b.row) }
}
