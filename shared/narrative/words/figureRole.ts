import type { WordList } from '../../base/wordList.ts'
import { GOES_BY_A_PLAN, NOT_YET } from '../lexicon/planWords.ts'
import type { RoleReason } from './claims.ts'
import { CONTEXT_CUES, type ProgressStage, STAGE_CUES } from './cues.ts'
import { pairsOf } from './wording.ts'

/** What the words beside a figure say about its role, before its object is asked. */
export interface Verdict {
  readonly kind: 'context' | 'progress' | 'undecided'
  readonly reason: RoleReason
  readonly stage: ProgressStage | null
  readonly stageWords: string | null
}

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
    const overtaken = SOFT.has(before.reason) && behind.kind === 'progress' && /已|均|全部|都/.test(post)
    return overtaken ? behind : before
  }
  if (behind.kind === 'context' && (before.kind === 'undecided' || HARD.has(behind.reason) || !before.stage)) return behind
  if (before.kind === 'progress') return before.stage === 'done' && behind.stage === 'used' ? behind : before
  return behind
}

/** What a stretch of words says by itself. */
export function cuesOf(written: string, own: string): Verdict {
  const words = written.replace(/“[^”]*”/g, '“”').replace(GOES_BY_A_PLAN.everywhere, '')
  if (words === '') return UNDECIDED
  let context: { reason: RoleReason; at: number; word: string } | null = null
  for (const cue of CONTEXT_CUES) {
    const found = lastMatch(cue.words, words)
    if (!found || (ACTS.has(cue.reason) && isOwnAct(found.word, own))) continue
    if (
      cue.reason === 'beneficiaries' &&
      TAKES_PART.test(found.word) &&
      pairsOf(words.slice(found.at + 2, found.at + 10)).some((pair) => own.includes(pair))
    )
      continue
    if (cue.reason === 'comparison' && /新增|净增/.test(own) && SINCE_NEW_YEAR.test(words)) continue
    if (ABSOLUTE.has(cue.reason)) return { kind: 'context', reason: cue.reason, stage: null, stageWords: found.word }
    if (!context || found.at > context.at) context = { ...found, reason: cue.reason }
  }
  let stage: { stage: ProgressStage; at: number; word: string } | null = null
  for (const cue of STAGE_CUES) {
    const found = lastMatch(cue.words, words)
    if (found && !isNegated(words, found.at) && (!stage || found.at + found.word.length > stage.at + stage.word.length))
      stage = { ...found, stage: cue.stage }
  }
  if (context) {
    const later =
      stage &&
      stage.at + stage.word.length >= context.at + context.word.length &&
      !(PAPERWORK.test(stage.word) && stage.at - context.at - context.word.length <= 3)
    if (!later) return { kind: 'context', reason: context.reason, stage: null, stageWords: context.word }
  }
  return stage ? { kind: 'progress', reason: 'counts_object', stage: stage.stage, stageWords: stage.word } : UNDECIDED
}

function lastMatch(list: WordList, words: string): { at: number; word: string } | null {
  const all = list.everywhere
  all.lastIndex = 0
  let last: { at: number; word: string } | null = null
  for (let match = all.exec(words); match; match = all.exec(words)) {
    last = { at: match.index, word: match[0] }
    if (match[0] === '') all.lastIndex++
  }
  return last
}

const isOwnAct = (word: string, own: string): boolean =>
  own.includes(word) || (word.length >= 4 && own.includes(word.slice(0, 2))) || (EXAMS.test(word) && EXAMS.test(own))
/** One act under several names: 视力普查 for 检查视力. */
const EXAMS = /筛查$|普查$|体检|(?<!质量|安全)检查(?:视力|$|\n)|筛查\n/
const isNegated = (words: string, at: number): boolean => NOT_YET.pattern.test(words.slice(Math.max(0, at - 2), at))

/** 参加免费体检, where the indicator is about 体检. */
const TAKES_PART = /参加|参与/
/** 较年初净增 is this year's own, where the indicator counts what is new. */
const SINCE_NEW_YEAR = /[较比](?:今?年初|上?年底|上?年末|去年底)净?(?:新增|增加?|增长)$/
/** Selecting, approving or tendering that is itself finished. */
const PAPERWORK = /^(?:完成|办结|到位|结案|办理中|在办)$/
/** These decide wherever they stand among the words. */
const ABSOLUTE: ReadonlySet<RoleReason> = new Set(['earlier_period', 'comparison', 'remaining', 'carry_over', 'planned', 'average'])
/** Acts that an indicator may itself be about. */
const ACTS: ReadonlySet<RoleReason> = new Set(['prepared', 'surveyed', 'beneficiaries', 'carry_over', 'average', 'stock'])
/** Given up where the words behind say that it has come to pass. */
const SOFT: ReadonlySet<RoleReason> = new Set(['planned', 'surveyed', 'prepared'])
const HARD: ReadonlySet<RoleReason> = new Set(['remaining', 'carry_over'])
