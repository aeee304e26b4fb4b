import type { TextContext } from '../clauses/contextOfText.ts'
import { HOLDERS } from '../lexicon/holderWords.ts'
import { headNoun } from '../tie/otherNouns.ts'
import type { CountedFigure } from '../tie/readingState.ts'
import { type Claim, WEIGHTS } from './evidence.ts'

/**
 * 开工项目21个、座席3860个: what holds the things that an indicator counts, named just before a figure of the things
 * themselves, is not one of them.
 */
export function holdersOfThings(known: TextContext, figures: readonly CountedFigure[]): readonly Claim[] {
  return figures.flatMap((figure, i) => {
    const things = figures[i + 1]
    if (!things || !isHolder(figure, things) || !isNear(known, figure, things)) return []
    return [{ figure, meaning: { leftOut: 'other_object' as const }, weight: WEIGHTS.container }]
  })
}

function isHolder({ role, words, pre, measure }: CountedFigure, things: CountedFigure): boolean {
  if (role !== 'progress' || !words || things.words !== words || things.measure !== measure) return false
  const head = headNoun(words.indicator.name)
  const holder = HOLDERS.pattern.exec(pre)?.[0]
  return holder !== undefined && !words.indicator.name.endsWith(holder) && !holder.includes(head) && things.pre.includes(head)
}

/** In the same part of the sentence, one clause on at most. */
const isNear = ({ clauses }: TextContext, one: CountedFigure, other: CountedFigure): boolean =>
  other.clause - one.clause <= 1 && clauses[one.clause]?.part === clauses[other.clause]?.part
