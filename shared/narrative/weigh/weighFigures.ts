import type { TextContext } from '../clauses/contextOfText.ts'
import type { CountedFigure } from '../tie/readingState.ts'
import type { RoleReason } from '../words/claims.ts'
import { overlapOf } from '../words/taskWords.ts'
import { districtOfText } from './districtOfText.ts'
import { type Claim, type Evidence, type Meaning, WORDS } from './evidence.ts'
import { figuresBeside } from './figuresBeside.ts'
import { holdersOfThings } from './holdersOfThings.ts'
import { percentFits } from './percentFits.ts'
import { stepsFromLastPeriod } from './stepsFromLastPeriod.ts'
import { wholesInBrackets } from './wholesInBrackets.ts'

const EVIDENCE: readonly Evidence[] = [wholesInBrackets, holdersOfThings, percentFits, figuresBeside, stepsFromLastPeriod, districtOfText]

/**
 * Weighs what the words next to a figure say against what the other figures of the text prove, once for each figure. Claims
 * to one meaning add up; the heaviest meaning is taken, and that of the words where no other is heavier.
 *
 *     words                          evidence                                  taken
 *     涉及居民2.38万户 (beneficiaries)  占59.5%, which is 2.38万 of the target      counts
 *     学位5400个 (two indicators)      占67.5% of the second's target             counts for the second
 *     幼儿园学位5400个                 the same                                  counts for the first: its words name it
 *     （60条）                        38条 of the same indicator behind it        the target again
 *     计划改造2.38万户                 占59.5%                                   planned
 */
export function weighFigures(known: TextContext, figures: readonly CountedFigure[]): CountedFigure[] {
  const claims = Map.groupBy(
    EVIDENCE.flatMap((evidence) => evidence(known, figures)),
    ({ figure }) => figure,
  )
  return figures.map((figure) => {
    const meaning = heaviest(figure, claims.get(figure) ?? [])
    return meaning ? withMeaning(figure, meaning) : figure
  })
}

/** The meaning that is heavier than what the figure's words say; undefined where none is, or where two are equally heavy. */
function heaviest(figure: CountedFigure, claims: readonly Claim[]): Meaning | undefined {
  const rivals = [...Map.groupBy(claims, ({ meaning }) => nameOf(meaning)).values()]
    .flatMap((alike) => {
      const [first] = alike
      const weight = alike.reduce((sum, claim) => sum + claim.weight, 0)
      return first ? [{ meaning: first.meaning, weight }] : []
    })
    .toSorted((one, other) => other.weight - one.weight)
  const [top, next] = rivals
  if (!top || top.weight === next?.weight || top.weight <= weightOfWords(figure, top.meaning)) return undefined
  return top.meaning
}

const nameOf = (meaning: Meaning): string => ('counts' in meaning ? meaning.counts.indicator.id : `- ${meaning.leftOut}`)

/** How much a figure's own words weigh against another meaning. */
function weightOfWords(figure: CountedFigure, meaning: Meaning): number {
  if (figure.reason === 'open') return WORDS.none
  if (figure.role !== 'progress') return UNSETTLED.has(figure.reason) ? WORDS.open : WORDS.settled
  if (!('counts' in meaning) || !figure.words) return WORDS.open
  const ahead = overlapOf(figure.pre, figure.words) - overlapOf(figure.pre, meaning.counts)
  return ahead >= A_PAIR ? WORDS.named : WORDS.open
}

const withMeaning = (figure: CountedFigure, meaning: Meaning): CountedFigure =>
  'counts' in meaning
    ? { ...figure, role: 'progress', reason: 'counts_object', indicator: meaning.counts.indicator.id, words: meaning.counts }
    : { ...figure, role: 'context', reason: meaning.leftOut, indicator: null }

/** Left out only because the words next to the figure are about something else. */
const UNSETTLED: ReadonlySet<RoleReason> = new Set(['other_object', 'beneficiaries', 'stock'])
/** Most of a pair of characters that no other indicator has. */
const A_PAIR = 0.9
