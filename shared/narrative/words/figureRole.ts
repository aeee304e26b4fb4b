import { remembering } from '../../base/remembering.ts'
import { GOES_BY_A_PLAN, NOT_YET } from '../lexicon/planWords.ts'
import type { RoleReason } from './claims.ts'
import { CONTEXT_CUES, type ProgressStage, STAGE_CUES } from './cues.ts'
import { type FoundWords, lastMatch } from './lastMatch.ts'
import { pairsOf } from './wording.ts'

/** What the words next to a figure say about its role, before its object is asked. */
export interface Verdict {
  readonly kind: 'context' | 'progress' | 'undecided'
  readonly reason: RoleReason
  readonly stage: ProgressStage | null
  readonly stageWords: string | null
}

/** The words say nothing of it. */
export const UNDECIDED: Verdict = { kind: 'undecided', reason: 'counts_object', stage: null, stageWords: null }

/**
 * Reads the cues of the words before a figure, then of those behind it. `own` are the indicator's words: an act that it
 * names itself (筛查, 选址) is no reason to leave a figure out.
 *
 *     words before        words behind         verdict
 *     计划 / 剩余 / 同比    anything             context, but 计划改造的86个已全部开工 is progress
 *     已完成选址           –                    context (prepared)
 *     完成招标并开工        –                    progress (started): the later act counts
 *     –                   采购合同已签订         context (prepared)
 *     已建成               –                    progress (done)
 */
export function figureRole(pre: string, post: string, own: string): Verdict {
  const before = cuesOf(pre, own)
  const behind = cuesOf(post, own)
  if (before.kind === 'context') {
    const overtaken = GIVEN_UP_WHEN_DONE.has(before.reason) && behind.kind === 'progress' && /已|均|全部|都/.test(post)
    return overtaken ? behind : before
  }
  if (behind.kind === 'context' && (before.kind === 'undecided' || OVERRULES_STAGE.has(behind.reason) || !before.stage)) return behind
  if (before.kind === 'progress') return before.stage === 'done' && behind.stage === 'used' ? behind : before
  return behind
}

/** What a stretch of words says by itself: why a figure next to it is left out, else the stage that it is at. */
export function cuesOf(written: string, own: string): Verdict {
  const cues = cuesIn(written)
  const context = contextCueOf(cues, own)
  const { stage } = cues
  if (context && (DECIDES_ANYWHERE.has(context.reason) || !stage || !overtakes(stage, context)))
    return { kind: 'context', reason: context.reason, stage: null, stageWords: context.word }
  return stage ? { kind: 'progress', reason: 'counts_object', stage: stage.stage, stageWords: stage.word } : UNDECIDED
}

/** The cues that words hold, whatever the indicator. */
interface Cues {
  /** Without quotations and the plans by which something was done. */
  readonly words: string
  /** The last place of each cue that is found, the stronger cues first. */
  readonly contexts: readonly ContextFound[]
  readonly stage: StageFound | null
}

interface ContextFound extends FoundWords {
  readonly reason: RoleReason
}

interface StageFound extends FoundWords {
  readonly stage: ProgressStage
}

/** 已完成, 其余, 占年度目标的: the same few words are next to most figures. */
const cuesIn = remembering((written: string): Cues => {
  const words = written.replace(/“[^”]*”/g, '“”').replace(GOES_BY_A_PLAN.everywhere, '')
  if (words === '') return { words, contexts: [], stage: null }
  const contexts = CONTEXT_CUES.flatMap(({ reason, words: list }) => {
    const found = lastMatch(list, words)
    return found ? [{ ...found, reason }] : []
  })
  return { words, contexts, stage: stageCueOf(words) }
})

/** The first cue that decides wherever it is, else the one that begins last. */
function contextCueOf({ words, contexts }: Cues, own: string): ContextFound | null {
  let last: ContextFound | null = null
  for (const context of contexts) {
    if (isIndicatorsAct(context, own) || takesPartInIt(context, words, own) || isNewThisYear(context, words, own)) continue
    if (DECIDES_ANYWHERE.has(context.reason)) return context
    if (!last || context.at > last.at) last = context
  }
  return last
}

/** The stage whose words end last, unless they are denied. */
function stageCueOf(words: string): StageFound | null {
  let last: StageFound | null = null
  for (const cue of STAGE_CUES) {
    const found = lastMatch(cue.words, words)
    if (found && !isNegated(words, found.at) && (!last || endOf(found) > endOf(last))) last = { ...found, stage: cue.stage }
  }
  return last
}

const endOf = ({ at, word }: FoundWords): number => at + word.length

/** 完成招标并开工: the later act counts; but 招标完成 is still the tender. */
const overtakes = (stage: FoundWords, context: FoundWords): boolean =>
  endOf(stage) >= endOf(context) && !(ENDS_PAPERWORK.test(stage.word) && stage.at - endOf(context) <= 3)

/** 筛查3412人, where the indicator is 筛查: the act is the work itself. */
const isIndicatorsAct = ({ reason, word }: ContextFound, own: string): boolean =>
  INDICATORS_ACTS.has(reason) &&
  (own.includes(word) || (word.length >= 4 && own.includes(word.slice(0, 2))) || (EXAMS.test(word) && EXAMS.test(own)))
/** One act under several names: 视力普查 for 检查视力. */
const EXAMS = /筛查$|普查$|体检|(?<!质量|安全)检查(?:视力|$|\n)|筛查\n/
/** 尚未开工, 即将完工. */
const isNegated = (words: string, at: number): boolean => NOT_YET.pattern.test(words.slice(Math.max(0, at - 2), at))

/** 参加免费体检, where the indicator is about 体检. */
const takesPartInIt = ({ reason, word, at }: ContextFound, words: string, own: string): boolean =>
  reason === 'beneficiaries' &&
  /参加|参与/.test(word) &&
  pairsOf(words.slice(at + word.length, at + word.length + 8)).some((pair) => own.includes(pair))

/** 较年初净增 is this year's own, where the indicator counts what is new. */
const isNewThisYear = ({ reason }: ContextFound, words: string, own: string): boolean =>
  reason === 'comparison' && /新增|净增/.test(own) && SINCE_NEW_YEAR.test(words)
const SINCE_NEW_YEAR = /[较比](?:今?年初|上?年底|上?年末|去年底)净?(?:新增|增加?|增长)$/

/** Selecting, approving or tendering that is itself finished. */
const ENDS_PAPERWORK = /^(?:完成|办结|到位|结案|办理中|在办)$/
/** These decide wherever they are among the words. */
const DECIDES_ANYWHERE: ReadonlySet<RoleReason> = new Set(['earlier_period', 'comparison', 'remaining', 'carry_over', 'planned', 'average'])
/** Acts that an indicator may itself be about. */
const INDICATORS_ACTS: ReadonlySet<RoleReason> = new Set(['prepared', 'surveyed', 'beneficiaries', 'carry_over', 'average', 'stock'])
/** Given up where the words behind say that it has come to pass. */
const GIVEN_UP_WHEN_DONE: ReadonlySet<RoleReason> = new Set(['planned', 'surveyed', 'prepared'])
/** These hold even behind a figure whose stage the words before it name. */
const OVERRULES_STAGE: ReadonlySet<RoleReason> = new Set(['remaining', 'carry_over'])
