import type { Indicator, IndicatorKind, Target } from './register.ts'
import type { IndicatorForm, RegisterForm, TargetForm } from './registerForm.ts'
import { figureOf } from './targetFigure.ts'

/** How an indicator of each kind is rolled up where its register does not say. */
const ROLLUP: Readonly<Record<IndicatorKind, Indicator['rollup']>> = {
  count: 'sum',
  percent: 'ratio_of_sums',
  milestone: 'latest',
  narrative: 'latest',
}

/** An indicator with its defaults. Throws on a target that is no figure. */
export function completeIndicator(form: IndicatorForm, register: Pick<RegisterForm, 'year' | 'city'>): Indicator {
  const kind = kindOf(form)
  return {
    id: form.id,
    taskId: form.taskId ?? form.id.replace(/\.[^.]*$/, ''),
    name: form.name,
    kind,
    measure: form.measure ?? (kind === 'percent' ? '%' : null),
    ...(form.countMeasure === undefined ? {} : { countMeasure: form.countMeasure }),
    target: completeTarget(form.target),
    ...countyTargets(form.countyTargets),
    area: form.area ?? register.city,
    scopeText: form.scopeText ?? null,
    deadline: completeDeadline(form.deadline, register.year),
    countsStage: form.countsStage ?? 'completed',
    direction: form.direction ?? 'up',
    rollup: form.rollup ?? ROLLUP[kind],
    ...(form.statePercent === undefined ? {} : { statePercent: form.statePercent }),
  }
}

/** A measure or a target makes a count of it (% a percentage); without either it is reported in words. */
function kindOf({ kind, measure, target }: IndicatorForm): IndicatorKind {
  if (kind !== undefined) return kind
  if (measure === '%') return 'percent'
  return measure || target != null ? 'count' : 'narrative'
}

function countyTargets(form: IndicatorForm['countyTargets']): Pick<Indicator, 'countyTargets'> {
  const given = Object.entries(form ?? {}).map(([area, value]) => [area, figureOf(value)] as const)
  return given.length === 0 ? {} : { countyTargets: Object.fromEntries(given) }
}

function completeTarget(form: IndicatorForm['target']): Target | null {
  if (form == null) return null
  const { value, op, raw }: TargetForm = typeof form === 'string' ? { value: form } : form
  return { value: figureOf(value), op: op ?? '>=', opExplicit: op !== undefined, raw: raw ?? value }
}

/** Where nothing is said, the year's end, as implied. */
function completeDeadline(form: IndicatorForm['deadline'], year: number): Indicator['deadline'] {
  if (form === undefined) return { raw: null, date: `${year}-12-31`, implied: true }
  if (typeof form === 'string') return { raw: form, date: form, implied: false }
  return { raw: form.raw, date: form.date ?? `${year}-12-31`, implied: false }
}
