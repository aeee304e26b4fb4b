import type { TextContext } from '../clauses/contextOfText.ts'
import type { CountedFigure } from '../tie/readingState.ts'
import type { IndicatorWords } from '../words/taskWords.ts'
import { type Claim, WEIGHTS } from './evidence.ts'

/**
 * Of several indicators that a figure may count for, each promised for another district, the one that the rest of the text
 * is about: 会兴街道2个；湖滨街道1个, where 湖滨 is in the name of one of them.
 */
export function districtOfText(_: TextContext, figures: readonly CountedFigure[]): readonly Claim[] {
  const counted = new Set(figures.flatMap(({ role, words }) => (role === 'progress' && words ? [words] : [])))
  return figures.flatMap((figure) => {
    const { open } = figure
    if (open.length === 0 || open.some(({ area }) => area === null)) return []
    const only = onlyOne(open.filter((words) => counted.has(words)))
    return only ? [{ figure, meaning: { counts: only }, weight: WEIGHTS.district }] : []
  })
}

const onlyOne = (list: readonly IndicatorWords[]): IndicatorWords | undefined => (list.length === 1 ? list[0] : undefined)
