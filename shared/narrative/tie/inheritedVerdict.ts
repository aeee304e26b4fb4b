import { OWN_VERBS } from '../lexicon/restatedWords.ts'
import type { RoleReason } from '../words/claims.ts'
import type { Verdict } from '../words/figureRole.ts'
import { isSameMeasure } from '../words/measureCloseness.ts'
import { isListed } from '../words/wording.ts'
import { type FigureInText, partOf } from './figureInText.ts'

/** A figure with what its own words say of its role. */
interface Heir {
  readonly figure: FigureInText
  readonly own: Verdict
  /** Its words only go on with a list: areas, 其中, 和. */
  readonly listed: boolean
  /** Its words name the object that it counts. */
  readonly named: boolean
}

type InheritanceRule = (heir: Heir) => Verdict | undefined

/** Whose verdict a figure has, its own or one that it takes over; the first rule that answers decides. */
const INHERITANCE_RULES: readonly InheritanceRule[] = [
  ownInTitleOrTable,
  listMemberLikeTheOneBefore,
  underHeadingOfPlans,
  decidedByOwnWords,
  ownBehindRemainder,
  memberLikeItsWhole,
  joinedToFigureBefore,
  ownByItsVerb,
  underHeading,
  sameActWithoutVerb,
]

/**
 * What is said of a figure's role where its own words leave it open.
 *
 *     任务已下达，其中A县8个、B县9个          a list: what was said before it
 *     摸排公厕12座及农村公路60公里             joined by 及 to a figure left out: the same
 *     摸底排查：全市老旧电梯1240台            under a heading: the heading's
 *     发现宫颈癌37例，乳腺癌12例              the same measure again without a verb: the figure's before
 */
export function inheritedVerdict(figure: FigureInText, own: Verdict, named: boolean): Verdict {
  const listed = isListed(figure.pre) && (!figure.place.cut || figure.place.post === '')
  const heir = { figure, own, listed, named }
  for (const rule of INHERITANCE_RULES) {
    const verdict = rule(heir)
    if (verdict) return verdict
  }
  return own
}

/** 《…三年行动计划》; a cell of a pasted table has its column's heading. */
function ownInTitleOrTable({ figure, own }: Heir) {
  return !figure.clause || figure.clause.inTitle || figure.place.heading !== undefined ? own : undefined
}

/** 剩余：灵宝市8个、卢氏县9个 */
function listMemberLikeTheOneBefore({ figure: { place, state }, listed }: Heir) {
  return listed && !place.leads && state.verdict.kind === 'context' ? state.verdict : undefined
}

/** 年度任务：新建公厕20座; not 年度任务：20座，累计建成12座, nor what is to be done in all by a day. */
function underHeadingOfPlans({ figure: { state, pre } }: Heir) {
  const { heading } = state
  return heading.kind === 'context' && heading.reason === 'planned' && !SAYS_DONE.test(pre) ? heading : undefined
}

/** 已建成12座 */
function decidedByOwnWords({ own }: Heir) {
  return own.kind === 'undecided' ? undefined : own
}

/** 剩余8座；道路12公里: what remains ends with its part of the sentence. */
function ownBehindRemainder({ figure, own }: Heir) {
  const { verdict, previous } = figure.state
  const inOtherPart = previous && partOf(figure, previous.clause) !== figure.clause?.part
  return verdict.reason === 'remaining' && inOtherPart ? own : undefined
}

/** 已完成17座，其中灵宝市8座; a member that exceeds the one before, or is of the whole's measure alone, is no part of that one. */
function memberLikeItsWhole({ figure, own, listed }: Heir) {
  const { clause, found, measure, pre, state } = figure
  if (!listed && clause?.host === null && !/其中/.test(pre)) return undefined
  const { whole, previous, verdict } = state
  if (!whole) return verdict
  const outgrows = previous?.reason === verdict.reason && previous.measure === measure && found.quantity.value > (previous.value ?? 0)
  const ofWholesMeasure = isMeasure(whole.measure, measure) && !isMeasure(previous?.measure ?? null, measure)
  return outgrows || ofWholesMeasure ? own : verdict
}

/** 摸排公厕12座及农村公路60公里 */
function joinedToFigureBefore({ figure: { known, place, pre, state } }: Heir) {
  const { previous, verdict } = state
  const joined =
    !place.leads &&
    previous?.clause === place.clause &&
    previous.reason === verdict.reason &&
    /^[\u4e00-\u9fa5]{0,6}[、和及与]/.test(known.text.slice(previous.end, previous.end + 7))
  return joined && verdict.kind === 'context' && HOLDS_WHEN_JOINED.has(verdict.reason) && !OWN_VERBS.pattern.test(pre) ? verdict : undefined
}

/** 发现隐患12处，整改9处 */
function ownByItsVerb({ figure, own }: Heir) {
  return OWN_VERBS.pattern.test(figure.pre) ? own : undefined
}

/** 摸底排查：全市老旧电梯1240台 */
function underHeading({ figure: { state } }: Heir) {
  return state.heading.kind === 'context' ? state.heading : undefined
}

/** 发现宫颈癌37例，乳腺癌12例 */
function sameActWithoutVerb({ figure, named }: Heir) {
  const { place, measure, pre, state } = figure
  const { previous, verdict } = state
  const goesOn =
    named &&
    !/已|正在|实际|截[至止]/.test(pre) &&
    previous !== undefined &&
    partOf(figure, previous.clause) === figure.clause?.part &&
    (previous.measure === measure || !place.leads || verdict.reason === 'planned')
  return goesOn && verdict.kind === 'context' && GOES_ON.has(verdict.reason) ? verdict : undefined
}

const SAYS_DONE = /已|^(?!.*底)(?:[^，。；]{0,6}目前|实际)?[^，。；]{0,4}(?:累计|实际)/
const isMeasure = (one: string | null, other: string | null): boolean => other !== null && isSameMeasure(one, other)

/** Reasons that hold for a figure joined by 、 or 及 to one that has them. */
const HOLDS_WHEN_JOINED: ReadonlySet<RoleReason> = new Set(['beneficiaries', 'surveyed', 'planned'])
/** Reasons that hold for further objects of the same part of the sentence. */
const GOES_ON: ReadonlySet<RoleReason> = new Set(['surveyed', 'prepared', 'planned'])
