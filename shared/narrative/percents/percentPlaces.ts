import type { TextContext } from '../clauses/contextOfText.ts'
import { percentLists } from '../clauses/percentLists.ts'
import type { FigurePlace } from '../clauses/segments.ts'
import { topicsOf } from '../clauses/wordsAround.ts'
import type { RoleReason } from '../words/claims.ts'
import { cuesOf } from '../words/figureRole.ts'
import { mostOverlapping } from '../words/taskWords.ts'
import type { PercentPlace } from './percentPlace.ts'

/**
 * The percentages of a text, in order, with their words. Those of a list (分别占71.8%、69.6%) have the words before the
 * first of them. `otherThings` are the places of figures that count nothing of the task.
 */
export function percentPlaces(known: TextContext, otherThings: ReadonlySet<number>): PercentPlace[] {
  return percentLists(known.found, known.text).flatMap((list) => {
    const own = list.flatMap((i) => placeOf(known, i, otherThings) ?? [])
    const [head] = own
    return own.map((place, i) => ({ ...place, pre: head?.pre ?? place.pre, left: head ? head.left : place.left, place: i, of: own.length }))
  })
}

/** One percentage by itself, as if it were in no list. */
function placeOf(known: TextContext, i: number, otherThings: ReadonlySet<number>): PercentPlace | undefined {
  const found = known.found[i]
  const words = known.places[i]
  const clause = words && known.clauses[words.clause]
  if (!found || !words || !clause) return undefined
  const before = known.found[i - 1]
  const { raw, value, decimals, approx } = found.quantity
  return {
    raw,
    start: found.at,
    end: found.end,
    value,
    decimals,
    approx: approx !== null,
    pre: words.heading ?? words.pre,
    post: words.post,
    topic: topicsOf(known, words, found.at).slice(0, 2).reverse().join(''),
    sentence: clause.sentence,
    place: 0,
    of: 1,
    behindFigure: !words.leads,
    behindMoney: isMoney(known, i - 1, words.clause),
    whole: words.leads ? null : (before?.quantity.value ?? null),
    behindOther: before !== undefined && otherThings.has(before.at),
    left: whyLeftOut(known, words),
  }
}

/** Why a percentage of this place is left out whatever its words say of it, or null. */
function whyLeftOut(known: TextContext, words: FigurePlace): RoleReason | null {
  // A row of a pasted table is one area's, unless it is the row of the total or an indicator's.
  if (words.heading !== undefined && !/合计|总计|全[市县区]/.test(words.pre) && !mostOverlapping(words.pre, known.all, NAMED))
    return 'share'
  if (known.carried[words.clause]) return 'carry_over'
  const { kind, reason } = cuesOf(words.pre, '')
  return kind === 'context' && (reason === 'earlier_period' || reason === 'comparison') ? reason : null
}

/** Figure `i` is money and is in the clause of a percentage or the one before it. */
function isMoney({ found, places }: TextContext, i: number, clause: number): boolean {
  const before = places[i]
  return before !== undefined && found[i]?.quantity.measure === '元' && clause - before.clause <= 1
}

/** Most of a pair of characters that no other indicator has. */
const NAMED = 0.9
