import type { FoundQuantity } from '../quantity/findQuantities.ts'
import type { TextContext } from './contextOfText.ts'
import type { FigurePlace } from './segments.ts'

/** What the sentence speaks of before a figure: its own clause first, then the earlier ones, the nearest first. */
export function topicsOf(known: TextContext, place: FigurePlace, at: number): string[] {
  const own = known.clauses[place.clause]
  if (!own) return []
  const topics = [known.text.slice(Math.max(own.start, at - REACH), at)]
  for (let i = place.clause - 1; i >= 0 && place.clause - i <= FAR; i--) {
    const clause = known.clauses[i]
    if (!clause || clause.sentence !== own.sentence) break
    topics.push(known.text.slice(clause.start, Math.min(clause.end, clause.start + REACH)))
  }
  return topics
}

/** The words behind a figure and, where a bracket without digits follows at once, what it says (30个（正在施工）). */
export function bracketBehind(known: TextContext, place: FigurePlace): string {
  const own = known.clauses[place.clause]
  const next = known.clauses[place.clause + 1]
  if (place.shared || !own || !next || next.host !== place.clause || place.post.length > 8) return place.post
  const words = known.text.slice(next.start, Math.min(next.end, next.start + 24))
  return /\d/.test(words) ? place.post : `${place.post}${words}`
}

/** The words before a figure; in “A、B分别完成3个、5个” those of its own place in the list. */
export function respectiveWords(known: TextContext, found: FoundQuantity, place: FigurePlace): string {
  const clause = known.clauses[place.clause]
  const words = clause ? known.text.slice(Math.max(clause.start, found.at - 2 * REACH), found.at) : ''
  const at = words.lastIndexOf('分别')
  if (at < 0) return place.pre
  const subjects = words.slice(0, at).split(/[、和及与]|以及/)
  const behind = words.slice(at + 2)
  const index = (behind.match(/[\d一二三四五六七八九十][^\d、和及与]*[、和及与]/g) ?? []).length
  const subject = subjects[index]
  return subjects.length < 2 || subject === undefined ? place.pre : `${subject}${/^[^\d、]*/.exec(behind)?.[0] ?? ''}`
}

const REACH = 60
const FAR = 10
