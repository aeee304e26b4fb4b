import { YEAR_TO_DATE } from '../lexicon/timeWords.ts'
import { cuesOf } from '../words/figureRole.ts'
import { isListed, objectWords } from '../words/wording.ts'
import { STAGE_ALONE } from './areaOfFigure.ts'
import { type FigureInText, partOf } from './figureInText.ts'
import type { Tie } from './figureWords.ts'
import type { CountedFigure } from './readingState.ts'

/** 其中 … and what goes on with it, up to the sentence's end: parts of the figure before. */
export function isPart(figure: FigureInText): boolean {
  const { known, clause, measure, pre, state } = figure
  const { previous } = state
  if (/其中|本[月周期季]|当月|^(?:含|包括|包含)/.test(pre)) return true
  if (isInBracketOfFigure(figure)) return true
  // 本月14场，年初至今62场: the year up to now is no part of the month's.
  if (YEAR_TO_DATE.pattern.test(pre)) return false
  if (!previous?.isPart || !clause || partOf(figure, previous.clause) !== clause.part) return false
  const sameAct = previous.measure === measure && cuesOf(pre, '').kind === 'undecided'
  return sameAct || isListed(pre) || /^[、和及与]/.test(known.text.slice(previous.end, previous.end + 1))
}

/** 462名（行业176名，乡镇286名）: figures in a bracket just behind a figure are its parts. */
function isInBracketOfFigure({ known, clause, state: { previous } }: FigureInText): boolean {
  const host = clause?.host ?? null
  return host !== null && previous !== undefined && (previous.clause === host || known.clauses[previous.clause]?.host === host)
}

/**
 * What a figure is tied to with regard to the figures before it: a part whose own noun is no indicator's counts with its
 * whole; a figure that goes on with another object is that object's.
 */
export function tieWithFiguresBefore(figure: FigureInText, named: Tie, part: boolean): Tie {
  const { whole } = figure.state
  if (part && whole && isWithin(figure, whole) && (named.object === 'other' || (named.words !== whole.words && !named.strong)))
    return { words: whole.words, object: 'unnamed' }
  return named.object === 'unnamed' && goesOnWith(figure)?.object === 'other' ? { words: null, object: 'other' } : named
}

/** No larger than the whole and of its measure; where that is itself a part, many times it is still possible. */
const isWithin = ({ found, measure }: FigureInText, whole: CountedFigure): boolean =>
  whole.role === 'progress' &&
  whole.measure === measure &&
  found.quantity.value <= (whole.value ?? 0) * (whole.partOf ? MOST_TIMES_A_PART : 1)

/** 农村低保标准由377元提高至420元: the figure before, where this one is of the same measure without another noun. */
function goesOnWith(figure: FigureInText): CountedFigure | undefined {
  const { place, measure, pre, state } = figure
  const { previous } = state
  if (!previous || previous.measure !== measure) return undefined
  const near = place.leads ? listsItsStages(figure, previous) : previous.clause === place.clause
  return near && objectWords(pre.replace(/提高|提升|增加|降|至|到/g, '')).length === 0 ? previous : undefined
}

/** 危桥改造7座，开工5座，完工2座: the next clause goes on with another object by naming its stages. */
const listsItsStages = (figure: FigureInText, previous: CountedFigure): boolean =>
  figure.clause !== undefined &&
  partOf(figure, previous.clause) === figure.clause.part &&
  previous.reason === 'other_object' &&
  STAGE_ALONE.test(figure.place.pre)

const MOST_TIMES_A_PART = 50
