import { checkAssignments } from './checkAssignments.ts'
import { checkCountyTargets } from './checkCountyTargets.ts'
import { checkSuccessions } from './checkSuccessions.ts'
import { measureOf } from './measureOf.ts'
import { nameKey } from './nameKey.ts'
import type { Indicator, Register, Task } from './register.ts'
import { flawsOf, type RegisterFlaw, repeated, unknownOf } from './registerFlaw.ts'

/** Every place where a register contradicts itself; empty for a sound one. */
export function checkRegister(register: Register): readonly RegisterFlaw[] {
  const areas = new Set(register.areas.map(({ code }) => code))
  return [
    ...checkIds(register),
    ...checkNames(register),
    ...register.units.flatMap(({ id, area }) => flawsOf('unknownArea', `unit ${id}`, area === null ? [] : unknownOf(areas, [area]))),
    ...checkTasks(register, areas),
    ...register.indicators.flatMap((indicator) => checkIndicator(indicator, register, areas)),
    ...checkCountyTargets(register),
    ...checkPlans(register),
    ...checkAssignments(register),
    ...checkSuccessions(register),
  ]
}

function checkIds(register: Register): readonly RegisterFlaw[] {
  const ids: Readonly<Record<string, readonly string[]>> = {
    area: register.areas.map((area) => area.code),
    unit: register.units.map((unit) => unit.id),
    category: register.categories.map((category) => String(category.no)),
    // tasks and indicators are both subjects of records: one id could not say which is meant
    subject: [...register.tasks, ...register.indicators].map(({ id }) => id),
  }
  const hasCity = register.areas.some((area) => area.code === register.city && area.level === 'prefecture')
  return [
    ...Object.entries(ids).flatMap(([kind, own]) => flawsOf('duplicateId', kind, repeated(own))),
    ...flawsOf('cityMissing', 'city', hasCity ? [] : [register.city]),
  ]
}

/** Two units, areas or measures of one name could not be distinguished in a sheet. */
function checkNames(register: Register): readonly RegisterFlaw[] {
  const names: Readonly<Record<string, readonly (readonly string[])[]>> = {
    unit: register.units.map((unit) => [unit.name, ...unit.aliases]),
    area: [...register.areas, ...register.zones].map((area) => [area.name, ...area.aliases]),
    measure: register.measures.map((measure) => [measure.name, ...measure.synonyms]),
  }
  return Object.entries(names).flatMap(([kind, owners]) =>
    flawsOf('duplicateName', kind, repeated(owners.flatMap((own) => [...new Set(own.map(nameKey))]))),
  )
}

function checkTasks({ tasks, units, categories }: Register, areas: ReadonlySet<string>): readonly RegisterFlaw[] {
  const known = { units: new Set(units.map(({ id }) => id)), categories: new Set(categories.map(({ no }) => no)) }
  return tasks.flatMap(({ id, categoryNo, leadUnits, countyScope }: Task) => [
    ...flawsOf('unknownCategory', `task ${id}`, unknownOf(known.categories, [categoryNo]).map(String)),
    ...flawsOf('unknownUnit', `task ${id}`, unknownOf(known.units, leadUnits)),
    ...flawsOf('unknownArea', `task ${id}`, unknownOf(areas, countyScope.areas)),
  ])
}

function checkIndicator(indicator: Indicator, register: Register, areas: ReadonlySet<string>): readonly RegisterFlaw[] {
  const { id, taskId, area, measure, countMeasure, target, deadline } = indicator
  const at = `indicator ${id}`
  const isTask = register.tasks.some((task) => task.id === taskId)
  const unknownMeasures = [measure, countMeasure].filter((word) => word != null).filter((word) => !measureOf(register, word, id))
  return [
    ...flawsOf('unknownTask', at, isTask ? [] : [taskId]),
    ...flawsOf('unknownArea', at, unknownOf(areas, [area])),
    ...flawsOf('unknownMeasure', at, unknownMeasures),
    ...flawsOf('targetWithoutMeasure', at, target && measure === null ? [target.raw] : []),
    ...flawsOf('targetNegative', at, target && target.value < 0 ? [target.raw] : []),
    ...flawsOf('deadlineOutsideYear', at, Number(deadline.date.slice(0, 4)) < register.year ? [deadline.date] : []),
  ]
}

function checkPlans({ indicators, plans = [] }: Register): readonly RegisterFlaw[] {
  const ids = new Set(indicators.map(({ id }) => id))
  return plans.flatMap(({ indicator }) => flawsOf('unknownSubject', `plan ${indicator}`, unknownOf(ids, [indicator])))
}
