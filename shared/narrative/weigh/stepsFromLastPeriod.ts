import type { TextContext } from '../clauses/contextOfText.ts'
import type { CountedFigure } from '../tie/readingState.ts'
import { type Claim, WEIGHTS } from './evidence.ts'

/** Last period's figure and what was added make the figure of now: 12座 were reported, 新建3座，已建成15座: 3座 is this period's own. */
export function stepsFromLastPeriod(known: TextContext, figures: readonly CountedFigure[]): readonly Claim[] {
  return (known.before ?? []).flatMap(({ indicator: id, cumulative }) => {
    const own = figures.filter(({ role, indicator, value }) => role === 'progress' && indicator === id && value !== null)
    const values = new Set<number | null>(own.map(({ value }) => value))
    return own.flatMap((figure) => {
      const { value } = figure
      const isStep = cumulative > 0 && value !== null && value > 0 && values.has(value + cumulative)
      return isStep ? [{ figure, meaning: { leftOut: 'increment' }, weight: WEIGHTS.step } satisfies Claim] : []
    })
  })
}
