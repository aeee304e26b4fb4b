import { measureFits } from '../../finding/measureFits.ts'
import { measureScale } from '../../quantity/measureScale.ts'
import type { RecognizedColumn } from '../../record/reading.ts'
import type { ColumnContext } from '../columns/columnCandidate.ts'
import { monthsNamed } from '../headings/monthsNamed.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { isTimeAlone } from '../headings/pathTime.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import { type BodyFigures, bodyFigures, type FigureColumn } from './bodyFigures.ts'
import { percentFits } from './percentFits.ts'
import type { TableBody } from './tableBody.ts'

/**
 * Columns that nobody knows by their headings, and that figures of other columns explain in nearly all rows: they are known
 * for what they are, and not sent. Nothing that is read changes by it.
 *
 *     受理 400 | 办结 325 | 结案率 81.25%                 other_base: 办结 ÷ 受理
 *     计划投资 3200 | 完成投资 2610 | % 81.6              other_base: of the money
 *     收件 331 | 办结 268 | 甲类 61 | 乙类 2               adds_up: 收件 = 办结 + 甲类 + 乙类
 *     目标 300 | 完成 146 | 差 154                        adds_up: 目标 = 完成 + 差
 */
export function explainedColumns({ view, body, context }: TableBody, columns: readonly RecognizedColumn[]): readonly RecognizedColumn[] {
  const unknown = columns.filter(isUnknown)
  if (unknown.length === 0 && !columns.some((one) => isMoney(one) || one.field === 'percent')) return columns
  const figures = bodyFigures(
    view,
    body,
    columns.filter((one) => isUnknown(one) || isCount(one) || isMoney(one) || OTHERS.has(one.field)).map(({ column }) => column),
  )
  const filled = unknown.filter(({ column }) => (figures.columns.get(column)?.filled ?? 0) >= FEWEST)
  const explained = new Map([
    ...ownTotal(filled, columns, figures),
    ...ratesOf(filled, columns, figures),
    ...sumsOf(filled, columns, figures),
  ])
  const proven = isProven(columns, figures)
  return columns.map((column) => {
    const found = explained.get(column)
    if (found) return found
    return proven && filled.includes(column) && saysNothing(column, columns, context) ? besideProven(column) : column
  })
}

/** Each column that counts has a percentage that figure and target make: no other column is its figure. */
function isProven(columns: readonly RecognizedColumn[], figures: BodyFigures): boolean {
  const stored = columns.filter(({ aside, derived }) => !aside && !derived)
  const of = (field: RecognizedColumn['field']) => stored.flatMap((one) => (one.field === field ? [one.column] : []))
  const [done, targets, percents] = [of('cumulative'), of('target'), of('percent')]
  const fits = percentFits(figures, percents, [...done, ...targets]).filter(({ rows }) => rows >= FEWEST)
  return done.length > 0 && done.every((column) => fits.some((fit) => fit.done === column && targets.includes(fit.whole)))
}

/** Neither its words nor its measure may be those of something registered that the table does not report yet. */
function saysNothing({ header }: RecognizedColumn, columns: readonly RecognizedColumn[], { register, title }: ColumnContext): boolean {
  const { core, hints } = normaliseHeading(header.slice(header.lastIndexOf('/') + 1))
  const match = matchSubjects(register, core, { figures: true })
  if (match.indicators.length > 0 || match.candidates !== undefined) return false
  const titled = matchSubjects(register, title, { figures: true }).indicators
  const reported = new Set([...columns.map(({ indicator }) => indicator), ...titled])
  return !hints.some((hint) =>
    register.indicators.some((one) => !reported.has(one.id) && one.kind === 'count' && measureFits(register, measureScale(hint).base, one)),
  )
}

/** It stays without a field, and its cells are said to be not read: as a note. */
const besideProven = (column: RecognizedColumn): RecognizedColumn => ({
  ...column,
  why: { confidence: 0, reason: 'beside_proven', params: { heading: column.header } },
})

/** Fewer rows are explained by chance. */
const FEWEST = 3

const isUnknown = ({ field, why }: RecognizedColumn): boolean => field === undefined && UNKNOWN.has(why.reason)
const UNKNOWN = new Set(['heading_unknown', 'no_heading', 'replaced'])

const OTHERS: ReadonlySet<RecognizedColumn['field']> = new Set<RecognizedColumn['field']>([
  'percent',
  'period_value',
  'previous_cumulative',
])

const isCount = ({ field }: RecognizedColumn): boolean => field === 'cumulative' || field === 'target'
const isMoney = ({ field }: RecognizedColumn): boolean => field === 'invest_plan' || field === 'invest_done'

type Explained = readonly [RecognizedColumn, RecognizedColumn]

const known = (column: RecognizedColumn, field: 'percent' | 'cumulative', reason: string, params: Record<string, string>): Explained => [
  column,
  { ...column, field, aside: true, why: { confidence: BY_ARITHMETIC, reason, params } },
]
const BY_ARITHMETIC = 0.8

/**
 * Percentages that two other columns make: unknown ones, and those that were taken for the rate of the target, which they are
 * not, where money makes them.
 */
function ratesOf(unknown: readonly RecognizedColumn[], columns: readonly RecognizedColumn[], figures: BodyFigures): readonly Explained[] {
  const numbersOf = (some: readonly RecognizedColumn[]) => some.map(({ column }) => column)
  const counts = numbersOf(columns.filter((one) => isCount(one) || isUnknown(one)))
  const taken = columns.filter(({ field, aside }) => field === 'percent' && !aside)
  const ofTarget = new Set(percentFits(figures, numbersOf(taken), counts).map(({ percent }) => percent))
  const open = taken.filter(({ column }) => !ofTarget.has(column))
  // 办结率 of what was taken on, where there is no target of which it might be
  const hasTarget = columns.some(({ field, aside }) => field === 'target' && !aside)
  const staged = hasTarget ? [] : taken.filter(({ column }) => ofTarget.has(column))
  const fits = [
    ...percentFits(figures, numbersOf([...unknown, ...staged]), counts),
    ...percentFits(figures, numbersOf([...unknown, ...open]), numbersOf(columns.filter(isMoney))),
  ].filter(({ rows, done, whole }) => rows >= FEWEST && isLess(figures, done, whole))
  return [...unknown, ...open, ...staged].flatMap((one): readonly Explained[] => {
    const fit = fits.find(({ percent }) => percent === one.column)
    return fit ? [known(one, 'percent', 'other_base', { heading: headerOf(columns, fit.done) })] : []
  })
}

/** 办结 ÷ 受理 is a rate; 受理 ÷ 办结 of more than 100 % is chance. */
function isLess(figures: BodyFigures, done: number, whole: number): boolean {
  const total = (column: number) => (figures.columns.get(column)?.values ?? []).reduce<number>((sum, value) => sum + (value ?? 0), 0)
  return total(done) <= total(whole)
}

const headerOf = (columns: readonly RecognizedColumn[], at: number): string => columns.find(({ column }) => column === at)?.header ?? ''

/**
 * 一季度 | 二季度 | 三季度 | 合计: where no column has what is done in all, the total of the times is the row's
 * own completed figure.
 */
function ownTotal(unknown: readonly RecognizedColumn[], columns: readonly RecognizedColumn[], figures: BodyFigures): readonly Explained[] {
  const [total, another] = columns.filter(({ field, derived }) => field === 'cumulative' && derived)
  if (!total || another || columns.some(({ field, derived }) => field === 'cumulative' && !derived)) return []
  const times = columns.filter(
    (one) =>
      (isUnknown(one) || one.field === 'period_value' || one.field === 'previous_cumulative') &&
      isTimeAlone(one.header.slice(one.header.lastIndexOf('/') + 1)),
  )
  // 7月 | 8月 | 9月 | 合计 leaves the first half of the year out
  const begins = times.some(({ header }) => monthsNamed([header.slice(header.lastIndexOf('/') + 1)])?.first === 1)
  if (times.length < 2 || !begins || !addsUp(figures, total, times)) return []
  const { derived: _, area: __, ...own } = total
  return [
    [total, { ...own, why: { confidence: BY_ARITHMETIC, reason: 'by_figures', params: { heading: total.header } } }],
    ...times.filter((one) => unknown.includes(one)).map((one) => known(one, 'cumulative', 'part_of_sum', { heading: total.header })),
  ]
}

/** Columns that make up another one together with the completed figure: what is received = what is done + what is not. */
function sumsOf(unknown: readonly RecognizedColumn[], columns: readonly RecognizedColumn[], figures: BodyFigures): readonly Explained[] {
  const done = columns.filter((one) => one.field === 'cumulative' && !one.aside && !one.derived && SURE <= one.why.confidence)
  const explained = new Map<RecognizedColumn, RecognizedColumn>()
  for (const figure of done) {
    const rests = columns.filter((one) => one !== figure && (isUnknown(one) || (one.aside === true && one.field === 'cumulative')))
    // what has too few figures to be made up is not tried: a sheet may be thousands of blank columns wide
    const wholes = columns.filter((one) => one !== figure && (isUnknown(one) || isCount(one)) && countOf(figures, one) >= FEWEST)
    for (const whole of wholes) {
      const rest = subsets(rests.filter((one) => one !== whole)).find((some) => addsUp(figures, whole, [figure, ...some]))
      for (const one of rest ? [whole, ...rest] : [])
        if (unknown.includes(one) && !explained.has(one))
          explained.set(...known(one, 'cumulative', 'adds_up', { whole: whole.header, heading: figure.header }))
    }
  }
  return [...explained]
}

/** Figures that a column's words name: a guess is no proof of another. */
const SURE = 0.6

/** One to three of some columns, few first; of many columns only those next to each other. */
function subsets(columns: readonly RecognizedColumn[]): readonly (readonly RecognizedColumn[])[] {
  const found: (readonly RecognizedColumn[])[] = columns.map((one) => [one])
  for (let size = 2; size <= MOST_RESTS; size++)
    for (let from = 0; from + size <= columns.length; from++) found.push(columns.slice(from, from + size))
  return found
}
const MOST_RESTS = 4

/** The parts make the whole in nearly all rows; blanks and dashes are nothing, and at least two rows have something of each part. */
function addsUp(figures: BodyFigures, whole: RecognizedColumn, parts: readonly RecognizedColumn[]): boolean {
  const total = figures.columns.get(whole.column)
  const summands = parts.map(({ column }) => figures.columns.get(column))
  if (!total || summands.some((one) => one === undefined || telling(one) < 2)) return false
  let rows = 0
  let fitting = 0
  total.values.forEach((value, i) => {
    if (value === undefined || value === 0) return
    rows++
    const sum = summands.reduce((all, one) => all + (one?.values[i] ?? 0), 0)
    if (Math.abs(sum - value) < 1e-6) fitting++
  })
  return fitting >= FEWEST && fitting >= rows * NEARLY_ALL
}
const NEARLY_ALL = 0.8

const countOf = (figures: BodyFigures, { column }: RecognizedColumn): number => {
  const found = figures.columns.get(column)
  return found ? telling(found) : 0
}

const telling = ({ values }: FigureColumn): number => values.filter((value) => value !== undefined && value !== 0).length
