import { oncePer } from '../base/oncePer.ts'
import { findUnit } from './findUnit.ts'
import type { Register, ReportingUnit } from './register.ts'
import { indicatorById, taskById } from './registerIndex.ts'

/**
 * Whether what a unit states of an indicator or a task (its id) is what somebody asked it for: it is assigned to the unit,
 * the unit leads the task, or it is the city's own office, which collects everything. What others state is stored next to
 * it and moves no figure of the city; `checks/rowNotYours` tells them so, and `consolidation` keeps it.
 */
export function answersFor(register: Register, unit: ReportingUnit, subject: string): boolean {
  if (unit.kind === 'supervision_office' || assigned(register).get(unit.id)?.has(subject)) return true
  const task = taskById(register, indicatorById(register, subject)?.taskId ?? subject)
  return task?.leadUnits.some((lead) => lead === unit.id || findUnit(register, lead)?.unit.id === unit.id) ?? false
}

const assigned = oncePer(
  ({ assignments }: Register): ReadonlyMap<string, ReadonlySet<string>> =>
    new Map(
      [...Map.groupBy(assignments, ({ reporter }) => reporter)].map(([reporter, list]) => [
        reporter,
        new Set(list.map(({ subject }) => subject)),
      ]),
    ),
)
