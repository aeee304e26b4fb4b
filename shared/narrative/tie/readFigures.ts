import type { TextContext } from '../clauses/contextOfText.ts'
import { type AreaFinder, areaFinder } from '../clauses/findAreas.ts'
import { asOfAt } from '../clauses/timeOf.ts'
import { scopeOf } from '../clauses/timeScope.ts'
import { topicsOf } from '../clauses/wordsAround.ts'
import type { RoleReason } from '../words/claims.ts'
import { figureRole, UNDECIDED, type Verdict } from '../words/figureRole.ts'
import { registerStage } from '../words/stages.ts'
import { objectWords } from '../words/wording.ts'
import { areaOfFigure } from './areaOfFigure.ts'
import { type FigureInText, figureInText } from './figureInText.ts'
import type { FigureWords, Tie } from './figureWords.ts'
import { inheritedVerdict } from './inheritedVerdict.ts'
import { isPart, tieWithFiguresBefore } from './partOfWhole.ts'
import type { CountedFigure, ReadingState } from './readingState.ts'
import { tieFigure } from './tieFigure.ts'
import { verdictOfClauses } from './verdictOfClauses.ts'
import { whyLeftOut } from './whyLeftOut.ts'

/** The figures of a text other than percentages, in order, each with its role. */
export function readFigures(known: TextContext): CountedFigure[] {
  const areas = areaFinder(known.areas ?? [])
  const figures: CountedFigure[] = []
  let state: ReadingState = { verdict: UNDECIDED, heading: UNDECIDED, previous: undefined, whole: undefined, clause: -1 }
  // In order, since what is said of a figure holds for those that go on with it.
  known.found.forEach(({ quantity }, i) => {
    const place = known.places[i]
    if (!place || quantity.measure === '%' || quantity.measure === '‰') return
    state = verdictOfClauses(known, state, place.clause)
    const figure = figureInText(known, i, state)
    if (!figure) return
    const read = readFigure(figure, areas)
    figures.push(read.figure)
    // What a bracket says ends with the bracket.
    const inBracket = figure.clause?.host !== null
    state = {
      ...state,
      previous: read.figure,
      whole: read.figure.role === 'progress' && !read.figure.isPart ? read.figure : state.whole,
      verdict: inBracket ? state.verdict : read.verdict,
    }
  })
  return figures
}

/** Ties one figure to an indicator and decides its role; the verdict is what it leaves for the next. */
function readFigure(figure: FigureInText, areas: AreaFinder): { figure: CountedFigure; verdict: Verdict } {
  const { known, found, place, measure, pre, state } = figure
  const { quantity } = found
  const area = areaOfFigure(figure, areas)
  const topics = topicsOf(known, place, found.at)
  const named = tieFigure(wordsOf(figure, topics, area?.name ?? null), known.all)
  const part = isPart(figure)
  const tie = tieWithFiguresBefore(figure, named, part)
  // Words between two figures belong to the one behind them, so that only the last of a clause has words behind it.
  const own = figureRole(pre, place.shared ? '' : figure.post, tie.words?.acts ?? '')
  const verdict = inheritedVerdict(figure, own, tie.object === 'match')
  const left = whyLeftOut(figure, verdict, tie.words)
  const counts = left === null && tie.words !== null && tie.object !== 'other'
  const read: CountedFigure = {
    raw: quantity.raw,
    start: found.at,
    end: found.end,
    value: quantity.value,
    measure,
    role: counts ? 'progress' : 'context',
    reason: counts ? 'counts_object' : (left ?? whyNotCounted(figure, tie)),
    indicator: counts ? (tie.words?.indicator.id ?? null) : null,
    stageWords: verdict.stageWords,
    stage: registerStage(verdict),
    approx: quantity.approx !== null,
    area: area?.code ?? null,
    areaName: area?.name ?? null,
    asOf: asOfAt(known.times, found.at),
    partOf: part && isOfWhole(tie, state.whole) ? 'total' : null,
    words: tie.words,
    object: tie.object,
    open: tie.open ?? [],
    progressStage: verdict.stage,
    pre,
    noun: objectWords(place.post.slice(0, 16)).at(0) ?? objectWords(pre).at(-1) ?? '',
    clause: place.clause,
    scope: scopeOf(topics),
    isPart: part,
  }
  return {
    // The next figure inherits the reason, not that this one was at a stage.
    verdict: left !== null && verdict.kind !== 'context' ? { ...UNDECIDED, kind: 'context', reason: left } : verdict,
    figure: quantity.high === undefined ? read : { ...read, high: quantity.high },
  }
}

/** What the tie asks of a figure: its words and what is close to it. */
function wordsOf(
  { known, found, place, measure, pre, state }: FigureInText,
  topics: readonly string[],
  areaName: string | null,
): FigureWords {
  return {
    measure,
    pre,
    post: place.post,
    topics,
    previous: state.previous?.words ?? null,
    areaName,
    value: found.quantity.value,
    about: known.about ?? [],
    rateFollows: RATE_FOLLOWS.test(known.text.slice(found.end, found.end + 28)),
  }
}

/** Why a figure counts for no indicator although no words leave it out. */
function whyNotCounted({ measure, known }: FigureInText, { open }: Tie): RoleReason {
  if (open) return 'open'
  if (measure === '元') return 'money'
  return known.all.length > 0 ? 'other_object' : 'no_indicator'
}

/** A part is of the whole that was read last unless its words name another indicator. */
const isOfWhole = (tie: Tie, whole: CountedFigure | undefined): boolean => !whole || tie.words === null || tie.words === whole.words

/** A percentage comes in the next few words: 4405例，筛查率71.36%. */
const RATE_FOLLOWS = /^[^%％。]{2,14}[率比][^%％。]{0,6}\d[\d.．]*\s?[%％]/
