import type { Check } from '../finding/facts.ts'
import { findUnit } from '../register/findUnit.ts'
import { unitById } from '../register/registerIndex.ts'
import { raise } from './lookups/raise.ts'
import { sheetOf } from './lookups/sheetOf.ts'

/**
 * SHEET_OF_OTHER_UNIT: the line above a table names another filing unit of the register than the one that is about to
 * report. A name that the register does not know says nothing, and the coordinator's own lists are of everybody.
 *
 *     about to report   填报单位          finding
 *     市司法局          市交通运输局      warning at the line
 *     市司法局          市司法局          none
 *     市司法局          司法局            none (an alias of it)
 *     陕州区人民政府     陕州区教育局      none (no unit of the register)
 *     市政府督查室       市交通运输局      none
 */
export const sheetOfOtherUnit: Check = (facts) => {
  const { register, context, tables } = facts
  const own = context.reporter ? (unitById(register, context.reporter) ?? findUnit(register, context.reporter)?.unit) : undefined
  if (!own || own.kind === 'supervision_office') return []
  const named = tables.filter(({ meta }) => {
    const unit = meta.reportingUnit === undefined ? undefined : findUnit(register, meta.reportingUnit)?.unit
    return unit !== undefined && unit.id !== own.id
  })
  return named.map(({ meta }) =>
    raise(
      'SHEET_OF_OTHER_UNIT',
      { sheet: sheetOf(facts), cell: meta.reportingUnitCell ?? 'A1' },
      { stated: meta.reportingUnit ?? '', reporter: own.name },
    ),
  )
}
