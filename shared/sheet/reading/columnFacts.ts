import { asScaled, SCALE, type Scaled } from '../../quantity/scaled.ts'
import type { Register } from '../../register/register.ts'
import type { ColumnContext } from '../columns/columnCandidate.ts'
import type { BodyFigures } from './bodyFigures.ts'
import { percentFits } from './percentFits.ts'
import { stepFits } from './stepFits.ts'
import type { ValueColumn } from './valueColumn.ts'
import type { ColumnFacts } from './weighColumns.ts'
import { LEAST_WORDS } from './weights.ts'

/** Nothing was reported before. */
const NONE: ReadonlySet<Scaled> = new Set()

/** What the figures of a group's columns, and of columns without a group beside them, prove of each other. */
export function columnFacts(
  columns: readonly ValueColumn[],
  beside: readonly ValueColumn[],
  figures: BodyFigures,
  { register, before = NONE }: Pick<ColumnContext, 'register' | 'before'>,
): ColumnFacts {
  const parts = [...columns, ...beside].filter((one) => !one.percent).map(({ column }) => column)
  const percents = columns.filter((one) => one.percent || (one.words.percent ?? 0) > 0).map(({ column }) => column)
  const counts = columns.filter((one) => !one.percent && (one.words.percent ?? 0) === 0).map(({ column }) => column)
  const percentages = percentFits(figures, percents, parts)
  return {
    percentages,
    shares: new Set(
      percents.filter((column) => {
        const header = columns.find((one) => one.column === column)?.recognized.header ?? ''
        return SHARES.test(header) && isShares(figures, column) && !percentages.some(({ percent }) => percent === column)
      }),
    ),
    steps: stepFits(figures, counts),
    before: ofPeriodBefore(figures, columns, before),
    beside: new Set(beside.map(({ column }) => column)),
    targets: new Map(counts.map((column) => [column, registeredTargets(figures, column, register)])),
  }
}

/** So many rows have to repeat what was reported, and so much of all that have a figure. */
const FEWEST_REPEATED = 3
const MOST_REPEATED = 0.75

/** Columns most of whose figures were reported for the period before, where another is nowhere below them and above them somewhere. */
function ofPeriodBefore(figures: BodyFigures, columns: readonly ValueColumn[], before: ReadonlySet<Scaled>): ReadonlySet<number> {
  if (before.size === 0) return new Set()
  const valuesOf = (column: number) => figures.columns.get(column)?.values ?? []
  const repeats = (column: number) => {
    const values = valuesOf(column).flatMap((value) => (value === undefined || value === 0 ? [] : [value]))
    const known = values.filter((value) => [1, 10_000].some((scale) => before.has(asScaled(Math.round(value * scale * SCALE)))))
    return known.length >= FEWEST_REPEATED && known.length >= values.length * MOST_REPEATED
  }
  const goesBeyond = (column: number, than: number) => {
    const steps = valuesOf(column).flatMap((value, i) => {
      const earlier = valuesOf(than)[i]
      return value === undefined || earlier === undefined ? [] : [value - earlier]
    })
    return steps.length >= FEWEST_REPEATED && steps.every((step) => step >= 0) && steps.some((step) => step > 0)
  }
  // of a month without progress 目标 and 已开工 go beyond 已完成 as well: only what is called done at the same stage may take its place
  const mayCount = (other: ValueColumn, one: ValueColumn) =>
    other !== one && (other.words.cumulative ?? 0) >= LEAST_WORDS && other.counted >= one.counted && other.time !== 'later'
  const repeated = columns.filter((one) => !one.percent && repeats(one.column))
  return new Set(
    repeated.flatMap((one) => (columns.some((other) => mayCount(other, one) && goesBeyond(other.column, one.column)) ? [one.column] : [])),
  )
}

/** Each area's part of all that is done (占比): no other pair explains them, and they add up to 100 %, or to 200 % with their total. */
function isShares(figures: BodyFigures, column: number): boolean {
  const values = (figures.columns.get(column)?.values ?? []).filter((value) => value !== undefined)
  if (values.length < FEWEST_SHARES) return false
  const sum = values.reduce((a, b) => a + b, 0)
  // each is rounded by itself
  return [100, 200, 1, 2].some((whole) => Math.abs(sum - whole) <= whole * 0.005) && values.every((value) => value >= 0)
}
const FEWEST_SHARES = 4
/** 占比, 比重: of the target or of all that is done, which only the figures tell. */
const SHARES = /占|比重|构成/u

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
