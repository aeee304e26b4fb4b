import { daysBetween } from '../quantity/calendar.ts'
import { asScaled, type Scaled } from '../quantity/scaled.ts'
import type { Indicator, LightThresholds, PlanPoint } from '../register/register.ts'
import type { IndicatorLight } from '../wire/consolidation.ts'
import type { LIGHT_REASONS, LIGHTS } from '../wire/lights.ts'
import { knownPercent } from './knownPercent.ts'

export type Light = (typeof LIGHTS)[number]

/** The usual thresholds; there is no national rule, a register may give its own. */
export const usualThresholds: LightThresholds = { yellowFrom: asScaled(100_000), redAbove: asScaled(300_000), dueWithinDays: 7 }

export interface LightInput {
  readonly indicator: Indicator
  /** At the stage that counts, in the indicator's measure; for a percentage use `percent`. */
  readonly cumulative: Scaled | null
  readonly percent: Scaled | null
  /** Something was reported, were it only a text. */
  readonly reported: boolean
  /** The day it is judged on, ISO. */
  readonly on: string
  readonly plan?: readonly PlanPoint[] | undefined
  /** Planned days of a milestone's nodes. */
  readonly nodes?: readonly { readonly planned: string | null; readonly done: boolean }[] | undefined
  /** This period's light was red before. */
  readonly onceRed?: boolean | undefined
}

export interface LightJudgement {
  readonly light: Light
  readonly reason: (typeof LIGHT_REASONS)[number]
  /** What the schedule asks for, and how far behind it is, in percent points; null where time says nothing. */
  readonly expected: Scaled | null
  readonly behind: Scaled | null
}

/**
 * The light of an indicator; null where nothing is promised that could be judged (no target, no node).
 *
 * | | |
 * | --- | --- |
 * | target met, all nodes done | blue |
 * | nothing reported | grey |
 * | deadline passed, or > 30 points behind | red |
 * | 10 to 30 points behind, or deadline within 7 days | yellow |
 * | once red in this period, made up since | yellow, never green |
 * | else | green |
 *
 * Milestones and 清零 are judged by their dates alone, never by linear time.
 */
export function light(input: LightInput, thresholds: LightThresholds = usualThresholds): LightJudgement | null {
  const { indicator, on } = input
  const judged = (reason: LightJudgement['reason'], expected: Scaled | null = null, behind: Scaled | null = null): LightJudgement => ({
    light: LIGHT_OF[reason],
    reason,
    expected,
    behind,
  })
  const nodes = input.nodes ?? []
  const byDates = indicator.kind === 'milestone' || indicator.direction === 'down'
  const value = indicator.kind === 'percent' ? input.percent : input.cumulative
  if (!hasLight(indicator)) return null
  if (isDone(indicator, value, nodes)) return judged('done')
  if (!input.reported || (!byDates && value === null)) return judged('notReported')
  const expected = byDates ? null : expectedPercent(on, input.plan)
  const reached = byDates ? null : knownPercent(value, indicator.target?.value)
  const behind = expected === null || reached === null ? null : asScaled(expected - reached)
  const dates = [indicator.deadline.date, ...nodes.filter((node) => !node.done).flatMap((node) => node.planned ?? [])]
  if (dates.some((date) => date < on)) return judged('overdue', expected, behind)
  if (behind !== null && behind > thresholds.redAbove) return { ...judged('behind', expected, behind), light: 'red' }
  if (behind !== null && behind >= thresholds.yellowFrom) return judged('behind', expected, behind)
  if (dates.some((date) => daysBetween(on, date) <= thresholds.dueWithinDays)) return judged('dueSoon', expected, behind)
  return judged(input.onceRed ? 'madeUp' : 'onSchedule', expected, behind)
}

const LIGHT_OF: Readonly<Record<LightJudgement['reason'], Light>> = {
  done: 'blue',
  notReported: 'grey',
  overdue: 'red',
  behind: 'yellow',
  dueSoon: 'yellow',
  madeUp: 'yellow',
  onSchedule: 'green',
}

/** What should be reached on a day: the last point of the plan that is due, else the elapsed share of the year. */
export function expectedPercent(on: string, plan?: readonly PlanPoint[]): Scaled {
  if (plan && plan.length > 0) {
    const due = plan.filter((point) => point.date <= on).sort((a, b) => (a.date < b.date ? -1 : 1))
    return due.at(-1)?.percent ?? asScaled(0)
  }
  const year = on.slice(0, 4)
  const share = knownPercent(daysBetween(`${year}-01-01`, on) + 1, daysBetween(`${year}-01-01`, `${Number(year) + 1}-01-01`))
  return share ?? asScaled(0)
}

function isDone(indicator: Indicator, value: Scaled | null, nodes: readonly { readonly done: boolean }[]): boolean {
  if (indicator.kind === 'milestone') return nodes.length > 0 && nodes.every((node) => node.done)
  if (value === null || indicator.target === null) return false
  const { op, value: target } = indicator.target
  if (op === '>=') return value >= target
  return op === '<=' || indicator.direction === 'down' ? value <= target : value === target
}

/** Whether an indicator promises something that could be judged: a target, or the nodes of a milestone. */
export const hasLight = ({ kind, target }: Indicator): boolean => kind === 'milestone' || (kind !== 'narrative' && target !== null)

/** The light to show and to count: the coordinator's own where there is one, else the judged one. */
export const shownLight = ({ light, override }: IndicatorLight): Light => override?.light ?? light
