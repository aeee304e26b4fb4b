import { narrow } from '../quantity/narrow.ts'
import { asScaled, decimalFromScaled, SCALED_LIMIT } from '../quantity/scaled.ts'
import { wrongSums } from '../quantity/writtenSum.ts'
import type { TextContext } from './clauses/contextOfText.ts'
import type { NarrativeFigure, NarrativeFinding } from './words/claims.ts'
import { cuesOf } from './words/figureRole.ts'
import { isSameMeasure } from './words/measureCloseness.ts'

/**
 * TEXT_PARTS_MISMATCH: parts that the text names do not add up. From the domain's trap 152.9 + 60 ≠ 220.
 *
 *     total, then areas                19.5 = 8.2 + 6.1 + 4.8           ✗ (19.1)
 *     areas, then 合计                  82 + 105.5 + 63 + 40.5 = 291     ✓
 *     done or arranged, 剩余 the rest   92 + 128 = 220 (the target)      ✓
 *                                      152.9 + 60 ≠ 220                 ✗
 *     竣工65套，其余32套正在施工            65 + 32 ≠ 107 (the target)        ✗
 *     2230+920=3250个                  3150 ≠ 3250                      ✗
 *     办理1432件，其中民事1120件、刑事305件、行政6件                    ✗ (1431: too near to be a list of some)
 *     下分 by stage (7个完工，3个开工)     –                                not parts of a total
 */
export function partsMismatch(known: TextContext, figures: readonly NarrativeFigure[]): NarrativeFinding[] {
  const exact = figures.filter(
    (figure) => figure.value !== null && figure.measure !== '%' && (figure.role === 'progress' || figure.role === 'context'),
  )
  return [...areaParts(known, exact), ...kindParts(known, exact), ...remainders(known, exact), ...writtenSums(known, exact)]
}

/** 2230+920=3250个 */
const writtenSums = ({ text: words }: TextContext, figures: readonly NarrativeFigure[]): NarrativeFinding[] =>
  wrongSums(narrow(words)).flatMap(({ sum, total, totalAt }) => {
    const figure = figures.find(({ start, role }) => start === totalAt && role === 'progress')
    return figure?.indicator == null ? [] : [mismatch(figure.indicator, sum, total)]
  })

/** Figures of areas in a row, against the total before or behind them. */
function areaParts(known: TextContext, figures: readonly NarrativeFigure[]): NarrativeFinding[] {
  const own = Map.groupBy(
    figures.filter((figure) => figure.role === 'progress' && figure.indicator !== null),
    (figure) => figure.indicator ?? '',
  )
  return [...own].flatMap(([indicator, all]) =>
    runsOfAreas(all).flatMap(({ run, before, after }) => {
      if (run.length < 2 || run.some((figure) => figure.approx)) return []
      const sum = sumOf(run)
      const [total, ...others] = [before, after].filter((figure) => figure !== undefined && isTotalOf(run, figure))
      if (!total || [total, ...others].some((figure) => figure?.value === sum) || namesSome(known, run, sum, total.value ?? 0)) return []
      return [mismatch(indicator, sum, total.value ?? 0)]
    }),
  )
}

interface RunOfAreas {
  readonly run: readonly NarrativeFigure[]
  readonly before: NarrativeFigure | undefined
  readonly after: NarrativeFigure | undefined
}

/** The figures in a row that name an area each, another one each time; the figure that ends a row begins no other. */
function runsOfAreas(all: readonly NarrativeFigure[]): RunOfAreas[] {
  const runs: RunOfAreas[] = []
  for (let i = 0; i < all.length; i++) {
    const start = i
    const names = new Set<string>()
    for (let name = all[i]?.areaName; name != null && !names.has(name); name = all[++i]?.areaName) names.add(name)
    if (i > start) runs.push({ run: all.slice(start, i), before: all[start - 1], after: all[i] })
  }
  return runs
}

/** An exact figure of the same measure without an area, near and no smaller than any part. */
const isTotalOf = (run: readonly NarrativeFigure[], figure: NarrativeFigure): boolean =>
  figure.areaName === null &&
  figure.measure === run[0]?.measure &&
  !figure.approx &&
  run.every(({ value }) => (value ?? 0) <= (figure.value ?? 0)) &&
  Math.abs(figure.start - (run[0]?.start ?? 0)) < FARTHEST_TOTAL

const sumOf = (figures: readonly NarrativeFigure[]): number => figures.reduce((sum, { value }) => sum + (value ?? 0), 0)

/** 其中灵宝市198名、卢氏县141名: of the known areas half or fewer are named, and their sum falls short by more than a twentieth: the others have the rest. */
const namesSome = (known: TextContext, run: readonly NarrativeFigure[], sum: number, total: number): boolean =>
  run.every(({ area }) => area !== null) && run.length * 2 <= (known.areas?.length ?? 0) && (total - sum) * A_TWENTIETH > total

/** Parts of a kind (其中民事、刑事、行政): a list need not name all of them, so that only a sum that just misses is reported. */
function kindParts(known: TextContext, figures: readonly NarrativeFigure[]): NarrativeFinding[] {
  const findings: NarrativeFinding[] = []
  for (let i = 0; i < figures.length; i++) {
    const total = figures[i]
    if (total?.role !== 'progress' || total.approx || total.partOf !== null) continue
    const run = partsBehind(known, total, figures.slice(i + 1, i + 1 + LONGEST_RUN))
    if (run.length < 2 || run.every(({ areaName }) => areaName !== null)) continue
    if (justMisses(run, total.value ?? 0)) findings.push(mismatch(total.indicator ?? '', sumOf(run), total.value ?? 0))
    i += run.length
  }
  return findings
}

/** The parts that follow a total at once, up to the first figure of something else. */
function partsBehind(known: TextContext, total: NarrativeFigure, behind: readonly NarrativeFigure[]): NarrativeFigure[] {
  const run: NarrativeFigure[] = []
  let { end } = total
  for (const part of behind) {
    const own = part.partOf === 'total' && part.indicator === total.indicator && part.measure === total.measure && !part.approx
    if (!own || part.start - end > WIDEST_GAP || cuesOf(known.text.slice(end, part.start), '').kind !== 'undecided') break
    run.push(part)
    end = part.end
  }
  return run
}

/** By less than the smallest part and at most a twentieth: a part left out would miss by more. */
function justMisses(run: readonly NarrativeFigure[], total: number): boolean {
  const off = Math.abs(sumOf(run) - total)
  return off > 0 && off < Math.min(...run.map(({ value }) => value ?? 0)) && off * A_TWENTIETH <= total
}

/** What is done and what remains, against the target or another whole. */
function remainders(known: TextContext, figures: readonly NarrativeFigure[]): NarrativeFinding[] {
  const findings: NarrativeFinding[] = []
  for (const { indicator } of known.all) {
    const { target } = indicator
    if (!target || indicator.kind !== 'count' || target.op === '<=') continue
    const kinds = figures.filter((figure) => figure.measure !== null && isSameMeasure(figure.measure, target.measure))
    const rest = kinds.find((figure) => isRest(known, figure, indicator.id))
    if (!rest || rest.approx) continue
    const parts = kinds
      .filter((figure) => figure !== rest && figure.value !== null && isPartOfWhole(figure, indicator.id, target.value))
      .slice(0, MOST_SUMMED)
    if (parts.length === 0 || parts.some((figure) => figure.approx)) continue
    const wholes = new Set([target.value, ...kinds.filter((figure) => figure !== rest).map((figure) => figure.value ?? 0)])
    const sums = subsetSums(parts.map((figure) => figure.value ?? 0))
    if (sums.some((sum) => wholes.has(asScaled((sum + (rest.value ?? 0)) % SCALED_LIMIT)))) continue
    const sum = (parts[0]?.value ?? 0) + (rest.value ?? 0)
    // 其余19个 of an area are the rest of its own task, which the text need not state
    const isOfTarget = rest.reason === 'remaining' || (rest.areaName === null && Math.abs(target.value - sum) * A_FIFTH <= target.value)
    if (isOfTarget) findings.push(mismatch(indicator.id, sum, target.value))
  }
  return findings
}

/** 剩余8座, and 其余32套正在施工, which are progress of their own. */
const isRest = ({ text: words }: TextContext, { reason, stageWords, indicator, start }: NarrativeFigure, own: string): boolean =>
  (reason === 'remaining' && RESTS.test(stageWords ?? '')) || (indicator === own && OTHERS.test(words.slice(Math.max(0, start - 4), start)))

/** Figures that can make up a whole with a remainder: the indicator's own, and batches arranged for it. */
const isPartOfWhole = (figure: NarrativeFigure, indicator: string, target: number): boolean =>
  (figure.indicator === indicator || (figure.role === 'context' && (figure.reason === 'planned' || figure.reason === 'remaining'))) &&
  (figure.value ?? 0) < target

/** The sums of every selection of the values but none. */
const subsetSums = (values: readonly number[]): number[] =>
  values.reduce<number[]>((sums, value) => sums.concat(sums.map((sum) => sum + value)), [0]).slice(1)

const mismatch = (indicator: string, sum: number, whole: number): NarrativeFinding => ({
  code: 'TEXT_PARTS_MISMATCH',
  indicator,
  params: { sum: text(sum), whole: text(whole) },
})
const text = (value: number): string => (Math.abs(value) < SCALED_LIMIT ? decimalFromScaled(asScaled(value)) : String(value))

const LONGEST_RUN = 40
/** Of a total: what a missing part would be more than. */
const A_TWENTIETH = 20
const A_FIFTH = 5
/** Characters between a total and its parts, and between these. */
const WIDEST_GAP = 24
/** Characters between a row of areas and its total. */
const FARTHEST_TOTAL = 600
/** All sums of eight figures are 255. */
const MOST_SUMMED = 8
const OTHERS = /其余(?:的|共)?$/
const RESTS = /剩余|剩下|余下|尚余|还剩/
