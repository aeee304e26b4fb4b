import type { FoundFigure } from '../../quantity/findQuantities.ts'
import type { TextContext } from '../clauses/contextOfText.ts'
import type { Clause, FigurePlace } from '../clauses/segments.ts'
import { bracketBehind, respectiveWords } from '../clauses/wordsAround.ts'
import { MONEY_WORDS } from '../lexicon/numberWords.ts'
import type { ReadingState } from './readingState.ts'

/** A figure where it is in its text: what all rules about figures ask. */
export interface FigureInText {
  readonly known: TextContext
  readonly found: FoundFigure
  readonly place: FigurePlace
  readonly clause: Clause | undefined
  /** As written, 元 for sums without one; null where it has none. */
  readonly measure: string | null
  /** The words before it that belong to it: its own ones of a list (A、B分别完成3个、5个), its column's heading in a table. */
  readonly pre: string
  /** The words behind it, with those of a bracket that follows at once. */
  readonly post: string
  readonly state: ReadingState
}

/** A figure with its words, `state` being what the figures before it leave. */
export function figureInText(known: TextContext, i: number, state: ReadingState): FigureInText | undefined {
  const found = known.found[i]
  const place = known.places[i]
  if (!found || !place) return undefined
  return {
    known,
    found,
    place,
    clause: known.clauses[place.clause],
    measure: found.quantity.measure ?? moneyOf(found, place),
    pre: place.heading ?? respectiveWords(known, found, place),
    post: bracketBehind(known, place),
    state,
  }
}

/** 2.95亿, 897万 next to words of money are 元. */
const moneyOf = (found: FoundFigure, place: FigurePlace): string | null =>
  found.quantity.measure === null && found.quantity.scale > 1 && MONEY_WORDS.pattern.test(place.pre) ? '元' : null

/** The part of its sentence (up to ；) that a clause belongs to. */
export const partOf = ({ known }: FigureInText, clause: number): number | undefined => known.clauses[clause]?.part
