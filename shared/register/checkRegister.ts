import { measureOf } from './measureOf.ts'
import { nameKey } from './nameKey.ts'
import type { Assignment, Register } from './register.ts'

/** What does not fit in a register: a code, where, and the value at fault. */
export interface RegisterFlaw {
  readonly code: FlawCode
  /** "indicator 7.1.a" */
  readonly at: string
  readonly value: string
}

export type FlawCode =
  | 'duplicateId'
  | 'duplicateName'
  | 'unknownArea'
  | 'unknownUnit'
  | 'unknownTask'
  | 'unknownSubject'
  | 'unknownCategory'
  | 'unknownMeasure'
  | 'cityMissing'
  | 'targetWithoutMeasure'
  | 'targetNegative'
  | 'deadlineOutsideYear'
  | 'reporterMissing'
  | 'reporterTwice'
  | 'levelsMixed'
  | 'assignedTwice'
  | 'countyOutsideScope'

/** Every place where a register contradicts itself; empty for a sound one. */
export function checkRegister(register: Register): readonly RegisterFlaw[] {
  return [
    ...checkIds(register),
    ...checkNames(register),
    ...checkTasks(register),
    ...checkIndicators(register),
    ...checkAssignments(register),
  ]
}

function checkIds(register: Register): RegisterFlaw[] {
  const flaws: RegisterFlaw[] = []
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['area', register.areas.map((area) => area.code)],
    ['unit', register.units.map((unit) => unit.id)],
    ['category', register.categories.map((category) => String(category.no))],
    ['subject', [...register.tasks.map((task) => task.id), ...register.indicators.map((indicator) => indicator.id)]],
  ]
  for (const [kind, ids] of lists) for (const id of repeated(ids)) flaws.push({ code: 'duplicateId', at: kind, value: id })
  if (!register.areas.some((area) => area.code === register.city && area.level === 'prefecture')) {
    flaws.push({ code: 'cityMissing', at: 'city', value: register.city })
  }
  return flaws
}

/** Two units, areas or measures of one name could not be distinguished in a sheet. */
function checkNames(register: Register): RegisterFlaw[] {
  const lists: readonly (readonly [string, readonly (readonly string[])[]])[] = [
    ['unit', register.units.map((unit) => [unit.name, ...unit.aliases])],
    ['area', [...register.areas, ...register.zones].map((area) => [area.name, ...area.aliases])],
    ['measure', register.measures.map((measure) => [measure.name, ...measure.synonyms])],
  ]
  return lists.flatMap(([kind, owners]) =>
    repeated(owners.flatMap((own) => [...new Set(own.map(nameKey))])).map((value) => ({ code: 'duplicateName' as const, at: kind, value })),
  )
}

function checkTasks(register: Register): RegisterFlaw[] {
  const areas = new Set(register.areas.map((area) => area.code))
  const units = new Set(register.units.map((unit) => unit.id))
  const categories = new Set(register.categories.map((category) => category.no))
  const flaws: RegisterFlaw[] = []
  for (const unit of register.units) {
    if (unit.area !== null && !areas.has(unit.area)) flaws.push({ code: 'unknownArea', at: `unit ${unit.id}`, value: unit.area })
  }
  for (const task of register.tasks) {
    const at = `task ${task.id}`
    if (!categories.has(task.categoryNo)) flaws.push({ code: 'unknownCategory', at, value: String(task.categoryNo) })
    for (const unit of task.leadUnits) if (!units.has(unit)) flaws.push({ code: 'unknownUnit', at, value: unit })
    for (const area of task.countyScope.areas) if (!areas.has(area)) flaws.push({ code: 'unknownArea', at, value: area })
  }
  return flaws
}

function checkIndicators(register: Register): RegisterFlaw[] {
  const areas = new Set(register.areas.map((area) => area.code))
  const tasks = new Set(register.tasks.map((task) => task.id))
  const flaws: RegisterFlaw[] = []
  for (const indicator of register.indicators) {
    const at = `indicator ${indicator.id}`
    if (!tasks.has(indicator.taskId)) flaws.push({ code: 'unknownTask', at, value: indicator.taskId })
    if (!areas.has(indicator.area)) flaws.push({ code: 'unknownArea', at, value: indicator.area })
    for (const word of [indicator.measure, indicator.countMeasure]) {
      if (word != null && !measureOf(register, word, indicator.id)) flaws.push({ code: 'unknownMeasure', at, value: word })
    }
    if (indicator.target && indicator.measure === null) flaws.push({ code: 'targetWithoutMeasure', at, value: indicator.target.raw })
    if (indicator.target && indicator.target.value < 0) flaws.push({ code: 'targetNegative', at, value: indicator.target.raw })
    if (Number(indicator.deadline.date.slice(0, 4)) < register.year) {
      flaws.push({ code: 'deadlineOutsideYear', at, value: indicator.deadline.date })
    }
  }
  const ids = new Set(register.indicators.map((indicator) => indicator.id))
  for (const { indicator } of register.plans ?? []) {
    if (!ids.has(indicator)) flaws.push({ code: 'unknownSubject', at: `plan ${indicator}`, value: indicator })
  }
  return flaws
}

/** Of record: exactly one reporter for each indicator and area, and county rows or a city row, never both. */
function checkAssignments(register: Register): RegisterFlaw[] {
  const levels = new Map(register.areas.map((area) => [area.code, area.level]))
  const units = new Map(register.units.map((unit) => [unit.id, unit]))
  const subjects = new Set([...register.tasks, ...register.indicators].map((subject) => subject.id))
  const flaws: RegisterFlaw[] = []
  const bySubject = new Map<string, Assignment[]>()
  for (const assignment of register.assignments) {
    const at = `assignment ${assignment.subject} ${assignment.reporter}`
    const unit = units.get(assignment.reporter)
    if (!subjects.has(assignment.subject)) flaws.push({ code: 'unknownSubject', at, value: assignment.subject })
    if (!unit) flaws.push({ code: 'unknownUnit', at, value: assignment.reporter })
    for (const area of assignment.areas) {
      if (!levels.has(area)) flaws.push({ code: 'unknownArea', at, value: area })
      if (unit?.area && unit.area !== area) flaws.push({ code: 'countyOutsideScope', at, value: area })
    }
    bySubject.set(assignment.subject, [...(bySubject.get(assignment.subject) ?? []), assignment])
  }
  for (const { id } of [...register.tasks, ...register.indicators]) {
    const own = bySubject.get(id) ?? []
    const record = own.filter((assignment) => assignment.ofRecord)
    const at = `subject ${id}`
    if (record.length === 0) flaws.push({ code: 'reporterMissing', at, value: id })
    for (const area of repeated(record.flatMap((assignment) => assignment.areas))) flaws.push({ code: 'reporterTwice', at, value: area })
    const kinds = new Set(record.flatMap((assignment) => assignment.areas.map((area) => (area === register.city ? 'city' : 'county'))))
    if (kinds.size > 1) flaws.push({ code: 'levelsMixed', at, value: id })
    const pairs = own.flatMap((assignment) => assignment.areas.map((area) => `${assignment.reporter} ${area}`))
    for (const pair of repeated(pairs)) flaws.push({ code: 'assignedTwice', at, value: pair })
  }
  return flaws
}

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const value of values) (seen.has(value) ? twice : seen).add(value)
  return [...twice]
}
