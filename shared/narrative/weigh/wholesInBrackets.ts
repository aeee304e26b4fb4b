import type { TextContext } from '../clauses/contextOfText.ts'
import type { CountedFigure } from '../tie/readingState.ts'
import { isSameMeasure } from '../words/measureCloseness.ts'
import { type Claim, WEIGHTS } from './evidence.ts'

/**
 * The whole, in a bracket behind the words that name it, with what is done of it behind the bracket.
 *
 *     建成健身步道（60条）38条                          60条 is the target again
 *     健身器材（1500件，含上年结转210件）更新1108件       1500件, and 210件 with it
 *     建成健身步道38条（滨河12条、社区26条）              parts of the figure before the bracket
 *     健身步道已全部建成（60条）                         what is done: nothing of it follows
 */
export function wholesInBrackets(known: TextContext, figures: readonly CountedFigure[]): readonly Claim[] {
  return figures.flatMap((whole, i) => {
    const bracket = openedBy(known, whole)
    const before = figures[i - 1]?.clause
    if (bracket === undefined || before === bracket || before === whole.clause) return []
    const inside = figures.slice(i, i + MOST_IN_BRACKET).filter(({ clause }) => known.clauses[clause]?.host === bracket)
    const done = figures[i + inside.length]
    if (!done || !isPartBehind(known, whole, done)) return []
    return inside.map((figure) => ({ figure, meaning: { leftOut: 'restated_target' as const }, weight: WEIGHTS.wholeInBracket }))
  })
}

/** The clause that a bracket explains, where the figure is the first thing in the bracket. */
function openedBy({ clauses }: TextContext, { clause, pre }: CountedFigure): number | undefined {
  const host = clauses[clause]?.host ?? null
  return host !== null && host === clause - 1 && LEADS_WHOLE.test(pre) ? host : undefined
}

/** What follows the bracket in the same part of the sentence is of the whole's measure and no more than it. */
function isPartBehind({ clauses, text }: TextContext, whole: CountedFigure, done: CountedFigure): boolean {
  const [own, behind] = [clauses[whole.clause], clauses[done.clause]]
  if (!own || !behind || own.part !== behind.part || behind.host !== clauses[own.host ?? 0]?.host) return false
  const between = text.slice(whole.end, done.start)
  const goesOn = between.length <= FARTHEST && /^[^）)】\]]*[）)】\]][：:，,]?[^，。；、（(]*$/.test(between)
  return goesOn && done.measure !== null && isSameMeasure(whole.measure, done.measure) && (done.value ?? 0) <= (whole.value ?? 0)
}

/** 60条, 共24片, 任务100台. */
const LEADS_WHOLE = /^(?:共计?|合计|总计|总数|全年|年度|今年|全市|市定|省定)?(?:目标|任务|计划)?[数量]?(?:为|[：:])?$/
const MOST_IN_BRACKET = 12
/** In characters. */
const FARTHEST = 60
