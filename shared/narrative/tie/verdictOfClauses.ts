import { oncePer } from '../../base/oncePer.ts'
import type { TextContext } from '../clauses/contextOfText.ts'
import type { Clause } from '../clauses/segments.ts'
import { cuesOf, UNDECIDED } from '../words/figureRole.ts'
import type { ReadingState } from './readingState.ts'

/** Brings the state over the clauses without a figure up to clause `to`: what they say holds for the figures behind them. */
export function verdictOfClauses(known: TextContext, state: ReadingState, to: number): ReadingState {
  let { verdict, heading } = state
  const words = wordsOfAll(known.all)
  for (let i = Math.max(state.clause + 1, to - FARTHEST_CLAUSE); i <= to; i++) {
    const clause = known.clauses[i]
    const before = known.clauses[i - 1]
    if (!clause) continue
    if (before && clause.sentence !== before.sentence) {
      if (!opensLines(known, before)) verdict = UNDECIDED
      heading = UNDECIDED
    }
    if (i === to) continue
    const own = cuesOf(known.text.slice(clause.start, Math.min(clause.end, clause.start + LONGEST_CLAUSE)), words)
    if (own.kind !== 'undecided' && own.reason !== 'comparison') verdict = own
    if (/[：:]/.test(clause.mark) && clause.end - clause.start <= LONGEST_HEADING) heading = own
  }
  return { ...state, verdict, heading, clause: to }
}

const wordsOfAll = oncePer((all: TextContext['all']): string => all.map((each) => each.words).join('\n'))

/** What a line that ends in a colon says holds for the lines below it. */
const opensLines = (known: TextContext, before: Clause): boolean =>
  before.mark === '\n' && before.end === before.start && known.text.charAt(before.start - 1) === '：'

/** Bounds that keep the reading linear: what is further off hardly ever is about the figure. */
const FARTHEST_CLAUSE = 6
const LONGEST_CLAUSE = 60
/** 摸底排查情况：; a longer clause before a colon is a sentence. */
const LONGEST_HEADING = 12
