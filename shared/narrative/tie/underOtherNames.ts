import { isSameMeasure } from '../words/measureCloseness.ts'
import type { IndicatorWords } from '../words/taskWords.ts'
import type { CountedFigure } from './readingState.ts'

/** An indicator without a figure of its own name. */
interface Nameless {
  readonly figures: readonly CountedFigure[]
  readonly words: IndicatorWords
  /** A figure that counts for it by its measure alone. */
  readonly sibling: CountedFigure | undefined
  /** Figures that another indicator has taken. */
  readonly taken: ReadonlyMap<CountedFigure, IndicatorWords>
}

/**
 * An indicator without any figure, and a figure of its measure that was built or finished under a name that the register
 * does not use (长者饭堂 for 助餐服务点): it counts, with its parts.
 */
export function figuresUnderOtherNames(nameless: Nameless): CountedFigure[] {
  const { figures, words, sibling } = nameless
  const { target, kind } = words.indicator
  if (!target || kind !== 'count' || target.value === 0 || words.area !== null) return []
  const fits = (figure: CountedFigure) => canCount(nameless, figure) && isNearSibling(nameless, figure)
  const first = figures.findIndex((figure) => fits(figure) && hasStage(figure))
  if (first < 0) return []
  const found: CountedFigure[] = []
  for (const [offset, figure] of figures.slice(first).entries()) {
    const goesOn = offset === 0 || figure.partOf === 'total' || (sibling !== undefined && hasStage(figure))
    if (fits(figure) && goesOn) found.push(figure)
    else if (!sibling || offset >= MOST_BETWEEN) break
  }
  return found
}

/** Left out for its name alone, of the indicator's measure, and no more than a target that was well exceeded. */
function canCount({ words: { indicator }, taken }: Nameless, figure: CountedFigure): boolean {
  const { target } = indicator
  return (
    target !== null &&
    figure.reason === 'other_object' &&
    !taken.has(figure) &&
    isSameMeasure(figure.measure, target.measure) &&
    (figure.value ?? 0) <= target.value * 2
  )
}

/** Where the indicator has a figure without a name, others count only close to it and with words of their own. */
const isNearSibling = ({ sibling }: Nameless, figure: CountedFigure): boolean =>
  !sibling || (figure.measure === sibling.measure && Math.abs(figure.clause - sibling.clause) <= NEAR && figure.pre !== '')

/** Something was done: 受理 alone is no progress of another object. */
const hasStage = ({ progressStage }: CountedFigure): boolean => progressStage !== null && progressStage !== 'accepted'

/** In clauses. */
const NEAR = 3
/** Figures of other things between those of the nameless object. */
const MOST_BETWEEN = 4
