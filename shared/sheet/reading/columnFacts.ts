import { SCALE, type Scaled } from '../../quantity/scaled.ts'
import type { Register } from '../../register/register.ts'
import type { BodyFigures } from './bodyFigures.ts'
import { percentFits } from './percentFits.ts'
import { stepFits } from './stepFits.ts'
import type { ValueColumn } from './valueColumn.ts'
import type { ColumnFacts } from './weighColumns.ts'

/** What the figures of a group's columns, and of columns without a group beside them, prove of each other. */
export function columnFacts(
  columns: readonly ValueColumn[],
  beside: readonly ValueColumn[],
  figures: BodyFigures,
  register: Register,
): ColumnFacts {
  const parts = [...columns, ...beside].filter((one) => !one.percent).map(({ column }) => column)
  const percents = columns.filter((one) => one.percent || (one.words.percent ?? 0) > 0).map(({ column }) => column)
  const counts = columns.filter((one) => !one.percent && (one.words.percent ?? 0) === 0).map(({ column }) => column)
  return {
    percentages: percentFits(figures, percents, parts),
    steps: stepFits(figures, counts),
    beside: new Set(beside.map(({ column }) => column)),
    targets: new Map(counts.map((column) => [column, registeredTargets(figures, column, register)])),
  }
}

/** Small counts are met by chance: a target of 10 proves nothing. */
const LEAST_TARGET = 20

/** How surely a column holds registered targets: the part of its figures that are some, or 1 where it adds up to one. */
function registeredTargets(figures: BodyFigures, column: number, register: Register): number {
  const targets = targetsOf(register)
  const values = (figures.columns.get(column)?.values ?? []).filter((value) => value !== undefined)
  if (values.length < 2) return 0
  const sum = values.reduce((a, b) => a + b, 0)
  // 合计 may be among the rows: then the figures add up to twice the target
  if ([1, 10_000].some((scale) => isTarget(targets, sum * scale) || isTarget(targets, (sum * scale) / 2))) return 1
  const equal = values.filter((value) => isTarget(targets, value) || isTarget(targets, value * 10_000)).length
  return equal >= 2 && equal / values.length > 0.5 ? equal / values.length : 0
}

const isTarget = (targets: ReadonlySet<number>, value: number): boolean => value >= LEAST_TARGET && targets.has(Math.round(value * SCALE))

const known = new WeakMap<Register, ReadonlySet<number>>()

function targetsOf(register: Register): ReadonlySet<Scaled | number> {
  const cached = known.get(register)
  if (cached) return cached
  const made = new Set<number>(register.indicators.flatMap(({ target, kind }) => (target && kind === 'count' ? [target.value] : [])))
  known.set(register, made)
  return made
}
