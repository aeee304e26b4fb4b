import { daysBetween } from '../quantity/dates/calendar.ts'
import { asScaled, SCALE, type Scaled } from '../quantity/scaled.ts'
import type { Indicator, LightThresholds, PlanPoint } from '../register/register.ts'
import type { LIGHT_REASONS } from '../wire/lights.ts'
import type { ReportedKind } from '../wire/reported.ts'
import { expectedPercent } from './expectedPercent.ts'
import { knownPercent } from './knownPercent.ts'
import { hasLight, type Light } from './light.ts'

const percentPoints = (points: number): Scaled => asScaled(points * SCALE)

/** The usual thresholds; there is no national rule, a register may give its own. */
export const usualThresholds: LightThresholds = { yellowFrom: percentPoints(10), redAbove: percentPoints(30), dueWithinDays: 7 }

/** What a light is judged from, the day among it: nothing here asks the time. */
export interface LightInput {
  readonly indicator: Indicator
  /** At the stage that counts, in the indicator's measure; for a percentage use `percent`. */
  readonly cumulative: Scaled | null
  readonly percent: Scaled | null
  /** What was told of it in all. */
  readonly reported: ReportedKind
  /** The day it is judged on, ISO. */
  readonly on: string
  readonly plan?: readonly PlanPoint[] | undefined
  /** A milestone's nodes with their planned days. */
  readonly nodes?: readonly LightNode[] | undefined
  /** This period's light was red before. */
  readonly onceRed?: boolean | undefined
}

/** A node of a milestone: the day it is planned for, ISO, null where none was reported. */
export interface LightNode {
  readonly planned: string | null
  readonly done: boolean
}

/** A light with the reason that decides it: what the pane and the documents word. */
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
 * | no figure, or one at a stage that is not counted; of a milestone nothing, or 暂无进展 | grey |
 * | deadline passed, or > 30 points behind | red |
 * | 10 to 30 points behind, or deadline within 7 days | yellow |
 * | once red in this period, made up since | yellow, never green |
 * | else | green |
 *
 * Milestones and 清零 are judged by their dates alone, never by linear time.
 */
export function judgeLight(input: LightInput, thresholds: LightThresholds = usualThresholds): LightJudgement | null {
  const { indicator, reported } = input
  if (!hasLight(indicator)) return null
  const value = indicator.kind === 'percent' ? input.percent : input.cumulative
  if (isDone(indicator, value, input.nodes ?? [])) return { light: 'blue', reason: 'done', ...NO_SCHEDULE }
  const byDates = indicator.kind === 'milestone' || indicator.direction === 'down'
  const grey = GREY_REASONS[reported] ?? (byDates || value !== null ? null : 'notCounted')
  if (grey !== null) return { light: 'grey', reason: grey, ...NO_SCHEDULE }
  const schedule = byDates ? NO_SCHEDULE : scheduleOf(input, value)
  const facts: ScheduleFacts = { ...schedule, on: input.on, dates: openDates(input), onceRed: input.onceRed ?? false }
  const rule = SCHEDULE_RULES.find(({ holds }) => holds(facts, thresholds)) ?? ON_SCHEDULE
  return { light: rule.light, reason: rule.reason, ...schedule }
}

/** Why what was told gives no colour; null where it is judged. */
const GREY_REASONS: Readonly<Record<ReportedKind, LightJudgement['reason'] | null>> = {
  reported: null,
  wholeOnly: null,
  noProgress: 'noProgress',
  otherStage: 'notCounted',
  partsOnly: 'notReported',
  otherOnly: 'notReported',
  nothing: 'notReported',
}

type Schedule = Pick<LightJudgement, 'expected' | 'behind'>

const NO_SCHEDULE: Schedule = { expected: null, behind: null }

interface ScheduleFacts extends Schedule {
  readonly on: string
  /** The deadline, and the planned days of nodes that are not done. */
  readonly dates: readonly string[]
  readonly onceRed: boolean
}

interface ScheduleRule extends Pick<LightJudgement, 'light' | 'reason'> {
  readonly holds: (facts: ScheduleFacts, thresholds: LightThresholds) => boolean
}

const ON_SCHEDULE = { light: 'green', reason: 'onSchedule' } as const

/** How something reported and not done is judged: the first rule that holds. */
const SCHEDULE_RULES: readonly ScheduleRule[] = [
  { light: 'red', reason: 'overdue', holds: ({ dates, on }) => dates.some((date) => date < on) },
  { light: 'red', reason: 'behind', holds: ({ behind }, { redAbove }) => behind !== null && behind > redAbove },
  { light: 'yellow', reason: 'behind', holds: ({ behind }, { yellowFrom }) => behind !== null && behind >= yellowFrom },
  {
    light: 'yellow',
    reason: 'dueSoon',
    holds: ({ dates, on }, { dueWithinDays }) => dates.some((date) => daysBetween(on, date) <= dueWithinDays),
  },
  { light: 'yellow', reason: 'madeUp', holds: ({ onceRed }) => onceRed },
]

function scheduleOf({ indicator, on, plan }: LightInput, value: Scaled | null): Schedule {
  const expected = expectedPercent(on, plan)
  const reached = knownPercent(value, indicator.target?.value)
  return { expected, behind: reached === null ? null : asScaled(expected - reached) }
}

const openDates = ({ indicator, nodes = [] }: LightInput): readonly string[] => [
  indicator.deadline.date,
  ...nodes.filter(({ done }) => !done).flatMap(({ planned }) => planned ?? []),
]

function isDone(indicator: Indicator, value: Scaled | null, nodes: readonly LightNode[]): boolean {
  if (indicator.kind === 'milestone') return nodes.length > 0 && nodes.every(({ done }) => done)
  if (value === null || indicator.target === null) return false
  const { op, value: target } = indicator.target
  if (op === '>=') return value >= target
  return op === '<=' || indicator.direction === 'down' ? value <= target : value === target
}
