import { decimalFromScaled } from '../quantity/scaled.ts'
import type { CompleteShape } from './completeShape.ts'
import type { CountyTargets, Indicator, LightThresholds, Register, Target } from './register.ts'
import type { RegisterForm } from './registerForm.ts'

/**
 * The form of a complete register, to be changed by hand and read again: `completeRegister(formOfRegister(r))` is `r`.
 * Assignments are written out, since a register does not say what they were derived from.
 */
export function formOfRegister(register: Register): RegisterForm {
  const { id, year, version, title, city, areas, zones, measures, units, categories, assignments, succeeds, calendar } = register
  const tasks = register.tasks.map(taskForm)
  const indicators = register.indicators.map((indicator) => indicatorForm(indicator, year))
  return {
    ...{ schema: 1, id, year, version, title, city, areas, zones, measures, units, categories, tasks, indicators, assignments },
    ...lightsForm(register.lights),
    ...(succeeds === undefined ? {} : { succeeds }),
    ...(calendar === undefined ? {} : { calendar }),
    ...plansForm(register.plans),
  }
}

/** The same of JSON that looks like a complete register; whether the rest of it is sound, `registerSchema` says. */
export function formOfComplete(complete: CompleteShape): Readonly<Record<string, unknown>> {
  const { id, year, version, title, city, areas, zones, measures, units, categories, assignments, succeeds, calendar } = complete
  const tasks = complete.tasks.map(taskForm)
  const indicators = complete.indicators.map((indicator) => indicatorForm(indicator, year))
  return {
    ...{ schema: 1, id, year, version, title, city, areas, zones, measures, units, categories, tasks, indicators, assignments },
    ...lightsForm(complete.lights),
    ...(succeeds === undefined ? {} : { succeeds }),
    ...(calendar === undefined ? {} : { calendar }),
    ...plansForm(complete.plans),
  }
}

const taskForm = <Scope, Rest>({ countyScope, ...task }: Rest & { readonly countyScope: Scope }) => ({ ...task, counties: countyScope })

/** A deadline at the year's end that no text states is left out: it is the default. */
function indicatorForm<Op extends string, Rest>(
  {
    target,
    countyTargets,
    deadline,
    ...indicator
  }: Rest & {
    readonly target: CompleteTarget<Op> | null
    readonly countyTargets?: CountyTargets | undefined
    readonly deadline: Indicator['deadline']
  },
  year: unknown,
) {
  const implied = deadline.implied && deadline.date === `${year}-12-31`
  return {
    ...indicator,
    target: target && targetForm(target),
    ...(countyTargets === undefined ? {} : { countyTargets: countyTargetsForm(countyTargets) }),
    ...(implied ? {} : { deadline: { raw: deadline.raw ?? deadline.date, date: deadline.date } }),
  }
}

interface CompleteTarget<Op extends string> extends Omit<Target, 'op'> {
  readonly op: Op
}

/** ">=" is written only where the text says so (不少于): a bare number is read as "at least" again. */
const targetForm = <Op extends string>({ value, raw, op, opExplicit }: CompleteTarget<Op>) => ({
  value: decimalFromScaled(value),
  raw,
  ...(opExplicit || op !== '>=' ? { op } : {}),
})

const countyTargetsForm = (targets: CountyTargets): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(targets).map(([area, value]) => [area, decimalFromScaled(value)]))

const lightsForm = (lights: LightThresholds | undefined): Pick<RegisterForm, 'lights'> =>
  lights === undefined
    ? {}
    : { lights: { ...lights, yellowFrom: decimalFromScaled(lights.yellowFrom), redAbove: decimalFromScaled(lights.redAbove) } }

const plansForm = (plans: Register['plans']): Pick<RegisterForm, 'plans'> =>
  plans === undefined
    ? {}
    : {
        plans: plans.map(({ indicator, points }) => ({
          indicator,
          points: points.map(({ date, percent }) => ({ date, percent: decimalFromScaled(percent) })),
        })),
      }
