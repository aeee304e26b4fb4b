import { findArea } from '../../register/findArea.ts'
import type { Register } from '../../register/register.ts'
import type { BodyRows } from './bodyRows.ts'

/**
 * Leaves out the rows under sections that are not counties: those of the whole city are totals where counties have
 * sections too; those of a functional zone have no area in the register.
 *
 *     全市 / rows, 湖滨区 / rows, 陕州区 / rows     the rows of 全市 are totals
 *     经济开发区 / rows                            not applicable
 */
export function outsideSections(register: Register, { dataRows, sections, skipRows }: BodyRows): BodyRows {
  const hasCounties = [...sections.values()].some(({ area }) => area !== undefined && area !== register.city)
  const zones = new Set([...sections].flatMap(([row, { text }]) => (findArea(register, text)?.kind === 'zone' ? [row] : [])))
  const sectionRows = [...sections.keys()]
  const data: number[] = []
  const skip = [...skipRows]
  let next = 0
  for (const row of dataRows) {
    while ((sectionRows[next] ?? row) < row) next++
    const above = sectionRows[next - 1] ?? 0
    if (zones.has(above)) skip.push({ row, reason: 'not_applicable' })
    else if (hasCounties && sections.get(above)?.area === register.city) skip.push({ row, reason: 'total' })
    else data.push(row)
  }
  return { dataRows: data, sections, skipRows: skip.sort((a, b) => a.row - b.row) }
}
