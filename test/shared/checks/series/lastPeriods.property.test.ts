import { expect, test } from 'vitest'
import { CHECKS } from '../../../../shared/checks/checkRecords.ts'
import type { FindingCode } from '../../../../shared/finding/finding.ts'
import type { FigureRecord } from '../../../../shared/record/figureRecord.ts'
import type { EarlierRecord } from '../../../../shared/record/reading.ts'
import { facts, record } from '../sheetFacts.ts'
import { type ProgressSeries, progressSeries, type ReportedMonth, randomOf, SHAPES, type Shape } from './progressSeries.ts'

/** What is said of a figure because of the ones before it. */
const CODES: readonly FindingCode[] = ['DECREASED_CUMULATIVE', 'OVER_TARGET_SUSPECT', 'JUMP_SUSPECT', 'STEP_MISMATCH', 'PREVIOUS_MISMATCH']
const checks = CHECKS.filter(({ raises }) => raises.some((code) => CODES.includes(code)))

const periodOf = (month: number): string => `2021-${String(month + 3).padStart(2, '0')}`
/** How sheets say the figure: alone, with the one before, with what was added, with both. */
type Columns = 'alone' | 'previous' | 'added' | 'both'
const COLUMNS: readonly Columns[] = ['alone', 'previous', 'added', 'both']

function recordOf(series: ProgressSeries, month: number, reported: ReportedMonth, columns: Columns): FigureRecord {
  const last = series.months[month - 1]?.cumulative
  const values = {
    ...(series.target !== undefined && { target: series.target }),
    cumulative: reported.cumulative,
    ...(reported.remark && { remark: reported.remark }),
    ...(last !== undefined && (columns === 'previous' || columns === 'both') && { previous: last }),
    ...(last !== undefined && (columns === 'added' || columns === 'both') && { periodValue: added(series, month) }),
  }
  return record(values, { subject: '7.1.a', area: '411202' })
}

/** What a clerk writes down as this month's, whatever slips into the cumulative figure. */
const added = (series: ProgressSeries, month: number): number =>
  Math.round(((series.months[month]?.cumulative ?? 0) - (series.months[month - 1]?.cumulative ?? 0)) * 10) / 10

/** What the checks between periods say of a month's figure, given the three periods before. */
function alarms(series: ProgressSeries, month: number, reported: ReportedMonth, columns: Columns): readonly FindingCode[] {
  const earlier = [1, 2, 3].flatMap((back): EarlierRecord[] => {
    const before = series.months[month - back]
    return before ? [{ ...record({ cumulative: before.cumulative }), period: periodOf(month - back) }] : []
  })
  const context = { year: 2021, period: periodOf(month), earlier }
  const given = facts({ records: [recordOf(series, month, reported, columns)], context })
  return checks.flatMap(({ check }) => check(given).map(({ code }) => code)).filter((code) => CODES.includes(code))
}

/** A figure with its place in its series. */
interface Case {
  readonly series: ProgressSeries
  readonly month: number
  readonly columns: Columns
  readonly reported: ReportedMonth
}

function cases(shape: Shape, seed: number, count: number): readonly Case[] {
  const random = randomOf(seed)
  return Array.from({ length: count }, () => progressSeries(shape, random)).flatMap((series, at) =>
    series.months.flatMap((reported, month): Case[] =>
      reported && month > 0 ? [{ series, month, columns: COLUMNS[at % COLUMNS.length] ?? 'alone', reported }] : [],
    ),
  )
}

const SEED = 20211123
const byShape = SHAPES.map((shape, at) => [shape, cases(shape, SEED + at, 30)] as const)
const all = byShape.flatMap(([, list]) => list)
const percent = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10

const saidOf = ({ series, month, reported, columns }: Case): readonly FindingCode[] => alarms(series, month, reported, columns)
const alarmed = (list: readonly Case[]): number => list.filter((one) => saidOf(one).length > 0).length

test('of honest figures at most 2 % are alarmed, of no shape of work more than 4 %', () => {
  for (const [shape, list] of byShape) expect(percent(alarmed(list), list.length), shape).toBeLessThanOrEqual(4)
  expect(percent(alarmed(all), all.length)).toBeLessThanOrEqual(2)
})

test('a figure that stays as it was last month is no error', () => {
  const still = all.flatMap((one): Case[] => {
    const last = one.series.months[one.month - 1]
    return last ? [{ ...one, columns: 'alone', reported: last }] : []
  })
  expect(alarmed(still)).toBe(0)
})

/** What slips into a figure, and how much of it the figures before find where the sheet has nothing but the figure. */
const SLIPS: readonly [string, number, (one: Case, other: Case) => number][] = [
  ['a digit too many', 88, ({ reported }) => reported.cumulative * 10],
  ['a point too many', 93, ({ reported }) => Math.round(reported.cumulative) / 10],
  ['in 个 where 万 is meant', 95, ({ reported }) => reported.cumulative * 10_000],
  ['in 万 where 个 is meant', 95, ({ reported }) => Math.round(reported.cumulative) / 10_000],
  ['another row’s figure', 75, (_, other) => other.reported.cumulative],
]

/** A slip of each figure that something was reported before. */
function slipped(slip: (one: Case, other: Case) => number): readonly Case[] {
  const random = randomOf(7)
  return all.flatMap((one): Case[] => {
    const other = all[Math.floor(random() * all.length)] ?? one
    const cumulative = slip(one, other)
    return one.reported.cumulative === 0 || cumulative === one.reported.cumulative ? [] : [{ ...one, reported: { cumulative } }]
  })
}

test.each(SLIPS)('of %s at least %d %% are found', (_, least, slip) => {
  const list = slipped(slip).map((one): Case => ({ ...one, columns: 'alone' }))
  expect(percent(alarmed(list), list.length)).toBeGreaterThanOrEqual(least)
})

test.each(SLIPS)('beside the columns of before and this month, %s is always found', (_, __, slip) => {
  const list = slipped(slip).filter(({ series, month }) => series.months[month - 1] !== undefined)
  expect(percent(alarmed(list.map((one): Case => ({ ...one, columns: 'both' }))), list.length)).toBeGreaterThanOrEqual(99)
})
