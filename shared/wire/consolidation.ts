import { z } from 'zod'
import { COMPARABLE } from './comparable.ts'
import { LIGHT_REASONS, LIGHTS } from './lights.ts'
import { REPORTED_KINDS } from './reported.ts'
import { REPORT_STATES } from './reportState.ts'

/** A row that a figure was made of; scaled integers in the base measure. Missing is null, never 0. */
export const sourceSchema = z.strictObject({
  reporter: z.string(),
  area: z.string(),
  /** The row's part; with reporter, indicator and area it names the row and its history. */
  part: z.string(),
  version: z.int(),
  seq: z.int(),
  /** Whose account wrote it, and the person's name at the time. */
  account: z.string(),
  by: z.string(),
  at: z.string(),
  /** Whether a coordinator sent it for the unit, from the unit's file. */
  onBehalf: z.boolean(),
  value: z.int().nullable(),
  /** Whether that is a percentage: the row has no count. */
  isPercent: z.boolean(),
  /** The stage that the figure is at, where the row names one. */
  stage: z.string().nullable(),
  /** Whether the row is in the figure: at the stage that counts; of a milestone's node, whether it is done by the day of judgement. */
  counted: z.boolean(),
  /** How far the report of its reporter is, and whether the row is another than the one that was signed, or accepted. */
  state: z.enum(REPORT_STATES),
  changed: z.boolean(),
  /** The workbook's own cell ("民生实事!E7"), where the client said it. */
  cell: z.string().nullable(),
})
export type Source = z.infer<typeof sourceSchema>

/** What the reporter of record states for one area. */
export const consolidatedAreaSchema = z.strictObject({
  area: z.string(),
  target: z.int().nullable(),
  cumulative: z.int().nullable(),
  /** Percent points, scaled; half-up to two decimals. */
  percent: z.int().nullable(),
  asOf: z.string().nullable(),
  /** Whether it has the task: it must be reported, or has a target of its own. Only then it can be 未报. */
  due: z.boolean(),
  reported: z.enum(REPORTED_KINDS),
  sources: z.array(sourceSchema),
})

/** How a county does against its own registered target (分解目标). */
const countyFigureSchema = z.strictObject({
  area: z.string(),
  /** As registered, whatever a sheet states. */
  target: z.int(),
  /** Whose figure it is; null where nobody is asked for the county. */
  reporter: z.string().nullable(),
  cumulative: z.int().nullable(),
  /** Of a rate its value, in percent points. */
  percent: z.int().nullable(),
  /** How much of the target is reached, in percent points; null where the figure is missing, or is no progress (清零). */
  reached: z.int().nullable(),
  /** How far the report is that the figure is of, and whether it was changed since; null where no row came. */
  state: z.enum(REPORT_STATES).nullable(),
  changed: z.boolean(),
})

const indicatorFiguresSchema = z.strictObject({
  indicator: z.string(),
  measure: z.string().nullable(),
  target: z.int().nullable(),
  cumulative: z.int().nullable(),
  percent: z.int().nullable(),
  /** 'complete': every area that has the task was reported, were it at a stage that is not counted; 'partial': some; 'missing': none. */
  state: z.enum(['complete', 'partial', 'missing']),
  /** What is known of it in all: the best of its areas; 'wholeOnly' where a figure was stated for the whole city alone. */
  reported: z.enum(REPORTED_KINDS),
  /** The row for the whole city where there is one besides county rows: compared, never added; and the rows it is made of. */
  stated: z.int().nullable(),
  statedSources: z.array(sourceSchema),
  areas: z.array(consolidatedAreaSchema),
  /** The counties that have a registered target of their own, in the register's order. */
  counties: z.array(countyFigureSchema),
})
/** What the rows alone say of an indicator. */
export type IndicatorFigures = z.infer<typeof indicatorFiguresSchema>

/** A coordinator's own light in place of the judged one. */
export const lightOverrideSchema = z.strictObject({
  light: z.enum(LIGHTS),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
})
export type LightOverride = z.infer<typeof lightOverrideSchema>

/** How something does against its schedule, and the rule that says so. */
const judgedLightSchema = z.strictObject({
  light: z.enum(LIGHTS),
  reason: z.enum(LIGHT_REASONS),
  /** What the schedule asks for, and how far behind it is, in percent points; null where time says nothing. */
  expected: z.int().nullable(),
  behind: z.int().nullable(),
})
/** How an indicator does: as judged; an `override` is shown in its place. */
export const indicatorLightSchema = judgedLightSchema.extend({ override: lightOverrideSchema.nullable() })
export type IndicatorLight = z.infer<typeof indicatorLightSchema>

/** An indicator with what is judged of it. */
export const consolidatedIndicatorSchema = indicatorFiguresSchema.extend({
  /** Null where nothing is promised that could be judged. */
  light: indicatorLightSchema.nullable(),
  /** Each judged by its own target. */
  counties: z.array(countyFigureSchema.extend({ light: judgedLightSchema.nullable() })),
  /** Since the period before, and whether that can be said; null where it cannot. */
  change: z.strictObject({ cumulative: z.int().nullable(), percent: z.int().nullable(), comparable: z.enum(COMPARABLE) }),
})
export type ConsolidatedIndicator = z.infer<typeof consolidatedIndicatorSchema>

/** What was asked of a unit and not reported, and what it reported instead. */
const gapSchema = z.strictObject({ subject: z.string(), area: z.string(), reported: z.enum(REPORTED_KINDS) })
export type Gap = z.infer<typeof gapSchema>

/** What a unit must report and has not; nothing of time. */
const reporterFiguresSchema = z.strictObject({
  reporter: z.string(),
  name: z.string(),
  /** Subjects it must report, and those it has not. */
  required: z.int(),
  reported: z.int(),
  missing: z.array(gapSchema),
  lastAt: z.string().nullable(),
})
/** Whether a unit has reported what it must, and in time. */
export const reporterStatusSchema = reporterFiguresSchema.extend({
  /** 'onTime', 'late': sent something and said complete by its deadline, or after it; 'waiting', 'missing': not yet, and not in time any more. */
  timeliness: z.enum(['onTime', 'late', 'waiting', 'missing']),
  /** The last day on which it is on time: the period's soft deadline, or its own later one. */
  deadline: z.string(),
  /** When it said that its report is complete. */
  completeAt: z.string().nullable(),
  /** The coordinator returned it: what it sent is there, and to be corrected. */
  returned: z.boolean(),
})

/** What a unit wrote about a task. */
const narrativeSchema = z.strictObject({
  task: z.string(),
  reporter: z.string(),
  text: z.string(),
  asOf: z.string().nullable(),
  /** 'noProgress' where the text says that there is none. */
  reported: z.enum(REPORTED_KINDS),
  account: z.string(),
  by: z.string(),
  at: z.string(),
  onBehalf: z.boolean(),
})

const otherTextSchema = z.strictObject({ task: z.string(), reporter: z.string() })

/**
 * 应报 = due: 已报齐 = reported (all that was asked), 部分报送 = partial, 未报 = unreported (nothing of it); these three add
 * up to it. Of those that sent something 按时 = onTime and 逾期 = late said that their report is complete.
 */
export const completenessSchema = z.strictObject({
  due: z.int(),
  reported: z.int(),
  partial: z.int(),
  unreported: z.int(),
  onTime: z.int(),
  late: z.int(),
})

/** One of two figures that disagree. */
const sideSchema = z.strictObject({
  /** Who says so; "counties" where several reporters' rows are summed. */
  reporter: z.string(),
  /** The sum of the counties' rows, not one row. */
  sum: z.boolean(),
  value: z.int(),
  /** As of which day, where its rows name one and the same. */
  asOf: z.string().nullable(),
  sources: z.array(sourceSchema),
})
/** Two figures for the same thing: the one that counts, and the other that is stated as well. For coordinators only. */
export const disagreementSchema = z.strictObject({
  indicator: z.string(),
  area: z.string(),
  ofRecord: sideSchema,
  other: sideSchema,
  /** other − ofRecord. */
  difference: z.int(),
})
export type Disagreement = z.infer<typeof disagreementSchema>

/** The counties by the mean of what they reached of their registered targets. */
const rankingSchema = z.strictObject({
  /** With fewer indicators than these a county has no rank. */
  fewest: z.int(),
  /** Every county: those that have a rank by it (ties share one), then the others in the register's order. */
  counties: z.array(
    z.strictObject({
      area: z.string(),
      rank: z.int().nullable(),
      /** Mean of the percentages reached, each at most 100, in percent points; null where there is no rank. */
      score: z.int().nullable(),
      /** The indicators that it is, or would be, ranked by: those of a registered target of its own. */
      counted: z.array(z.string()),
      /** Of those, the ones without a figure that counts: 0 in the mean. */
      asZero: z.array(z.string()),
    }),
  ),
  /** Indicators that counties report and that are in no rank: what is left of 清零 or stays below a limit, no target, a target of 0, or what a department has not reported of all counties. */
  excluded: z.array(
    z.strictObject({ indicator: z.string(), reason: z.enum(['noProgress', 'noCountyTarget', 'nothingToReach', 'notAllReported']) }),
  ),
})

/** Which rows the figures are of: so that a sheet or a report can name what it was made from. */
const figuresFields = {
  period: z.string(),
  registerVersion: z.int(),
  asOfSeq: z.int(),
  era: z.string(),
}

/** GET /v1/periods/{period}/consolidation (coordinators). */
export const consolidationSchema = z.strictObject({
  ...figuresFields,
  /** The day that lights are judged on: today in China, at most the soft deadline. */
  judgedOn: z.string(),
  /** The period before of the same register, which changes are counted from. */
  before: z.string().nullable(),
  indicators: z.array(consolidatedIndicatorSchema),
  narratives: z.array(narrativeSchema),
  /** Who besides the reporter of record sent a text on a task. */
  otherTexts: z.array(otherTextSchema),
  reporters: z.array(reporterStatusSchema),
  completeness: completenessSchema,
  ranking: rankingSchema,
  disagreements: z.array(disagreementSchema),
})
export type Consolidation = z.infer<typeof consolidationSchema>

/** What the rows of a period say, before anything is judged. */
export interface CityFigures {
  period: string
  registerVersion: number
  asOfSeq: number
  era: string
  indicators: IndicatorFigures[]
  narratives: z.infer<typeof narrativeSchema>[]
  otherTexts: z.infer<typeof otherTextSchema>[]
  reporters: z.infer<typeof reporterFiguresSchema>[]
}

/** PUT /v1/periods/{period}/indicators/{indicator}/light: a light in place of the judged one; null takes it back. */
export const lightRequestSchema = z.strictObject({ light: z.enum(LIGHTS).nullable(), reason: z.string().trim().min(1).max(500) })
export type LightRequest = z.infer<typeof lightRequestSchema>
/** The override that is in force now; null where the judged light is shown again. */
export const lightAnswerSchema = z.strictObject({ indicator: z.string(), override: lightOverrideSchema.nullable() })
export type LightAnswer = z.infer<typeof lightAnswerSchema>
