import { TARGET_QUALIFIERS } from '../lexicon/planWords.ts'
import { CHANGED_TO, COUNTED_BEFORE, COUNTED_BY_VERB, DONE_OF_WHOLE, UNDER_WAY } from '../lexicon/restatedWords.ts'
import type { RoleReason } from '../words/claims.ts'
import type { Verdict } from '../words/figureRole.ts'
import type { IndicatorWords } from '../words/taskWords.ts'
import { isListed, pairsOf } from '../words/wording.ts'
import { figureAt } from './figureAt.ts'
import type { FigureInText } from './figureInText.ts'

/** A figure with what was found of its role and of the indicator that it is tied to. */
interface Candidate extends FigureInText {
  readonly verdict: Verdict
  readonly words: IndicatorWords | null
  /** Its words leave its role open. */
  readonly undecided: boolean
  /** It is as large as its indicator's target. */
  readonly isTarget: boolean
}

type LeaveOutRule = (candidate: Candidate) => RoleReason | false | undefined

/** Why a figure is context whatever it counts; the first rule that answers decides. */
const LEAVE_OUT_RULES: readonly LeaveOutRule[] = [
  receivesMoney,
  inTitle,
  byItsVerdict,
  wasSoBefore,
  inColumnOfTargets,
  promisedForDate,
  ofEarlierYear,
  dividedByAmong,
  targetBeforeItsPart,
  targetWithPreposition,
  wholeBeforeDonePart,
  wholeBeforeList,
  targetBeforeSmallerOnes,
  targetBeforeBareFigure,
]

/** The reason that makes a figure context, or null. */
export function whyLeftOut(figure: FigureInText, verdict: Verdict, words: IndicatorWords | null): RoleReason | null {
  const isTarget = figure.found.quantity.value === words?.indicator.target?.value
  const candidate = { ...figure, verdict, words, undecided: verdict.kind === 'undecided', isTarget }
  for (const rule of LEAVE_OUT_RULES) {
    const reason = rule(candidate)
    if (reason) return reason
  }
  return null
}

/** 为3260名职工补助486万元: people whom money reaches, where the indicator is not about that act. */
function receivesMoney({ known, found, place, words }: Candidate) {
  if (!place.shared || !/[为对向给]$/.test(place.pre) || !words) return undefined
  const moneyNext = /^[^\d，。；]{2,24}?[\d.]+\s?[万亿]?元/.test(known.text.slice(found.end, found.end + 40))
  const ownAct = pairsOf(place.post.slice(-2)).some((pair) => words.words.includes(pair))
  return moneyNext && !ownAct && 'beneficiaries'
}

/** 《全市300个村三年行动计划》 */
function inTitle({ clause }: Candidate) {
  return clause?.inTitle && 'planned'
}

/** 剩余8座, 计划改造86个 */
function byItsVerdict({ verdict }: Candidate) {
  return verdict.kind === 'context' && verdict.reason
}

/** 由17个减少到5个: what it was before. */
function wasSoBefore({ place }: Candidate) {
  return CHANGED_TO.pattern.test(place.post) && 'comparison'
}

/** The column 任务数 of a pasted table. */
function inColumnOfTargets({ place: { heading } }: Candidate) {
  return heading !== undefined && /任务|目标|计划/.test(heading) && !/完成|实际/.test(heading) && 'planned'
}

/** 8月底前完成736户: the clause names the date until which it is promised. */
function promisedForDate({ known, clause, found: { end }, place }: Candidate) {
  if (!clause || /已/.test(place.pre)) return undefined
  const promised = known.times.promised
    .get(place.clause)
    ?.some((promise) => promise.end <= clause.end && (promise.end <= end || (promise.start >= end && promise.start - end <= 2)))
  return promised && 'planned'
}

/** 2020年结转项目中，已完工12个 */
function ofEarlierYear({ known, place }: Candidate) {
  return known.carried[place.clause] && 'carry_over'
}

/** 20所学校（幼儿园）建设项目中，: the whole that is then divided. */
function dividedByAmong({ known, found, place }: Candidate) {
  const among = AMONG.test(known.text.slice(found.end, found.end + 40)) || (place.shared && /(?:中|当中)$/.test(place.post))
  return among && 'restated_target'
}

/** 超额完成40所的年度目标任务; 15个农村幸福院建设已完成8个: the target, or the whole of which a part is done. */
function targetBeforeItsPart({ place }: Candidate) {
  const partDone = place.shared && place.leads && place.pre.trim() === '' && DONE_OF_WHOLE.pattern.test(place.post)
  return (OF_TARGET.test(place.post) || partDone) && 'restated_target'
}

/** 围绕20座公厕: the target, as what the work is about. */
function targetWithPreposition({ place, isTarget, undecided }: Candidate) {
  return isTarget && undecided && FOR_THEM.test(place.pre.trim()) && 'restated_target'
}

/** 线路39.8公里，已完成31公里: the next clause opens with what is done of the same measure, no more than it. */
function wholeBeforeDonePart(candidate: Candidate) {
  const { known, found, place, isTarget, undecided } = candidate
  if (!undecided || place.shared || COUNTED_BY_VERB.pattern.test(`${place.pre}${place.post}`)) return undefined
  const next = nextOfSameMeasure(candidate, IN_NEXT_CLAUSE)
  if (!next || next.quantity.measure === null) return undefined
  const between = known.text.slice(found.end, next.at)
  const within = between.includes('其中') ? isTarget : next.quantity.value <= found.quantity.value
  return within && DONE_NEXT.test(between) && 'restated_target'
}

/** 换热站10座：建成5座；…: a figure that ends its clause before a colon, and what is done of the same measure behind it. */
function wholeBeforeList(candidate: Candidate) {
  const { clause, found, place, isTarget, undecided } = candidate
  const beforeColon = clause?.mark === '：' && !place.shared && clause.end - found.end <= 8
  if (!undecided || !beforeColon || COUNTED_BEFORE.pattern.test(place.pre)) return undefined
  const next = nextInSentence(candidate)
  return next !== undefined && (isTarget || next.quantity.value <= found.quantity.value) && 'restated_target'
}

/** 湖滨区6个用房，会兴街道等4个已通过验收: the target after an area's name alone or in a bracket of its own, smaller ones behind it. */
function targetBeforeSmallerOnes(candidate: Candidate) {
  const { clause, found, place, isTarget, undecided } = candidate
  if (!isTarget || !undecided || VERBAL.test(place.post) || !place.leads || !isListed(place.pre)) return undefined
  const fillsBracket = clause && clause.host !== null && clause.mark === '）' && place.pre === '' && found.end === clause.end
  if (fillsBracket) return 'restated_target'
  const next = nextInSentence(candidate)
  return next !== undefined && next.quantity.value < found.quantity.value && place.pre !== '' && 'restated_target'
}

/** 20座公厕，12座已完工 */
function targetBeforeBareFigure({ known, found, place, isTarget, undecided }: Candidate) {
  const bare = place.leads && place.pre.trim() === '' && undecided && !VERBAL.test(place.post)
  const behind = found.end + place.post.length
  return isTarget && bare && /^[，,]\d/.test(known.text.slice(behind, behind + 2)) && 'restated_target'
}

/** The next figure, where it is of the same measure and begins within `reach` characters. */
function nextOfSameMeasure({ known, found }: FigureInText, reach: number): FigureInText['found'] | undefined {
  const at = figureAt(known.found, found.end)
  const next = known.found[at]
  const same = next && next.quantity.measure === known.found[at - 1]?.quantity.measure
  return same && next.at - found.end <= reach ? next : undefined
}

/** The same within the sentence's part. */
function nextInSentence(figure: FigureInText): FigureInText['found'] | undefined {
  const next = nextOfSameMeasure(figure, IN_LIST)
  return next && !/[。；\n]/.test(figure.known.text.slice(figure.found.end, next.at)) ? next : undefined
}

/** How many characters on a figure may be that this one is the whole of. */
const IN_NEXT_CLAUSE = 24
const IN_LIST = 39

/** A character that ends no clause and no list and is no digit. */
const NO_MARK = '[^，。；、\\d]'
const NO_BRACKET = '[^，。；、\\d（）]'
const BY_NOW = '(?:截[至止]目前|目前|现|现在|其中)'
const DONE_NEXT = new RegExp(`^${NO_BRACKET}{0,8}[，,]${BY_NOW}?[，,]?现?已经?${NO_BRACKET}{1,6}$`)
const AMONG = new RegExp(`^${NO_MARK}{0,14}(?:（[^）]{0,12}）${NO_MARK}{0,10})?(?<!${UNDER_WAY.source})中[，,]`)
const OF_TARGET = new RegExp(`^的(?:${TARGET_QUALIFIERS.source}|预定)?(?:工作)?(?:目标|任务|计划)`)
const VERBAL = /[已均全完开投验通]|建成/
const FOR_THEM = /^(?:针对|围绕|对|聚焦|按照|根据)/
