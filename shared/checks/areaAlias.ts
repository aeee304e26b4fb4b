import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { address } from '../grid/a1.ts'
import { findArea, isOfficialName } from '../register/findArea.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'

/**
 * AREA_ALIAS: another name of an area of the register, inner spaces included; what it was read as.
 *
 *     cell        finding
 *     陕县         info, 411203
 *     湖 滨 区     info, 411202
 *     heading 陕县 over 目标 and 完成   info at the heading, once
 *     湖滨区, 三门峡市湖滨区, 湖滨区人民政府, 湖滨区司法局   none
 */
export const areaAlias: Check = (facts) => [
  ...factIndex(facts).areas.flatMap((fact) =>
    fact.area?.code !== undefined && fact.area.byAlias
      ? [
          raise(
            'AREA_ALIAS',
            { sheet: fact.sheet, cell: fact.cell },
            { written: typeof fact.value === 'string' ? fact.value.trim() : fact.area.name, area: fact.area.code },
          ),
        ]
      : [],
  ),
  ...inHeadings(facts),
]

/** Counties as columns: the heading's cell is the first of the columns that it covers. */
function inHeadings(facts: CheckFacts): readonly Finding[] {
  const sheet = facts.cells[0]?.sheet
  if (sheet === undefined) return []
  return facts.tables.flatMap((table) => {
    const found = new Map<string, Finding>()
    for (const { area, column, derived, header } of table.columns) {
      if (area === undefined || derived) continue
      header.split('/').forEach((written, level) => {
        const read = findArea(facts.register, written)
        const row = table.headerRows[level]
        if (row === undefined || read?.kind !== 'area' || read.area.code !== area || found.has(`${row}|${area}`)) return
        if (isOfficialName(facts.register, written, read.area)) return
        found.set(`${row}|${area}`, raise('AREA_ALIAS', { sheet, cell: address(row, column) }, { written, area }))
      })
    }
    return [...found.values()]
  })
}
