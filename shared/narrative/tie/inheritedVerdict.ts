import type { TextContext } from '../clauses/contextOfText.ts'
import type { Clause, FigurePlace } from '../clauses/segments.ts'
import { CHANGED_TO, COUNTED_BEFORE, COUNTED_BY_VERB, DONE_OF_WHOLE, OWN_VERBS, UNDER_WAY } from '../lexicon/restatedWords.ts'
import type { RoleReason } from '../words/claims.ts'
import { cuesOf, SILENT, type Verdict } from '../words/figureRole.ts'
import { measureKin } from '../words/measureKin.ts'
import type { IndicatorWords } from '../words/taskWords.ts'
import { isListed } from '../words/wording.ts'
import { figureAt } from './figureAt.ts'
import type { ReadingState } from './readingState.ts'

/**
 * What a figure takes over where its own words say nothing.
 *
 *     任务已下达，其中A县8个、B县9个          a list: what was said before it
 *     剩余128个台区及60千米线路               joined by 及 to a figure left out: the same
 *     摸底排查：全市老旧电梯1240台            under a heading: the heading's
 *     发现宫颈癌37例，乳腺癌12例              the same measure again without a verb: the figure's before
 */
export function inheritedVerdict(
  known: TextContext,
  own: Verdict,
  pre: string,
  place: FigurePlace,
  state: ReadingState,
  measure: string | null,
  named: boolean,
  value: number,
): Verdict {
  const clause = known.clauses[place.clause]
  if (!clause || clause.inTitle || place.heading !== undefined) return own
  const listed = isListed(pre) && (!place.cut || place.post === '')
  if (listed && !place.leads && state.verdict.kind === 'context') return state.verdict
  if (state.heading.reason === 'planned' && state.heading.kind === 'context' && !/已/.test(pre)) return state.heading
  if (own.kind !== 'silent') return own
  const apart = state.verdict.reason === 'remaining' && state.previous && known.clauses[state.previous.clause]?.part !== clause.part
  if (apart) return own
  if (listed || clause.host !== null || /其中/.test(pre)) {
    const whole = state.whole
    const last = state.previous
    if (whole && last && last.reason === state.verdict.reason && value > (last.value ?? 0) && last.measure === measure) return own
    const byWhole = whole && kin(whole.measure, measure) && !kin(state.previous?.measure ?? null, measure)
    return byWhole ? own : state.verdict
  }
  const joined =
    !place.leads &&
    state.previous?.clause === place.clause &&
    state.previous.reason === state.verdict.reason &&
    /^[\u4e00-\u9fa5]{0,6}[、和及与]/.test(known.text.slice(state.previous.end, state.previous.end + 7))
  if (joined && state.verdict.kind === 'context' && JOINS.has(state.verdict.reason) && !OWN_VERBS.pattern.test(pre)) return state.verdict
  if (OWN_VERBS.pattern.test(pre)) return own
  if (state.heading.kind === 'context') return state.heading
  const before = state.previous
  const samePart = before && known.clauses[before.clause]?.part === clause.part
  if (
    named &&
    !/已|正在|实际|截[至止]/.test(pre) &&
    samePart &&
    (before.measure === measure || !place.leads || state.verdict.reason === 'planned') &&
    state.verdict.kind === 'context' &&
    GOES_ON.has(state.verdict.reason)
  )
    return state.verdict
  return own
}

const kin = (one: string | null, other: string | null): boolean => other !== null && measureKin(one, other) >= 2

/** Brings the state over the clauses without a figure up to clause `to`. */
export function verdictOfClauses(known: TextContext, state: ReadingState, to: number): ReadingState {
  let { verdict, heading } = state
  const words = known.all.map((each) => each.words).join('\n')
  for (let i = Math.max(state.clause + 1, to - 6); i <= to; i++) {
    const clause = known.clauses[i]
    const before = known.clauses[i - 1]
    if (!clause) continue
    if (before && clause.sentence !== before.sentence) {
      if (!opensLines(known, before)) verdict = SILENT
      heading = SILENT
    }
    if (i === to) continue
    const own = cuesOf(known.text.slice(clause.start, Math.min(clause.end, clause.start + 60)), words)
    if (own.kind !== 'silent' && own.reason !== 'comparison') verdict = own
    if (/[：:]/.test(clause.mark) && clause.end - clause.start <= 12) heading = own
  }
  return { ...state, verdict, heading, clause: to }
}

/** A line that ends in a colon speaks for the lines below it. */
const opensLines = (known: TextContext, before: Clause): boolean =>
  before.mark === '\n' && before.end === before.start && known.text.charAt(before.start - 1) === '：'

/** Why a figure is left out whatever it counts, or null. */
export function leftOut(
  known: TextContext,
  place: FigurePlace,
  end: number,
  value: number,
  verdict: Verdict,
  words: IndicatorWords | null,
): RoleReason | null {
  const clause = known.clauses[place.clause]
  if (clause?.inTitle) return 'planned'
  if (verdict.kind === 'context') return verdict.reason
  if (CHANGED_TO.pattern.test(place.post)) return 'comparison'
  if (place.heading !== undefined && /任务|目标|计划/.test(place.heading) && !/完成|实际/.test(place.heading)) return 'planned'
  if (isPromised(known, clause, end, place.pre)) return 'planned'
  if (known.carried[place.clause]) return 'carry_over'
  if (AMONG.test(known.text.slice(end, end + 40)) || (place.shared && /(?:中|当中)$/.test(place.post))) return 'restated_target'
  if (OF_TARGET.test(place.post) || (place.shared && DONE_OF_WHOLE.pattern.test(place.post) && place.leads && place.pre.trim() === ''))
    return 'restated_target'
  const target = words?.indicator.target
  if (target && value === target.value && FOR_THEM.test(place.pre.trim()) && verdict.kind === 'silent') return 'restated_target'
  if (
    verdict.kind === 'silent' &&
    !COUNTED_BY_VERB.pattern.test(`${place.pre}${place.post}`) &&
    isDividedNext(known, place, end, value, value === target?.value)
  )
    return 'restated_target'
  if (verdict.kind === 'silent' && opensList(known, place, end, value, value === target?.value)) return 'restated_target'
  const bare = place.leads && place.pre.trim() === '' && verdict.kind === 'silent' && !VERBAL.test(place.post)
  if (target && value === target.value && verdict.kind === 'silent' && !VERBAL.test(place.post) && isDividedHere(known, place, end, value))
    return 'restated_target'
  if (target && value === target.value && bare && /^[，,]\d/.test(known.text.slice(end + place.post.length, end + place.post.length + 2)))
    return 'restated_target'
  return null
}

/** 线路39.8公里，已完成31公里: the next clause opens with what is done of the same measure, no more than it. */
function isDividedNext(known: TextContext, place: FigurePlace, end: number, value: number, isTarget: boolean): boolean {
  if (place.shared) return false
  const at = figureAt(known.found, end)
  const next = known.found[at]
  const own = known.found[at - 1]
  if (!next || !own || next.at - end > 24 || !DONE_NEXT.test(known.text.slice(end, next.at))) return false
  const among = known.text.slice(end, next.at).includes('其中')
  return (
    next.quantity.measure !== null && next.quantity.measure === own.quantity.measure && (among ? isTarget : next.quantity.value <= value)
  )
}

/** 换热站10座：建成5座；…: a figure that ends its clause before a colon, and what is done of the same measure behind it. */
function opensList(known: TextContext, place: FigurePlace, end: number, value: number, isTarget: boolean): boolean {
  const clause = known.clauses[place.clause]
  if (clause?.mark !== '：' || place.shared || clause.end - end > 8 || COUNTED_BEFORE.pattern.test(place.pre)) return false
  const at = figureAt(known.found, end)
  const next = known.found[at]
  const same = next !== undefined && next.quantity.measure === known.found[at - 1]?.quantity.measure
  return same && next.at - end < 40 && !/[。；\n]/.test(known.text.slice(end, next.at)) && (isTarget || next.quantity.value <= value)
}

/** 湖滨区6个用房，会兴街道等4个已通过验收: the target after an area's name alone or in a bracket of its own, smaller ones behind it. */
function isDividedHere(known: TextContext, place: FigurePlace, end: number, value: number): boolean {
  const clause = known.clauses[place.clause]
  if (!place.leads || !isListed(place.pre)) return false
  if (clause && clause.host !== null && clause.mark === '）' && place.pre === '' && end === clause.end) return true
  const next = known.found[figureAt(known.found, end)]
  const own = known.found[figureAt(known.found, end) - 1]
  return (
    next !== undefined &&
    next.at - end < 40 &&
    !/[。；\n]/.test(known.text.slice(end, next.at)) &&
    next.quantity.measure === own?.quantity.measure &&
    next.quantity.value < value &&
    place.pre !== ''
  )
}

/** 8月底前完成736户: the clause names the date until which it is promised. */
const isPromised = (known: TextContext, clause: Clause | undefined, end: number, pre: string): boolean =>
  clause !== undefined &&
  !/已/.test(pre) &&
  known.times.commitments.some(
    (promise) =>
      promise.start >= clause.start &&
      promise.end <= clause.end &&
      (promise.end <= end || (promise.start >= end && promise.start - end <= 2)),
  )
/** A character that ends no clause and no list and is no digit. */
const NO_MARK = '[^，。；、\\d]'
const NO_BRACKET = '[^，。；、\\d（）]'
const BY_NOW = '(?:截[至止]目前|目前|现|现在|其中)'
const DONE_NEXT = new RegExp(`^${NO_BRACKET}{0,8}[，,]${BY_NOW}?[，,]?现?已经?${NO_BRACKET}{1,6}$`)
/** 超额完成40所的年度目标任务: the target again. */
const OF_TARGET = /^的(?:年度|全年|年初|既定|总|预定)?(?:工作)?(?:目标|任务|计划)/
const VERBAL = /[已均全完开投验通]|建成/

/** 20所学校（幼儿园）建设项目中，: the whole that is then divided. */
const AMONG = new RegExp(`^${NO_MARK}{0,14}(?:（[^）]{0,12}）${NO_MARK}{0,10})?(?<!${UNDER_WAY.source})中[，,]`)
const FOR_THEM = /^(?:针对|围绕|对|聚焦|按照|根据)/
const JOINS: ReadonlySet<RoleReason> = new Set(['beneficiaries', 'surveyed', 'planned'])
const GOES_ON: ReadonlySet<RoleReason> = new Set(['surveyed', 'prepared', 'planned'])
