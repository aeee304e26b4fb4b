import { factIndex } from './factIndex.ts'
import type { Check } from './facts.ts'
import { raise } from './raise.ts'

/**
 * AREA_ALIAS: another name of an area of the register, inner spaces included; what it was read as.
 *
 *     cell        finding
 *     陕县         info, 411203
 *     湖 滨 区     info, 411202
 *     湖滨区       none
 */
export const areaAlias: Check = (facts) =>
  factIndex(facts).areas.flatMap((fact) =>
    fact.area?.code !== undefined && fact.area.byAlias
      ? [raise('AREA_ALIAS', { sheet: fact.sheet, cell: fact.cell }, { written: fact.area.name, area: fact.area.code })]
      : [],
  )
