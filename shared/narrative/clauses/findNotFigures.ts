import { scaledFromDecimal } from '../../quantity/scaled.ts'
import { QUALIFYING_MEASURES } from '../lexicon/numberWords.ts'
import type { NarrativeFigure, NotFigure, StatedPercent } from '../words/claims.ts'
import type { TextContext } from './contextOfText.ts'

/** The digits of a text that were not read as a figure, each with the kind of name, number or date that it belongs to. */
export function findNotFigures(known: TextContext, figures: readonly NarrativeFigure[], percents: readonly StatedPercent[]): NotFigure[] {
  const { text } = known
  const targets = new Set(known.all.map(({ indicator }) => indicator.target?.value))
  const taken = [...figures, ...percents].map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start)
  const found: NotFigure[] = []
  let next = 0
  for (const match of text.matchAll(DIGITS)) {
    const start = match.index ?? 0
    while (next < taken.length && (taken[next]?.end ?? 0) <= start) next++
    const figure = taken[next]
    // Digits inside a figure or a percentage.
    if (figure && figure.start <= start) continue
    const raw = match[0]
    const before = text.slice(Math.max(0, start - 2), start)
    const after = text.slice(start + raw.length, start + raw.length + 3)
    const why = whyOf(raw, before, after)
    // 任务7000 only repeats what was promised.
    const isTarget = why === 'unexplained' && OF_TARGET.test(before) && targets.has(scaledFromDecimal(raw))
    found.push({ raw: `${raw}${/^[年月日号G期楼岁]/.exec(after)?.[0] ?? ''}`, start, why: isTarget ? 'qualifier' : why })
  }
  return found
}

/** The first that fits: numbers of documents and ordinals by what precedes, years and dates by what follows. */
function whyOf(raw: string, before: string, after: string): NotFigure['why'] {
  if (/[〔[（(]$/.test(before) && /^[〕\])）]/.test(after)) return 'document'
  if (/[〕\]]$/.test(before)) return 'document'
  if (/第$/.test(before)) return 'ordinal'
  if (raw.length >= 7 && /^[0-9-]+$/.test(raw)) return 'phone'
  if (/^年/.test(after) || /^(?:19|20)\d\d$/.test(raw)) return 'year'
  if (/^[月日]/.test(after) || /[-/.]/.test(raw)) return 'date'
  if (/^[、.．)）]/.test(after) && !/[\u4e00-\u9fa5]$/.test(before)) return 'numbering'
  if (/^[期]/.test(after)) return 'ordinal'
  if (QUALIFYING_MEASURES.pattern.test(after)) return 'qualifier'
  return isUnexplained(before, after) ? 'unexplained' : 'name'
}

/** 实际57。, 陕州区800，, 2230+920: a number between words and the end of their clause, without a measure. */
const isUnexplained = (before: string, after: string): boolean =>
  (/[\u4e00-\u9fa5：:]\s?$/.test(before) && ENDS_CLAUSE.test(after)) || /[+＋]\s?$/.test(before) || /^\s?[+＋]\s?\d/.test(after)
const OF_TARGET = /[务标划数为]\s?$/
const ENDS_CLAUSE = /^\s*(?:[，。；,;、]|$)/

/** A run with points, hyphens and slashes is one number: 2021-05-26, 0398-2816. */
const DIGITS = /\d[\d.\-/]*/g
