import type { FoundQuantity } from '../../quantity/findQuantities.ts'
import type { TextContext } from '../clauses/contextOfText.ts'
import { type AreaFinder, areaFinder } from '../clauses/findAreas.ts'
import type { FigurePlace } from '../clauses/segments.ts'
import { bracketBehind, respectiveWords, topicsOf } from '../clauses/wordsAround.ts'
import { MONEY_WORDS, STAGE_VERBS } from '../lexicon/tieWords.ts'
import { cuesOf, figureRole, SILENT, type Verdict } from '../words/figureRole.ts'
import { registerStage } from '../words/stages.ts'
import { isListed, objectWords, pairsOf } from '../words/wording.ts'
import { inheritedVerdict, leftOut, verdictOfClauses } from './inheritedVerdict.ts'
import type { CountedFigure, ReadingState } from './readingState.ts'
import { type Tie, tieFigure } from './tieFigure.ts'

/** The figures of a text other than percentages, in order, each with its role. */
export function readFigures(known: TextContext): CountedFigure[] {
  const areas = areaFinder(known.areas ?? [])
  const figures: CountedFigure[] = []
  let state: ReadingState = { verdict: SILENT, heading: SILENT, previous: undefined, whole: undefined, clause: -1 }
  known.found.forEach((found, i) => {
    const place = known.places[i]
    if (!place || found.quantity.measure === '%' || found.quantity.measure === '‰') return
    state = verdictOfClauses(known, state, place.clause)
    const { figure, verdict } = readFigure(known, found, place, state, areas)
    figures.push(figure)
    const inBracket = known.clauses[place.clause]?.host !== null
    state = {
      ...state,
      previous: figure,
      whole: figure.role === 'progress' && !figure.isPart ? figure : state.whole,
      verdict: inBracket ? state.verdict : verdict,
    }
  })
  return figures
}

function readFigure(
  known: TextContext,
  found: FoundQuantity,
  place: FigurePlace,
  state: ReadingState,
  areas: AreaFinder,
): { figure: CountedFigure; verdict: Verdict } {
  const { quantity } = found
  const measure = quantity.measure ?? moneyOf(found, place)
  const pre = place.heading ?? respectiveWords(known, found, place)
  const post = bracketBehind(known, place)
  const area =
    areas(known.text, place, known.clauses[place.clause]?.start ?? 0, found.at) ??
    areaOfLabel(known, place, areas) ??
    areaBefore(known, place, state.previous)
  const topics = topicsOf(known, place, found.at)
  const named = tieFigure(
    {
      measure,
      pre,
      post: place.post,
      topics,
      previous: state.previous?.words ?? null,
      areaName: area?.name ?? null,
      value: quantity.value,
      rateFollows: rateFollows(known, found),
    },
    known.all,
  )
  const part = isPart(pre, measure, place, state.previous, known)
  const tie = asPartOf(
    named,
    part && isWithin(quantity.value, measure, state.whole) ? state.whole : undefined,
    sameAgain(pre, place, measure, state.previous, goesOn(known, place, state.previous)),
  )
  const spoken = figureRole(pre, place.shared ? '' : post, tie.words?.acts ?? '')
  const verdict = inheritedVerdict(known, spoken, pre, place, state, measure, tie.object === 'match', quantity.value)
  const left = receivesMoney(known, place, found, tie) ?? leftOut(known, place, found.end, quantity.value, verdict, tie.words)
  const progress = left === null && tie.words !== null && tie.object !== 'other'
  return {
    verdict: left !== null && verdict.kind !== 'context' ? { ...SILENT, kind: 'context', reason: left } : verdict,
    figure: {
      raw: quantity.raw,
      start: found.at,
      end: found.end,
      value: quantity.value,
      ...(quantity.high !== undefined && { high: quantity.high }),
      measure,
      role: progress ? 'progress' : 'context',
      reason: left ?? (progress ? 'counts_object' : measure === '元' ? 'money' : known.all.length > 0 ? 'other_object' : 'no_indicator'),
      indicator: progress ? (tie.words?.indicator.id ?? null) : null,
      stageWords: verdict.stageWords,
      stage: registerStage(verdict),
      approx: quantity.approx !== null,
      area: area?.code ?? null,
      areaName: area?.name ?? null,
      asOf: known.times.asOf.findLast((time) => time.at <= found.at)?.date ?? null,
      partOf: part && (!state.whole || tie.words === null || tie.words === state.whole.words) ? 'total' : null,
      words: tie.words,
      object: tie.object,
      progressStage: verdict.stage,
      pre,
      noun: objectWords(place.post.slice(0, 16)).at(0) ?? objectWords(pre).at(-1) ?? '',
      clause: place.clause,
      isPart: part,
    },
  }
}

/** A part whose own noun says nothing of the indicator counts with its whole; a figure that goes on with another object is that object's. */
function asPartOf(named: Tie, whole: CountedFigure | undefined, again: CountedFigure | undefined): Tie {
  if (whole && (named.object === 'other' || (named.words !== whole.words && !named.strong))) return { words: whole.words, object: 'silent' }
  return named.object === 'silent' && again?.object === 'other' ? { words: null, object: 'other' } : named
}

/** 农村低保标准由377元提高至420元: the same measure again in one clause, without another noun. */
const sameAgain = (
  pre: string,
  place: FigurePlace,
  measure: string | null,
  previous: CountedFigure | undefined,
  goesOn: boolean,
): CountedFigure | undefined =>
  previous?.measure === measure &&
  (place.leads ? goesOn : previous.clause === place.clause) &&
  objectWords(pre.replace(/提高|提升|增加|降|至|到/g, '')).length === 0
    ? previous
    : undefined

/** 灵宝市：新改建公路62.4公里，自然村41个: the area that labels the sentence, unless the words say the whole. */
function areaOfLabel(known: TextContext, place: FigurePlace, areas: AreaFinder): { code: string | null; name: string } | null {
  if (WHOLE.test(place.pre)) return null
  const own = known.clauses[place.clause]
  for (let i = place.clause - 1; own && i >= 0 && place.clause - i <= 24; i--) {
    const clause = known.clauses[i]
    if (!clause || clause.sentence !== own.sentence) return null
    if (!/[：:]/.test(clause.mark) || clause.end - clause.start > 12) continue
    const label = known.text.slice(clause.start, clause.end).replace(/^\s*(?:\d{1,2}[.、．]|[一二三四五六七八九十]+、)?\s*/, '')
    const area = areas(label, { ...place, pre: label, leads: false }, 0, label.length)
    if (area?.name === label.trim()) return area
  }
  return null
}

/** 湖滨区已建成118个、在建22个: a figure of the same clause, or one that only tells another stage, stands for the area of the one before. */
function areaBefore(
  known: TextContext,
  place: FigurePlace,
  previous: CountedFigure | undefined,
): { code: string | null; name: string } | null {
  if (!previous || previous.areaName === null || WHOLE.test(place.pre)) return null
  const listed = !place.leads && previous.clause === place.clause
  if (!listed && !STAGES_ALONE.test(place.pre)) return null
  const same = known.clauses[place.clause]?.part === known.clauses[previous.clause]?.part
  return same ? { code: previous.area, name: previous.areaName } : null
}

/** 危桥改造7座，开工5座，完工2座: the next clause goes on with another object, telling its stages. */
function goesOn(known: TextContext, place: FigurePlace, previous: CountedFigure | undefined): boolean {
  const own = known.clauses[place.clause]
  const before = previous && known.clauses[previous.clause]
  return own !== undefined && own.part === before?.part && previous?.reason === 'other_object' && STAGES_ALONE.test(place.pre)
}
const STAGES_ALONE = new RegExp(`^(?:其中)?(?:现?已经?)?${STAGE_VERBS.source}$`)
const WHOLE = /全[市县省]|[合总共]计/

/** 462名（行业176名，乡镇286名）: figures in a bracket that stands just behind a figure are its parts. */
function bracketed(known: TextContext, place: FigurePlace, previous: CountedFigure | undefined): boolean {
  const host = known.clauses[place.clause]?.host ?? null
  return host !== null && previous !== undefined && (previous.clause === host || known.clauses[previous.clause]?.host === host)
}

/** 其中 … and what goes on with it, up to the sentence's end: parts of the figure before. */
function isPart(pre: string, measure: string | null, place: FigurePlace, previous: CountedFigure | undefined, known: TextContext): boolean {
  if (/其中|本[月周期季]|当月|^(?:含|包括|包含)/.test(pre)) return true
  if (bracketed(known, place, previous)) return true
  if (!previous?.isPart) return false
  const own = known.clauses[place.clause]
  const before = known.clauses[previous.clause]
  return (
    own !== undefined &&
    own.part === before?.part &&
    ((previous.measure === measure && cuesOf(pre, '').kind === 'silent') ||
      isListed(pre) ||
      /^[、和及与]/.test(known.text.slice(previous.end, previous.end + 1)))
  )
}

const isWithin = (value: number, measure: string | null, previous: CountedFigure | undefined): boolean =>
  previous?.role === 'progress' && previous.measure === measure && value <= (previous.value ?? 0) * (previous.partOf ? 50 : 1)

/** A percentage stands in the next few words. */
const rateFollows = (known: TextContext, found: FoundQuantity): boolean =>
  /^[^%％。]{2,14}[率比][^%％。]{0,6}\d[\d.．]*\s?[%％]/.test(known.text.slice(found.end, found.end + 28))

/** 为3260名职工补助486万元: people whom money reaches, where the indicator says nothing of that act. */
function receivesMoney(known: TextContext, place: FigurePlace, found: FoundQuantity, tie: Tie): 'beneficiaries' | null {
  if (!place.shared || !/[为对向给]$/.test(place.pre) || !tie.words) return null
  const next = /^[^\d，。；]{2,24}?[\d.]+\s?[万亿]?元/.test(known.text.slice(found.end, found.end + 40))
  const acts = pairsOf(place.post.slice(-2))
  return next && !acts.some((pair) => tie.words?.words.includes(pair)) ? 'beneficiaries' : null
}

/** 2.95亿, 897万 beside words of money are 元. */
const moneyOf = (found: FoundQuantity, place: FigurePlace): string | null =>
  found.quantity.measure === null && found.quantity.scale > 1 && MONEY_WORDS.pattern.test(place.pre) ? '元' : null
