import type { Check } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { rowOf } from '../grid/a1.ts'
import { findUnit } from '../register/findUnit.ts'
import type { ReportingUnit } from '../register/register.ts'
import { indicatorById, taskById, unitById } from '../register/registerIndex.ts'
import { placeOf, raise } from './lookups/raise.ts'

/**
 * ROW_NOT_YOURS: rows of a county that is not the reporting county's own, or of indicators that are neither assigned to the
 * reporter nor of a task that it leads. One finding for all of them, at the first: they can be left out together.
 *
 *     reporter          row                                  finding
 *     湖滨区人民政府     农村公路 陕州区                       warning
 *     市司法局          新建农村公路 (市交通运输局 leads)        warning
 *     市交通运输局       新建农村公路 陕州区 (counties report)   none: it leads the task
 *     市政府督查室       anything                             none
 */
export const rowNotYours: Check = (facts) => {
  const { register, context, records } = facts
  const own = context.reporter ? (unitById(register, context.reporter) ?? findUnit(register, context.reporter)?.unit) : undefined
  if (!own || own.kind === 'supervision_office' || facts.tables.length === 0) return []
  const assigned = new Set(register.assignments.filter(({ reporter }) => reporter === own.id).map(({ subject }) => subject))
  const others = records.filter(({ subject, area, values }) => {
    if (values.cumulative == null && values.periodValue == null) return false
    if (own.kind === 'county_government') return own.area !== undefined && area !== own.area && area !== register.city
    const task = taskById(register, indicatorById(register, subject)?.taskId ?? subject)
    return !assigned.has(subject) && task !== undefined && !leads(own, task.leadUnits, register)
  })
  return others.length === 0
    ? []
    : [
        grouped(
          others.map((record) => placeOf(record, own.kind === 'county_government' ? 'area' : 'subject')),
          own,
        ),
      ]
}

const leads = (own: ReportingUnit, units: readonly string[], register: Parameters<typeof findUnit>[0]): boolean =>
  units.some((unit) => unit === own.id || findUnit(register, unit)?.unit.id === own.id)

function grouped(places: readonly { readonly sheet: string; readonly cell: string }[], own: ReportingUnit): Finding {
  const [first] = places
  const rows = new Set(places.map(({ cell }) => rowOf(cell)))
  return raise('ROW_NOT_YOURS', { sheet: first?.sheet ?? '', cell: first?.cell ?? '' }, { reporter: own.name, count: rows.size })
}
