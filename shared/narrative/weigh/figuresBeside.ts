import { SCALE } from '../../quantity/scaled.ts'
import type { TextContext } from '../clauses/contextOfText.ts'
import type { CountedFigure } from '../tie/readingState.ts'
import { CLOSENESS, measureCloseness } from '../words/measureCloseness.ts'
import { type Claim, WEIGHTS } from './evidence.ts'

/** The figure that the row's own column shows for an indicator, where one figure of the text alone is the same. */
export function figuresBeside(known: TextContext, figures: readonly CountedFigure[]): readonly Claim[] {
  return (known.beside ?? []).flatMap(({ indicator: id, cumulative }) => {
    const words = known.all.find(({ indicator }) => indicator.id === id)
    const measure = words?.indicator.target?.measure
    if (!words || measure === undefined || cumulative === 0) return []
    const same = figures.filter((figure) => figure.value === cumulative && measureCloseness(figure.measure, measure) > CLOSENESS.different)
    const [figure, ...others] = same
    if (!figure || others.length > 0) return []
    const weight = cumulative >= LONG ? WEIGHTS.longFigureBeside : WEIGHTS.shortFigureBeside
    return [{ figure, meaning: { counts: words }, weight } satisfies Claim]
  })
}

/** Of three digits. */
const LONG = 100 * SCALE
