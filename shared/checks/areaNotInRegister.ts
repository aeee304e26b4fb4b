import { factIndex } from './factIndex.ts'
import type { Check } from './facts.ts'
import { raise } from './raise.ts'

/**
 * AREA_NOT_IN_REGISTER: the name in an area's cell is no area of the register; `zone` where it is a known functional
 * zone, which has no code.
 *
 *     cell     finding
 *     经开区    warning, zone
 *     某某县    warning
 *     义马市    none
 */
export const areaNotInRegister: Check = (facts) =>
  factIndex(facts).areas.flatMap((fact) =>
    fact.area && fact.area.code === undefined
      ? [raise('AREA_NOT_IN_REGISTER', { sheet: fact.sheet, cell: fact.cell }, { written: fact.area.name, zone: fact.area.zone })]
      : [],
  )
