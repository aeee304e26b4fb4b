import { commonMeasures } from './commonMeasures.ts'
import { completeIndicator } from './completeIndicator.ts'
import { completeTask } from './completeTask.ts'
import { deriveAssignments } from './deriveAssignments.ts'
import { nameKey } from './nameKey.ts'
import type { Assignment, Measure, Register, RegisterArea, ReportingUnit, Succession, Task } from './register.ts'
import type { AreaForm, AssignmentForm, RegisterForm, SuccessionForm, UnitForm } from './registerForm.ts'
import { figureOf } from './targetFigure.ts'

/**
 * The register that a form means, with every default filled in. Ids that nothing answers to stay as written:
 * `checkRegister` names them. Throws on a target that is no figure; `parseRegister` has refused those before.
 */
export function completeRegister(form: RegisterForm): Register {
  const units = form.units.map(completeUnit)
  const unitId = unitResolver(units)
  const areas = form.areas.map((area) => completeArea(area, form.city))
  const counties = areas.filter((area) => area.level === 'county').map((area) => area.code)
  const tasks = form.tasks.map((task) => completeTask(task, { counties, unitId }))
  const register: Register = {
    schema: 1,
    id: form.id,
    year: form.year,
    version: form.version ?? 1,
    title: form.title ?? `${form.year}年重点民生实事`,
    city: form.city,
    areas,
    zones: (form.zones ?? []).map(({ name, aliases = [] }) => ({ name, aliases })),
    measures: mergeMeasures(form),
    units,
    categories: form.categories ?? numberedCategories(tasks),
    tasks,
    indicators: form.indicators.map((indicator) => completeIndicator(indicator, form)),
    assignments: [],
    ...judgementData(form),
  }
  const assignments = form.assignments?.map((one) => completeAssignment(one, unitId)) ?? deriveAssignments(register, form, unitId)
  const succeeds = form.succeeds?.flatMap((one) => completeSuccession(one, assignments, unitId))
  return { ...register, assignments, ...(succeeds === undefined ? {} : { succeeds }) }
}

const completeUnit = ({ id, name, kind, aliases = [], area = null }: UnitForm, index: number): ReportingUnit => ({
  id: id ?? `u${index + 1}`,
  name,
  kind: kind ?? (area ? 'county_government' : 'municipal_department'),
  aliases,
  area,
})

const completeArea = ({ code, name, level, aliases = [] }: AreaForm, city: string): RegisterArea => ({
  code,
  name,
  level: level ?? (code === city ? 'prefecture' : 'county'),
  aliases,
})

/** Who is of record must report, if nothing else is said. */
function completeAssignment(
  { subject, reporter, areas, ofRecord = true, required = ofRecord }: AssignmentForm,
  unitId: (name: string) => string,
) {
  return { subject, reporter: unitId(reporter), areas, ofRecord, required } satisfies Assignment
}

/** Where no subject is named, one for each that the reporter has of record. */
function completeSuccession(
  { subject, from, ...named }: SuccessionForm,
  assignments: readonly Assignment[],
  unitId: (name: string) => string,
): readonly Succession[] {
  const [reporter, predecessor] = [unitId(named.reporter), unitId(named.predecessor)]
  const own = assignments.filter((one) => one.ofRecord && one.reporter === reporter)
  const subjects = subject === undefined ? [...new Set(own.map((one) => one.subject))] : [subject]
  return subjects.map((each) => ({ subject: each, reporter, predecessor, from }))
}

const numberedCategories = (tasks: readonly Task[]): Register['categories'] =>
  [...new Set(tasks.map((task) => task.categoryNo))].map((no) => ({ no, title: String(no) }))

/** Thresholds, calendar and plans; what the form leaves out is left out: the usual ones are used, wherever they are read. */
function judgementData({ lights, calendar, plans }: RegisterForm): Pick<Register, 'lights' | 'calendar' | 'plans'> {
  return {
    ...(lights === undefined
      ? {}
      : { lights: { ...lights, yellowFrom: figureOf(lights.yellowFrom), redAbove: figureOf(lights.redAbove) } }),
    ...(calendar === undefined ? {} : { calendar }),
    ...(plans === undefined
      ? {}
      : {
          plans: plans.map(({ indicator, points }) => ({
            indicator,
            points: points.map(({ date, percent }) => ({ date, percent: figureOf(percent) })),
          })),
        }),
  }
}

/** Reads a unit's id or any of its names into its id; a name that no unit has is left as written. */
function unitResolver(units: readonly ReportingUnit[]): (name: string) => string {
  const ids = new Set(units.map((unit) => unit.id))
  const byName = new Map<string, string>()
  // names last: a unit's own name counts for more than another's alias
  for (const unit of units) for (const alias of unit.aliases) byName.set(nameKey(alias), unit.id)
  for (const unit of units) byName.set(nameKey(unit.name), unit.id)
  return (name) => (ids.has(name) ? name : (byName.get(nameKey(name)) ?? name))
}

/** The common measures with the form's own; a measure given under a known name replaces it. */
function mergeMeasures(form: RegisterForm): readonly Measure[] {
  const own = (form.measures ?? []).map(
    ({ name, synonyms = [], synonymsFor }): Measure => ({
      name,
      synonyms,
      ...(synonymsFor === undefined ? {} : { synonymsFor }),
    }),
  )
  const names = new Set(own.flatMap((measure) => [measure.name, ...measure.synonyms]))
  return [...commonMeasures.filter((measure) => ![measure.name, ...measure.synonyms].some((word) => names.has(word))), ...own]
}
