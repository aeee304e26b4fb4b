import type { TextContext } from '../clauses/contextOfText.ts'
import type { RoleReason } from '../words/claims.ts'
import { figureCounts } from '../words/stages.ts'
import { figureAt } from './figureAt.ts'
import type { CountedFigure } from './readingState.ts'

/**
 * A whole without a stage of its own, whose parts are at several stages of which one does not count, says how much there is
 * and not how much is done: it is context, and the parts at a stage that counts are figures of their own.
 *
 *     合计107套，其中竣工32套、在建75套            107套 is divided, 32套 counts
 *     竣工32套、在建75套，合计107套               the same
 *     共107套：竣工32套，主体封顶40套，未开工35套    the same
 *     周转宿舍107套，其中竣工32套                 the same: the finished ones are told apart
 *     合计107套，占100%，其中竣工32套             107套 counts, since its percentage is stated
 *     渑池县竣工62套、卢氏县竣工45套，合计107套      all of it counts
 */
export function wholesOfStages(known: TextContext, figures: readonly CountedFigure[]): CountedFigure[] {
  const divided = new Set<CountedFigure>()
  const counted = new Set<CountedFigure>()
  figures.forEach((whole, i) => {
    const next = figures[i + 1]
    if (next && isRestated(whole) && isFinishedPart(known, whole, next)) counted.add(next)
    if (!isWholeWithoutStage(known, whole)) return
    const finished = next && isFinishedPart(known, whole, next) ? [next] : []
    // What comes behind its parts says that it is their sum.
    const sides = TOTAL.test(whole.pre) ? [1, -1] : [1]
    const parts = sides.map((step) => partsOf(known, figures, i, step)).find((some) => some.some(isBehind)) ?? finished
    if (parts.length === 0) return
    divided.add(whole)
    for (const part of parts) if (!isBehind(part) && part.areaName === null) counted.add(part)
  })
  return figures.map((figure) => {
    if (divided.has(figure)) return { ...figure, role: 'context', reason: 'restated_target', indicator: null }
    return counted.has(figure) ? { ...figure, partOf: null } : figure
  })
}

/** Progress that names no stage, and of which no percentage is stated. */
function isWholeWithoutStage({ found }: TextContext, { role, words, value, progressStage, approx, pre, end }: CountedFigure): boolean {
  if (role !== 'progress' || !words || value === null || progressStage !== null || approx || DONE.test(pre)) return false
  return found[figureAt(found, end)]?.quantity.measure !== '%'
}

/** The neighbours on one side that add up to the whole: at least two, of its measure, in its sentence. */
function partsOf(known: TextContext, figures: readonly CountedFigure[], at: number, step: number): readonly CountedFigure[] {
  const whole = figures[at]
  const parts: CountedFigure[] = []
  let sum = 0
  for (let i = at + step; whole && Math.abs(i - at) <= MOST; i += step) {
    const part = figures[i]
    if (!part || part.value === null || sentenceOf(known, part) !== sentenceOf(known, whole)) return []
    if (part.measure !== whole.measure) continue
    if (part.role === 'progress' ? part.words !== whole.words : !NOT_DONE.has(part.reason)) return []
    parts.push(part)
    sum += part.value
    if (parts.length > 1 && sum === whole.value) return parts
    if (sum >= (whole.value ?? 0)) return []
  }
  return []
}

/** 周转宿舍107套，其中竣工32套: the next figure, named as the part that is finished. */
function isFinishedPart(known: TextContext, whole: CountedFigure, part: CountedFigure): boolean {
  const isOfWhole =
    part.measure === whole.measure && (part.value ?? 0) < (whole.value ?? 0) && sentenceOf(known, part) === sentenceOf(known, whole)
  return isOfWhole && part.role === 'progress' && (whole.words ?? part.words) === part.words && FINISHED.test(part.pre) && !isBehind(part)
}

const isRestated = ({ reason }: CountedFigure): boolean => reason === 'restated_target' || reason === 'planned'

/** At no stage that counts. */
const isBehind = (part: CountedFigure): boolean => part.role !== 'progress' || (part.words !== null && !figureCounts(part, part.words))

const sentenceOf = ({ clauses }: TextContext, { clause }: CountedFigure): number | undefined => clauses[clause]?.sentence

/** Left out because it is not done. */
const NOT_DONE: ReadonlySet<RoleReason> = new Set(['remaining', 'prepared', 'planned'])
/** The words of a part that is finished, where its whole is not said to be. */
const FINISHED = /^其中[^，。；]{0,6}(?:竣工|完工|建成)$/
const TOTAL = /[共总合]|小计/
/** 已亮灯3座: something was done to all of it, by whatever verb. */
const DONE = /[已均了]|全部/
/** More figures than any list of stages or areas has. */
const MOST = 20
