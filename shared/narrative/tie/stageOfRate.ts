import { HUNDRED_PERCENT } from '../../quantity/percent.ts'
import type { TextContext } from '../clauses/contextOfText.ts'
import { PARTS_OF_WORK } from '../lexicon/percentWords.ts'
import { figureAt } from './figureAt.ts'
import type { CountedFigure } from './readingState.ts'

/**
 * Progress without a stage, of which the next words say how far the work is: （32套）已完成总工程量的90% is under way. All of it
 * (100%), or a figure with a stage of its own, stays as it is.
 */
export const stageOfRate = (known: TextContext, figures: readonly CountedFigure[]): CountedFigure[] =>
  figures.map((figure) => {
    const rate = figure.role === 'progress' && figure.progressStage === null ? rateBehind(known, figure) : undefined
    return rate === undefined ? figure : { ...figure, progressStage: 'building', stage: 'in_progress', stageWords: rate }
  })

/** The words of a rate of work behind a figure, with nothing but the end of a bracket or clause between. */
function rateBehind({ found, places, text }: TextContext, { end }: CountedFigure): string | undefined {
  const at = figureAt(found, end)
  const [rate, place] = [found[at], places[at]]
  if (!rate || !place || rate.quantity.measure !== '%' || rate.quantity.value >= HUNDRED_PERCENT) return undefined
  const words = text.slice(end, rate.at)
  if (!CLOSE.test(words) || !(OF_WORK.test(words) || PARTS_OF_WORK.pattern.test(words))) return undefined
  return text.slice(end, rate.end).replace(/^[）)，,\s]+/, '')
}

const OF_WORK = /工程量|工程进度|形象进度/
/** Of the figure itself: no other thing is named in between. */
const CLOSE = /^[）)]?[，,]?(?:现|目前)?已?(?:完成)?[^，。；、（）\d]{1,12}$/
