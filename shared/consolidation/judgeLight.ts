import { daysBetween } from '../quantity/dates/calendar.ts'
import { asScaled, SCALE, type Scaled } from '../quantity/scaled.ts'
import type { Indicator, LightThresholds, PlanPoint } from '../register/register.ts'
import type { LIGHT_REASONS } from '../wire/lights.ts'
import type { ReportedKind } from '../wire/reported.ts'
import { expectedPercent } from './expectedPercent.ts'
import { knownPercent } from './knownPercent.ts'
import { hasLight, type Light } from './light.ts'
import { isLimit, isProgress } from './reachedPercent.ts'

const percentPoints = (points: number): Scaled => asScaled(points * SCALE)

/** The usual thresholds; there is no national rule, a register may give its own. */
export const usualThresholds: LightThresholds = { yellowFrom: percentPoints(10), redAbove: percentPoints(30), dueWithinDays: 7 }

/** What a light is judged from, the day among it: nothing here asks the time. */
export interface LightInput {
  readonly indicator: Indicator
  /** At the stage that counts, in the indicator's measure; for a percentage use `percent`. */
  readonly cumulative: Scaled | null
  readonly percent: Scaled | null
  /** What was reported of it in all. */
  readonly reported: ReportedKind
  /** The day it is judged on, ISO. */
  readonly on: string
  readonly plan?: readonly PlanPoint[] | undefined
  /** A milestone's nodes with their planned days. */
  readonly nodes?: readonly LightNode[] | undefined
  /** What it moved since the period before, in the same measure; null where the two cannot be compared. */
  readonly moved?: number | null | undefined
  /** By the rules this period's light was red when its deadline ended. */
  readonly onceRed?: boolean | undefined
}

/** A node of a milestone: the day it is planned for, ISO, null where none was reported. */
export interface LightNode {
  readonly planned: string | null
  readonly done: boolean
  /** The whole itself, or the node with which it is there: before it is done, nothing is, were all others done. */
  readonly isLast: boolean
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
 * | target met; all nodes done, the last among them | blue |
 * | no figure, or one at a stage that is not counted; of a milestone nothing, or 暂无进展 | grey |
 * | deadline passed, > 30 points behind, or above what is the most (不超过) | red |
 * | 10 to 30 points behind, or deadline within 7 days | yellow |
 * | a milestone past its deadline of which a text alone, or nodes before the last, tell: whether it is done is not said | yellow |
 * | above a target that is exact (==) | yellow |
 * | a rate below its target, without a plan; 清零 that went up since the period before | yellow |
 * | once red in this period, made up since | yellow, never green |
 * | else | green |
 *
 * Milestones, 清零 and limits are judged by their dates alone, never by linear time; nor is a rate: what it is this month is
 * nothing that adds up over the year. A plan of the register says what it should be.
 */
export function judgeLight(input: LightInput, thresholds: LightThresholds = usualThresholds): LightJudgement | null {
  const { indicator, reported } = input
  if (!hasLight(indicator)) return null
  const value = indicator.kind === 'percent' ? input.percent : input.cumulative
  if (isDone(input, value)) return { light: 'blue', reason: 'done', ...NO_SCHEDULE }
  const byDates = indicator.kind === 'milestone' || indicator.direction === 'down'
  const grey = GREY_REASONS[reported] ?? (byDates || value !== null ? null : 'notCounted')
  if (grey !== null) return { light: 'grey', reason: grey, ...NO_SCHEDULE }
  const schedule = hasSchedule(input) ? scheduleOf(input, value) : NO_SCHEDULE
  const rule = RULES.find(({ holds }) => holds(factsOf(input, value, schedule), thresholds))
  if (rule !== undefined) return { light: rule.light, reason: rule.reason, ...schedule }
  return { light: 'green', reason: schedule.expected === null ? 'notDue' : 'onSchedule', ...schedule }
}

/** Whether time says how much should be reached: of what grows over the year, and of whatever has a plan. */
const hasSchedule = ({ indicator, plan }: LightInput): boolean =>
  indicator.kind !== 'milestone' && isProgress(indicator) && (indicator.kind !== 'percent' || plan !== undefined)

/** Why what was reported gives no colour; null where it is judged. */
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

interface Facts extends Schedule {
  readonly on: string
  /** The deadline, and the planned days of nodes that are not done. */
  readonly dates: readonly string[]
  readonly onceRed: boolean
  /** Above what is the most. */
  readonly isExceeded: boolean
  /** Above what is to be reached exactly: too much, or a figure of something else. */
  readonly isOvershot: boolean
  /** A rate that is not what it should be, where no plan says what it should be by now. */
  readonly isBelow: boolean
  /** What should become less has become more. */
  readonly hasRisen: boolean
  /** A milestone past its deadline, of which nothing says that it is done, nor that it is not. */
  readonly isUnclear: boolean
}

const factsOf = (input: LightInput, value: Scaled | null, schedule: Schedule): Facts => ({
  ...schedule,
  on: input.on,
  dates: openDates(input),
  isUnclear: isUnclear(input),
  onceRed: input.onceRed ?? false,
  isExceeded: isLimit(input.indicator) && value !== null && value > (input.indicator.target?.value ?? value),
  isOvershot:
    input.indicator.direction === 'up' && input.indicator.target?.op === '==' && value !== null && value > input.indicator.target.value,
  isBelow: input.indicator.kind === 'percent' && isProgress(input.indicator) && schedule.expected === null,
  hasRisen: input.indicator.direction === 'down' && (input.moved ?? 0) > 0,
})

interface Rule extends Pick<LightJudgement, 'light' | 'reason'> {
  readonly holds: (facts: Facts, thresholds: LightThresholds) => boolean
}

/** How something reported and not done is judged: the first rule that holds. */
const RULES: readonly Rule[] = [
  { light: 'red', reason: 'exceeded', holds: ({ isExceeded }) => isExceeded },
  { light: 'red', reason: 'overdue', holds: ({ dates, on }) => dates.some((date) => date < on) },
  { light: 'red', reason: 'behind', holds: ({ behind }, { redAbove }) => behind !== null && behind > redAbove },
  { light: 'yellow', reason: 'behind', holds: ({ behind }, { yellowFrom }) => behind !== null && behind >= yellowFrom },
  { light: 'yellow', reason: 'overshot', holds: ({ isOvershot }) => isOvershot },
  { light: 'yellow', reason: 'unclear', holds: ({ isUnclear }) => isUnclear },
  { light: 'yellow', reason: 'risen', holds: ({ hasRisen }) => hasRisen },
  { light: 'yellow', reason: 'belowTarget', holds: ({ isBelow }) => isBelow },
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

/** A limit has no day by which it is to be reached. */
const openDates = (input: LightInput): readonly string[] => [
  ...(isLimit(input.indicator) || isUnclear(input) ? [] : [input.indicator.deadline.date]),
  ...(input.nodes ?? []).filter(({ done }) => !done).flatMap(({ planned }) => planned ?? []),
]

const isUnclear = ({ indicator, nodes = [], on }: LightInput): boolean =>
  indicator.kind === 'milestone' && indicator.deadline.date < on && nodes.every(({ done }) => done)

function isDone({ indicator, nodes = [], on }: LightInput, value: Scaled | null): boolean {
  if (indicator.kind === 'milestone') return nodes.every(({ done }) => done) && nodes.some(({ isLast }) => isLast)
  if (value === null || indicator.target === null) return false
  const { op, value: target } = indicator.target
  if (isLimit(indicator)) return value <= target && indicator.deadline.date < on
  // a bare 0 of 清零 is read as "at least" by default: what is left is done when it is no more than that
  if (indicator.direction === 'down') return value <= target
  return op === '>=' ? value >= target : value === target
}
