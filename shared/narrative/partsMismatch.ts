import { asScaled, decimalFromScaled, SCALED_LIMIT } from '../quantity/scaled.ts'
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
 *     办理1432件，其中民事1120件、刑事305件、行政6件                    ✗ (1431: too near to be a list of some)
 *     下分 by stage (7个完工，3个开工)     –                                no parts of a total
 */
export function partsMismatch(known: TextContext, figures: readonly NarrativeFigure[]): NarrativeFinding[] {
  const exact = figures.filter(
    (figure) => figure.value !== null && figure.measure !== '%' && (figure.role === 'progress' || figure.role === 'context'),
  )
  return [...areaParts(known, exact), ...kindParts(known, exact), ...remainders(known, exact)]
}

function areaParts(known: TextContext, figures: readonly NarrativeFigure[]): NarrativeFinding[] {
  const findings: NarrativeFinding[] = []
  const own = Map.groupBy(
    figures.filter((figure) => figure.role === 'progress' && figure.indicator !== null),
    (figure) => figure.indicator ?? '',
  )
  for (const [indicator, all] of own) {
    for (let i = 0; i < all.length; i++) {
      if (all[i]?.areaName === null) continue
      const run: NarrativeFigure[] = []
      const names = new Set<string>()
      while (i < all.length && all[i]?.areaName != null && !names.has(all[i]?.areaName ?? '')) {
        names.add(all[i]?.areaName ?? '')
        run.push(all[i++] as NarrativeFigure)
      }
      const before = all[i - run.length - 1]
      const after = all[i]
      if (run.length < 2 || run.some((figure) => figure.approx)) continue
      const sum = run.reduce((total, figure) => total + (figure.value ?? 0), 0)
      const totals = [before, after].filter(
        (figure) =>
          figure !== undefined &&
          figure.areaName === null &&
          figure.measure === run[0]?.measure &&
          !figure.approx &&
          run.every(({ value }) => (value ?? 0) <= (figure.value ?? 0)),
      )
      const near = totals.filter((figure) => figure && Math.abs(figure.start - (run[0]?.start ?? 0)) < 600)
      if (near.length > 0 && !near.some((figure) => figure?.value === sum) && !namesSome(known, run, sum, near[0]?.value ?? 0)) {
        findings.push(mismatch(indicator, sum, near[0]?.value ?? 0))
      }
    }
  }
  return findings
}

/** 其中灵宝市198名、卢氏县141名: of the known areas half or fewer are named, and their sum falls well short: the others have the rest. */
const namesSome = (known: TextContext, run: readonly NarrativeFigure[], sum: number, total: number): boolean =>
  run.every(({ area }) => area !== null) && run.length * 2 <= (known.areas?.length ?? 0) && sum * 20 < total * 19

/** Parts of a kind (其中民事、刑事、行政): a list need not name all of them, so that only a sum that just misses is told. */
function kindParts(known: TextContext, figures: readonly NarrativeFigure[]): NarrativeFinding[] {
  const findings: NarrativeFinding[] = []
  for (let i = 0; i < figures.length; i++) {
    const total = figures[i]
    if (total?.role !== 'progress' || total.approx || total.partOf !== null) continue
    const run: NarrativeFigure[] = []
    let end = total.end
    for (let part = figures[i + 1]; part && run.length < LONGEST_RUN; part = figures[i + 1 + run.length]) {
      const own = part.partOf === 'total' && part.indicator === total.indicator && part.measure === total.measure && !part.approx
      if (!own || part.start - end > 24 || cuesOf(known.text.slice(end, part.start), '').kind !== 'undecided') break
      run.push(part)
      end = part.end
    }
    if (run.length < 2 || run.every(({ areaName }) => areaName !== null)) continue
    const sum = run.reduce((all, { value }) => all + (value ?? 0), 0)
    const off = Math.abs(sum - (total.value ?? 0))
    const least = Math.min(...run.map(({ value }) => value ?? 0))
    if (off > 0 && off < least && off * 20 <= (total.value ?? 0)) findings.push(mismatch(total.indicator ?? '', sum, total.value ?? 0))
    i += run.length
  }
  return findings
}

function remainders(known: TextContext, figures: readonly NarrativeFigure[]): NarrativeFinding[] {
  const findings: NarrativeFinding[] = []
  for (const { indicator } of known.all) {
    const { target } = indicator
    if (!target || indicator.kind !== 'count' || target.op === '<=') continue
    const kinds = figures.filter((figure) => figure.measure !== null && isSameMeasure(figure.measure, target.measure))
    const rest = kinds.find((figure) => figure.reason === 'remaining' && RESTS.test(figure.stageWords ?? ''))
    if (!rest || rest.approx) continue
    const parts = kinds
      .filter((figure) => figure !== rest && figure.value !== null && LIKELY(figure, indicator.id, target.value))
      .slice(0, 8)
    if (parts.length === 0 || parts.some((figure) => figure.approx)) continue
    const wholes = new Set([target.value, ...kinds.filter((figure) => figure !== rest).map((figure) => figure.value ?? 0)])
    const sums = subsetSums(parts.map((figure) => figure.value ?? 0))
    if (sums.some((sum) => wholes.has(asScaled((sum + (rest.value ?? 0)) % SCALED_LIMIT)))) continue
    findings.push(mismatch(indicator.id, (parts[0]?.value ?? 0) + (rest.value ?? 0), target.value))
  }
  return findings
}

/** Figures that can make up a whole with a remainder: the indicator's own, and batches arranged for it. */
const LIKELY = (figure: NarrativeFigure, indicator: string, target: number): boolean =>
  (figure.indicator === indicator || (figure.role === 'context' && (figure.reason === 'planned' || figure.reason === 'remaining'))) &&
  (figure.value ?? 0) < target

const subsetSums = (values: readonly number[]): number[] =>
  values.reduce<number[]>((sums, value) => sums.concat(sums.map((sum) => sum + value)), [0]).slice(1)

const mismatch = (indicator: string, sum: number, whole: number): NarrativeFinding => ({
  code: 'TEXT_PARTS_MISMATCH',
  indicator,
  params: { sum: text(sum), whole: text(whole) },
})
const text = (value: number): string => (Math.abs(value) < SCALED_LIMIT ? decimalFromScaled(asScaled(value)) : String(value))

const LONGEST_RUN = 40
const RESTS = /剩余|剩下|余下|尚余|还剩/
