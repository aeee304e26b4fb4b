import type { PathTime } from '../headings/pathTime.ts'
import { OTHER_PERCENTAGES } from '../headings/timeWords.ts'
import type { PercentFit } from './percentFits.ts'
import type { StepFit } from './stepFits.ts'
import { type AsideReason, isRole, type Role, saidInstead, type ValueColumn } from './valueColumn.ts'
import { LEAST_WORDS, WEIGHTS } from './weights.ts'

/** What the figures of one component of columns prove, by the columns' keys. */
export interface ColumnFacts {
  readonly percentages: readonly PercentFit[]
  readonly steps: readonly StepFit[]
  /** Columns without a group, of which one may be the whole of percentages where the group has no target of its own. */
  readonly beside: ReadonlySet<number>
  /** Columns that repeat what was reported for the period before, beside one that goes beyond it. */
  readonly before: ReadonlySet<number>
  /** Percentages that add up to a whole. */
  readonly shares: ReadonlySet<number>
  /** Columns whose figures are registered targets, or add up to one: how surely, 0 to 1. */
  readonly targets: ReadonlyMap<number, number>
}

/** A role for each column of a component; those set aside carry why. */
export type Assignment = ReadonlyMap<number, Role | AsideReason | undefined>

/** What an assignment is worth, and the evidence that made it so, for the sentence that explains it. */
export interface Weighed {
  readonly roles: Assignment
  readonly score: number
  /** Evidence of the figures themselves: the independent support. */
  readonly support: number
}

/** How a time over a column suits a role: a target is the year's, a cumulative figure is of now. Others say nothing. */
const TIMES: Readonly<Partial<Record<Role, Readonly<Partial<Record<PathTime, keyof typeof WEIGHTS>>>>>> = {
  target: { whole: 'timeFits', part: 'timeSpeaksAgainst', current: 'timeSpeaksAgainst', earlier: 'timeExcludes', later: 'timeExcludes' },
  cumulative: { current: 'timeFits', whole: 'timeFits', part: 'timeSpeaksAgainst', earlier: 'timeExcludes', later: 'timeExcludes' },
  percent: { whole: 'timeFits', current: 'timeFits', part: 'timeSpeaksAgainst', earlier: 'timeExcludes', later: 'timeExcludes' },
  period_value: { part: 'timeFits', whole: 'timeSpeaksAgainst', earlier: 'timeExcludes', later: 'timeExcludes' },
  previous_cumulative: { earlier: 'timeFits', whole: 'timeSpeaksAgainst', later: 'timeExcludes' },
}

/** The worth of an assignment: a term a column, and terms that bind several. Equal for equal input, whatever the order. */
export function weigh(columns: readonly ValueColumn[], roles: Assignment, facts: ColumnFacts): Weighed {
  let score = 0
  let support = 0
  const columnOf = (role: Role) => columns.find(({ column }) => roles.get(column) === role)?.column
  const done = columnOf('cumulative')
  const whole = columnOf('target')
  for (const one of columns) score += termOf(one, roles, columns, facts)
  for (const percent of new Set(facts.percentages.map((fit) => fit.percent))) {
    if (roles.get(percent) !== 'percent') continue
    const fits = facts.percentages.filter((fit) => fit.percent === percent)
    const explained = fits.some((fit) => fit.done === done && (fit.whole === whole || (whole === undefined && facts.beside.has(fit.whole))))
    score += explained ? WEIGHTS.percentage : WEIGHTS.percentageOfOthers
    if (explained) support++
  }
  const lost = columns.some((one) => one.prior === 'percent' && !isShare(one, facts)) && columnOf('percent') === undefined
  if (lost) score += WEIGHTS.percentageLost
  const previous = columnOf('previous_cumulative')
  const period = columnOf('period_value')
  if (facts.steps.some((fit) => fit.total === done && fit.earlier === previous && fit.step === period)) {
    score += WEIGHTS.steps
    support++
  }
  const registered = whole === undefined ? 0 : (facts.targets.get(whole) ?? 0)
  score += WEIGHTS.targets * registered
  if (registered > 0.5) support++
  return { roles, score, support }
}

function termOf(one: ValueColumn, roles: Assignment, columns: readonly ValueColumn[], facts: ColumnFacts): number {
  const role = roles.get(one.column)
  if (one.said) return 0
  if (role === undefined) {
    // of two columns for one role either gives way to the other
    const replaced = one.prior !== undefined && columns.some((other) => roles.get(other.column) === one.prior)
    return one.prior === undefined || replaced ? WEIGHTS.unread : WEIGHTS.knownUnread
  }
  if (!isRole(role)) return asideReason(one, columns, facts) === undefined ? WEIGHTS.asideUnearned : WEIGHTS.asideEarned
  const best = Math.max(WEIGHTS.wordless, ...Object.values(one.words))
  const words = one.words[role] ?? 0
  const suits = one.time === undefined ? undefined : TIMES[role]?.[one.time]
  const time = suits === undefined ? 0 : WEIGHTS[suits]
  const counted = role === 'cumulative' || role === 'period_value' ? WEIGHTS.counted * one.counted : 0
  const before = facts.before.has(one.column) ? BEFORE[role] * WEIGHTS.before : 0
  return words - best + time + counted + before
}

/** What the figures of the period before say for a role, or against it. */
const BEFORE: Readonly<Record<Role, -1 | 0 | 1>> = {
  target: -1,
  cumulative: -1,
  percent: -1,
  period_value: -1,
  previous_cumulative: 1,
  carry_over: 0,
  start_rate: 0,
}

/**
 * Why a column of figures may be known and not sent: its words name another time, another stage or a plan, or its
 * percentages are of another base than the year's target. Nothing else earns it: a column is not set aside to silence a
 * finding.
 */
export function asideReason(one: ValueColumn, columns: readonly ValueColumn[], facts: ColumnFacts): AsideReason | undefined {
  if (saidInstead(one, columns)) return 'said'
  const figure = one.percent || one.stage !== undefined || Object.values(one.words).some((words) => words >= LEAST_WORDS)
  if (!figure) return undefined
  if (one.time === 'earlier') return 'other_month'
  if (one.time === 'later') return 'later_time'
  if (one.counted < 0) return 'other_stage'
  if ((one.words.target ?? 0) >= LEAST_WORDS && (one.time === 'part' || one.time === 'current')) return 'plan'
  if ((one.words.percent ?? 0) >= LEAST_WORDS || one.percent) {
    if (isShare(one, facts)) return 'other_base'
    if (one.time === 'part' || isOfPlan(one, columns, facts)) return 'other_base'
    if (OTHER_PERCENTAGES.pattern.test(one.recognized.header)) return 'other_base'
  }
  return isOfPartOfYear(one) ? 'part_of_year' : undefined
}

/** A column that was taken for the percentage, whose figures are the areas' parts of what is done in all. */
export const isShare = ({ column, prior }: ValueColumn, { shares }: ColumnFacts): boolean => prior === 'percent' && shares.has(column)

/** 完成 / 三季度, of which no word says that it is a step (本月完成) and which nothing was read as. */
const isOfPartOfYear = ({ time, prior, words }: ValueColumn): boolean =>
  time === 'part' && prior === undefined && (words.cumulative ?? 0) >= LEAST_WORDS && (words.period_value ?? 0) < LEAST_WORDS

/**
 * A percentage that another target explains (of the quarter's plan). One that fits only if figure and target are exchanged is
 * none: that is an error to be found.
 */
const isOfPlan = (one: ValueColumn, columns: readonly ValueColumn[], facts: ColumnFacts): boolean =>
  facts.percentages.some(({ percent, whole, done }) => {
    const says = (column: number, role: Role) => (columns.find((other) => other.column === column)?.words[role] ?? 0) >= LEAST_WORDS
    return percent === one.column && says(whole, 'target') && (says(done, 'cumulative') || says(done, 'period_value'))
  })
