import type { Register } from '../../register/register.ts'
import { matchKey } from './matchKey.ts'
import { MATCH_WEIGHTS } from './matchWeights.ts'
import { subjectLexicon } from './subjectLexicon.ts'

/** Shorter texts (教育) have too few pairs to tell a title by. */
const SHORTEST_TITLE = 4

/**
 * The number of the register's category whose title the text is, with or without a number of its own (二、实施文化惠民工程,
 * 文化惠民工程); undefined where most of its words are others.
 */
export function categoryOf(register: Register, text: string): number | undefined {
  const key = matchKey(text.replace(/^[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．,，:：]?/u, ''))
  if (key.length < SHORTEST_TITLE) return undefined
  const lexicon = subjectLexicon(register)
  const query = lexicon.phrase(key)
  let best: { no: number; score: number } | undefined
  for (const category of lexicon.categories) {
    let common = 0
    for (const pair of query.pairs) if (category.title.pairs.has(pair)) common += lexicon.weigh(pair)
    const score = (2 * common) / (query.weight + category.title.weight)
    if (score >= MATCH_WEIGHTS.category && (!best || score > best.score)) best = { no: category.no, score }
  }
  return best?.no
}
