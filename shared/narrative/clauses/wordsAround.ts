import type { FoundFigure } from '../../quantity/findQuantities.ts'
import { mostOverlapping } from '../words/taskWords.ts'
import type { TextContext } from './contextOfText.ts'
import type { FigurePlace } from './segments.ts'

/** What the sentence is about before a figure: its own clause first, then the earlier ones, the nearest first. */
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
export function respectiveWords(known: TextContext, found: FoundFigure, place: FigurePlace): string {
  const clause = known.clauses[place.clause]
  const words = clause ? known.text.slice(Math.max(clause.start, found.at - 2 * REACH), found.at) : ''
  const at = words.lastIndexOf('分别')
  if (at < 0) return place.pre
  const subjects = words.slice(0, at).split(/[、和及与]|以及/)
  const behind = words.slice(at + 2)
  // As many figures as come before it between 分别 and it: its own place in the list.
  const index = (behind.match(/[\d一二三四五六七八九十][^\d、和及与]*[、和及与]/g) ?? []).length
  const own = subjects.length >= 2
  const subject = own ? subjects[index] : earlierSubjects(known, place)[index]
  return subject === undefined ? place.pre : `${own ? '' : words.slice(0, at)}${subject}${/^[^\d、]*/.exec(behind)?.[0] ?? ''}`
}

/** 宫颈癌、乳腺癌筛查任务均为4.4万人，累计分别完成…: the subjects of the clauses before, where each is another indicator's. */
function earlierSubjects(known: TextContext, place: FigurePlace): readonly string[] {
  for (let i = place.clause - 1; i >= 0 && place.clause - i <= 4; i--) {
    const clause = known.clauses[i]
    const words = clause ? known.text.slice(clause.start, Math.min(clause.end, clause.start + REACH)) : ''
    const subjects = (/^[^\d]*/.exec(words)?.[0] ?? '').split(/[、和及与]/)
    const meant = subjects.map((subject) => mostOverlapping(subject, known.all, ENOUGH))
    if (subjects.length >= 2 && !meant.includes(null) && new Set(meant).size === meant.length) return subjects
  }
  return []
}

/** In characters; unbounded words would make the reading quadratic. */
const REACH = 60
/** In clauses. */
const FAR = 10
/** Nearly one pair of characters that no other indicator has. */
const ENOUGH = 0.9
