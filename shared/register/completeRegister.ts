import { asScaled, type Scaled, scaledFromDecimal } from '../quantity/scaled.ts'
import { commonMeasures } from './commonMeasures.ts'
import { deriveAssignments } from './deriveAssignments.ts'
import { nameKey } from './nameKey.ts'
import type { Indicator, IndicatorKind, Measure, Register, RegisterArea, ReportingUnit, Target, Task } from './register.ts'
import type { IndicatorForm, RegisterForm, TargetForm, TaskForm } from './registerForm.ts'

/**
 * The register that a form means, with every default filled in. Ids that nothing answers to are kept as written:
 * `checkRegister` names them. Throws on a target that is no figure; `parseRegister` has refused those before.
 */
export function completeRegister(form: RegisterForm): Register {
  const units = form.units.map(
    (unit, index): ReportingUnit => ({
      id: unit.id ?? `u${index + 1}`,
      name: unit.name,
      kind: unit.kind ?? (unit.area ? 'county_government' : 'municipal_department'),
      aliases: unit.aliases ?? [],
      area: unit.area ?? null,
    }),
  )
  const unitId = unitResolver(units)
  const areas = form.areas.map(
    (area): RegisterArea => ({
      code: area.code,
      name: area.name,
      level: area.level ?? (area.code === form.city ? 'prefecture' : 'county'),
      aliases: area.aliases ?? [],
    }),
  )
  const counties = areas.filter((area) => area.level === 'county').map((area) => area.code)
  const tasks = form.tasks.map((task) => completeTask(task, counties, unitId))
  const register: Register = {
    schema: 1,
    id: form.id,
    year: form.year,
    version: form.version ?? 1,
    title: form.title ?? `${form.year}年重点民生实事`,
    city: form.city,
    areas,
    zones: (form.zones ?? []).map((zone) => ({ name: zone.name, aliases: zone.aliases ?? [] })),
    measures: mergeMeasures(form),
    units,
    categories: form.categories ?? [...new Set(tasks.map((task) => task.categoryNo))].map((no) => ({ no, title: String(no) })),
    tasks,
    indicators: form.indicators.map((indicator) => completeIndicator(indicator, form)),
    assignments: [],
    ...(form.lights === undefined
      ? {}
      : {
          lights: {
            yellowFrom: figureOf(form.lights.yellowFrom),
            redAbove: figureOf(form.lights.redAbove),
            dueWithinDays: form.lights.dueWithinDays,
          },
        }),
    ...(form.calendar === undefined ? {} : { calendar: form.calendar }),
    ...(form.plans === undefined
      ? {}
      : {
          plans: form.plans.map(({ indicator, points }) => ({
            indicator,
            points: points.map(({ date, percent }) => ({ date, percent: figureOf(percent) })),
          })),
        }),
  }
  const assignments = form.assignments
    ? form.assignments.map((assignment) => ({
        subject: assignment.subject,
        reporter: unitId(assignment.reporter),
        areas: assignment.areas,
        ofRecord: assignment.ofRecord ?? true,
        required: assignment.required ?? assignment.ofRecord ?? true,
      }))
    : deriveAssignments(register, form, unitId)
  return { ...register, assignments }
}

/** Reads a unit's id or any of its names into its id; what no unit answers to is left as written. */
function unitResolver(units: readonly ReportingUnit[]): (name: string) => string {
  const ids = new Set(units.map((unit) => unit.id))
  const byName = new Map<string, string>()
  for (const unit of units) for (const alias of unit.aliases) byName.set(nameKey(alias), unit.id)
  for (const unit of units) byName.set(nameKey(unit.name), unit.id)
  return (name) => (ids.has(name) ? name : (byName.get(nameKey(name)) ?? name))
}

function completeTask(task: TaskForm, counties: readonly string[], unitId: (name: string) => string): Task {
  const [category, number] = task.id.split('.')
  const scope = typeof task.counties === 'object' ? task.counties : { kind: task.counties ?? ('none' as const) }
  const phrases = { all: '各县（市、区）政府', relevant: '相关县（市、区）政府', none: null }
  return {
    id: task.id,
    categoryNo: task.categoryNo ?? Number(category),
    taskNo: task.taskNo !== undefined ? task.taskNo : number === undefined ? null : Number(number),
    text: task.text,
    leadUnits: task.leadUnits.map(unitId),
    countyScope: {
      kind: scope.kind,
      phrase: scope.phrase ?? phrases[scope.kind],
      areas: scope.areas ?? (scope.kind === 'all' ? counties : []),
    },
    origin: task.origin ?? 'municipal',
  }
}

function completeIndicator(form: IndicatorForm, register: RegisterForm): Indicator {
  const target = form.target == null ? null : completeTarget(typeof form.target === 'string' ? { value: form.target } : form.target)
  const kind: IndicatorKind = form.kind ?? (form.measure === '%' ? 'percent' : form.measure || target ? 'count' : 'narrative')
  const yearEnd = `${register.year}-12-31`
  const deadline = typeof form.deadline === 'string' ? { raw: form.deadline, date: form.deadline } : form.deadline
  return {
    id: form.id,
    taskId: form.taskId ?? form.id.replace(/\.[^.]*$/, ''),
    name: form.name,
    kind,
    measure: form.measure ?? (kind === 'percent' ? '%' : null),
    ...(form.countMeasure === undefined ? {} : { countMeasure: form.countMeasure }),
    target,
    area: form.area ?? register.city,
    scopeText: form.scopeText ?? null,
    deadline: { raw: deadline?.raw ?? null, date: deadline?.date ?? yearEnd, implied: deadline === undefined },
    countsStage: form.countsStage ?? 'completed',
    direction: form.direction ?? 'up',
    rollup: form.rollup ?? (kind === 'count' ? 'sum' : kind === 'percent' ? 'ratio_of_sums' : 'latest'),
    ...(form.statePercent === undefined ? {} : { statePercent: form.statePercent }),
  }
}

function completeTarget(form: TargetForm): Target {
  return { value: figureOf(form.value), op: form.op ?? '>=', opExplicit: form.op !== undefined, raw: form.raw ?? form.value }
}

function figureOf(text: string): Scaled {
  const figure = targetFigure(text)
  if (figure === undefined) throw new RangeError(`not a figure: ${text}`)
  return figure
}

/** The figure of "2.9万", "300" or "90%", in the base measure; undefined where it is none. */
export function targetFigure(text: string): Scaled | undefined {
  const match = /^([+-]?[\d.]+)(万|亿)?%?$/.exec(text.normalize('NFKC').replaceAll(/\s/g, ''))
  if (!match?.[1]) return undefined
  const figure = scaledFromDecimal(match[1], match[2] === '万' ? 4 : match[2] === '亿' ? 8 : 0)
  return figure === undefined ? undefined : asScaled(figure)
}

/** The common measures with the form's own; a measure given under a known name replaces it. */
function mergeMeasures(form: RegisterForm): readonly Measure[] {
  const own = (form.measures ?? []).map(({ name, synonyms, synonymsFor }) => ({
    name,
    synonyms: synonyms ?? [],
    ...(synonymsFor === undefined ? {} : { synonymsFor }),
  }))
  const names = new Set(own.flatMap((measure) => [measure.name, ...measure.synonyms]))
  return [...commonMeasures.filter((measure) => ![measure.name, ...measure.synonyms].some((word) => names.has(word))), ...own]
}
