import { judgePercent } from '../../quantity/percent.ts'
import type { TextContext } from '../clauses/contextOfText.ts'
import type { RoleReason } from '../words/claims.ts'
import { CLOSENESS, isSameMeasure, measureCloseness } from '../words/measureCloseness.ts'
import type { IndicatorWords } from '../words/taskWords.ts'
import { figureAt } from './figureAt.ts'
import type { CountedFigure } from './readingState.ts'

/**
 * Figures whose words name another object, and that the text itself proves to count: the percentage behind them fits
 * figure ÷ target (已上岗3874人，占年度任务的96.9%), or they add up exactly to a figure that counts.
 */
export function provenFigures(known: TextContext, figures: readonly CountedFigure[]): CountedFigure[] {
  const proven = new Map<CountedFigure, IndicatorWords>()
  for (const figure of figures) {
    if (figure.reason !== 'other_object') continue
    const words = byPercent(known, figure)
    if (words) proven.set(figure, words)
  }
  figures.forEach((total, i) => {
    const words = total.role === 'progress' ? total.words : restatedBy(known, total)
    if (!words) return
    for (const step of total.role === 'progress' ? [-1, 1] : [1])
      for (const part of partsOf(figures, i, step)) if (UNTIED.has(part.reason)) proven.set(part, words)
  })
  return figures.map((figure) => {
    const words = proven.get(figure)
    return words ? { ...figure, role: 'progress', reason: 'counts_object', indicator: words.indicator.id, words } : figure
  })
}

/** The indicator whose target a figure repeats. */
const restatedBy = (known: TextContext, { reason, value, measure }: CountedFigure): IndicatorWords | null =>
  reason === 'planned' || reason === 'restated_target'
    ? (known.all.find(
        ({ indicator: { kind, target } }) => kind === 'count' && target?.value === value && isSameMeasure(measure, target.measure),
      ) ?? null)
    : null

function byPercent(known: TextContext, figure: CountedFigure): IndicatorWords | null {
  const stated = STATED.exec(known.text.slice(figure.end, figure.end + 40))?.[1]
  if (stated === undefined) return null
  const decimals = stated.includes('.') ? stated.length - stated.indexOf('.') - 1 : 0
  const percent = nextPercent(known, figure.end)
  // A whole percentage fits too many targets by chance to prove anything.
  if (!percent || decimals === 0) return null
  const fitting = known.all.filter(({ indicator: { kind, target } }) => {
    if (kind !== 'count' || !target || measureCloseness(figure.measure, target.measure) === CLOSENESS.different) return false
    return judgePercent(percent.value, percent.decimals, figure.value ?? percent.value, target.value) === 'right'
  })
  // One that fits two targets proves neither.
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** The next figure behind a place, where it is a percentage. */
function nextPercent(known: TextContext, from: number): (typeof known.found)[number]['quantity'] | undefined {
  const next = known.found[figureAt(known.found, from)]
  return next?.quantity.measure === '%' ? next.quantity : undefined
}

/** The neighbours on one side that add up exactly to a figure: at least two, of its measure, in the same paragraph. */
function partsOf(figures: readonly CountedFigure[], at: number, step: number): CountedFigure[] {
  const total = figures[at]
  const parts: CountedFigure[] = []
  let sum = 0
  let skipped = 0
  for (let i = at + step; parts.length < MOST; i += step) {
    const part = figures[i]
    // Figures of another measure may come between the parts: 灵宝市8所、1200人，卢氏县9所.
    if (total && part && part.measure !== total.measure && skipped++ < 3) continue
    if (!total || !part || part.measure !== total.measure || part.value === null || (part.role !== 'progress' && !UNTIED.has(part.reason)))
      return []
    parts.push(part)
    sum += part.value
    if (parts.length >= 2 && sum === total.value) return parts
    if (sum > (total.value ?? 0)) return []
  }
  return []
}

/** Left out only because the words next to them are about something else. */
const UNTIED: ReadonlySet<RoleReason> = new Set(['other_object', 'beneficiaries'])
/** 占年度任务的96.9%, 完成率为84%: the percentage behind a figure. */
const STATED = /^[^。；\d]{0,20}?(?:占|完成|率|为)[^。；\d]{0,12}?(\d+(?:\.\d+)?)\s?[%％]/
/** More parts than any list of areas or kinds has. */
const MOST = 20
