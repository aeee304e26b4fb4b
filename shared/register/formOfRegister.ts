import { decimalFromScaled } from '../quantity/scaled.ts'
import type { Indicator, Register, Task } from './register.ts'
import type { IndicatorForm, RegisterForm, TaskForm } from './registerForm.ts'

/**
 * The form of a complete register, to be changed by hand and read again: `completeRegister(formOfRegister(r))` is `r`.
 * Assignments are written out, since what they were derived from is not kept.
 */
export function formOfRegister(register: Register): RegisterForm {
  const { calendar, lights, plans } = register
  return {
    schema: 1,
    id: register.id,
    year: register.year,
    version: register.version,
    title: register.title,
    city: register.city,
    areas: register.areas,
    zones: register.zones,
    measures: register.measures,
    units: register.units,
    categories: register.categories,
    tasks: register.tasks.map(taskForm),
    indicators: register.indicators.map((indicator) => indicatorForm(indicator, register.year)),
    assignments: register.assignments,
    ...(lights === undefined
      ? {}
      : { lights: { ...lights, yellowFrom: decimalFromScaled(lights.yellowFrom), redAbove: decimalFromScaled(lights.redAbove) } }),
    ...(calendar === undefined ? {} : { calendar }),
    ...(plans === undefined
      ? {}
      : {
          plans: plans.map(({ indicator, points }) => ({
            indicator,
            points: points.map(({ date, percent }) => ({ date, percent: decimalFromScaled(percent) })),
          })),
        }),
  }
}

function taskForm({ countyScope, ...task }: Task): TaskForm {
  return { ...task, counties: countyScope }
}

function indicatorForm({ target, deadline, ...indicator }: Indicator, year: number): IndicatorForm {
  const implied = deadline.implied && deadline.date === `${year}-12-31`
  return {
    ...indicator,
    target: target && {
      value: decimalFromScaled(target.value),
      raw: target.raw,
      ...(target.opExplicit || target.op !== '>=' ? { op: target.op } : {}),
    },
    ...(implied ? {} : { deadline: { raw: deadline.raw ?? deadline.date, date: deadline.date } }),
  }
}
