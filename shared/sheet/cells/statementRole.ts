import { wordList } from '../../base/wordList.ts'
import { figureRole } from '../../narrative/words/figureRole.ts'
import { narrativeTask } from '../../narrative/words/narrativeTask.ts'
import { registerStage, stageCounts } from '../../narrative/words/stages.ts'
import { type IndicatorWords, overlapOf, sharesHead, taskWords } from '../../narrative/words/taskWords.ts'
import { objectWords } from '../../narrative/words/wording.ts'
import { stageAround } from '../../quantity/findQuantities.ts'
import type { Stage } from '../../quantity/stage.ts'
import type { Indicator, Register } from '../../register/register.ts'
import { ownVerbs } from '../headings/ownVerbs.ts'
import type { Statement } from './statements.ts'

/**
 * What a figure among the words of a cell is to an indicator:
 *
 *     ownAct      开通163个 of 开通5G基站: the very act that the register names
 *     counted     完工12座 at a stage that counts
 *     plain       12座, 共12座, 累计12座: nothing is said of a stage
 *     otherStage  在建19个; 建成214个 of 开通5G基站
 *     period      本月3座
 *     planned     计划20座, 预计9月完成800户
 *     context     剩余5座, 去年12座
 *     otherThing  12个村 of 新建农村公路: words that the indicator does not know
 */
export type StatementRole = 'ownAct' | 'counted' | 'plain' | 'otherStage' | 'period' | 'planned' | 'context' | 'otherThing'

/** A role and the stage that the words name. */
export interface StatementMeaning {
  readonly role: StatementRole
  readonly stage: Stage | undefined
}

/** What a statement of a cell says of an indicator. */
export function meaningOfStatement({ before, behind, remark }: Statement, register: Register, indicator: Indicator): StatementMeaning {
  const words = wordsOfIndicator(register, indicator)
  if (!words) return { role: 'plain', stage: undefined }
  const verdict = figureRole(before, `${behind}${remark}`, words.acts)
  const stage = registerStage(verdict) ?? undefined
  // what is chosen or approved is at a stage of its own, what is planned or left is at none
  if (verdict.kind === 'context' && verdict.reason !== 'prepared')
    return { role: verdict.reason === 'planned' ? 'planned' : 'context', stage }
  const own = `${before}${behind}`
  if (OF_PERIOD.pattern.test(own)) return { role: 'period', stage }
  if (verdict.kind === 'context') return { role: 'otherStage', stage }
  if (isAboutOther(own, words)) return { role: 'otherThing', stage }
  const act = actReached(indicator, `${own}${remark}`)
  if (act === 'own') return { role: 'ownAct', stage: indicator.countsStage }
  if (act === 'before') return { role: 'otherStage', stage: 'basically_completed' }
  if (act === 'beyond') return { role: 'counted', stage }
  if (verdict.stage === null) return { role: 'plain', stage: stageAround(before, `${behind}${remark}`) }
  return { role: stageCounts(verdict.stage, verdict.stageWords, words) ? 'counted' : 'otherStage', stage }
}

/** The words of an indicator as texts are compared with them; undefined where its task is unknown. */
export function wordsOfIndicator(register: Register, { id, taskId }: Indicator): IndicatorWords | undefined {
  const task = narrativeTask(register, taskId)
  return task && taskWords(task).find(({ indicator }) => indicator.id === id)
}

/** Words that name an object of which the indicator has no word: 12个停车场. */
const isAboutOther = (own: string, words: IndicatorWords): boolean =>
  objectWords(own).some((chunk) => overlapOf(chunk, words) === 0 && !sharesHead(chunk, words))

/**
 * Where the words beside a figure are in the order of work, for an indicator that the register counts by an act of its own:
 * the very act, before it, or beyond it. Undefined for others and for words that name no such act.
 *
 *     开通5G基站    已开通90个    own
 *     开通5G基站    建成118个     before
 *     新建换热站    建成6座       undefined
 */
export function actReached(indicator: Pick<Indicator, 'name'>, words: string): 'own' | 'before' | 'beyond' | undefined {
  const verbs = ownVerbs(indicator)
  const at = Math.max(...verbs.map((verb) => words.indexOf(verb)))
  if (at >= 0) return YET_TO_COME.pattern.test(words.slice(Math.max(0, at - REACH), at)) ? 'before' : 'own'
  const [needed, reached] = [lastActOf(verbs.join('')), lastActOf(words)]
  if (needed < 1 || reached < 0) return undefined
  return reached < needed ? 'before' : 'beyond'
}

/**
 * The only one, or of several acts of the same things, each done to no more of them than the act before it, the first:
 * 建成123公里，通车98公里 are 123. None where others remain: 东片2座，西片4座.
 */
export function onlyOrFirstAct<T>(
  found: readonly T[],
  wordsOf: (one: T) => { readonly words: string; readonly value: number },
): readonly T[] {
  const inOrder = found
    .map((one) => ({ one, ...wordsOf(one) }))
    .map((said) => ({ ...said, act: lastActOf(said.words) }))
    .sort((a, b) => a.act - b.act)
  const [first] = inOrder
  if (!first) return []
  const goesOn = inOrder.every((said, i) => {
    const before = inOrder[i - 1]
    return before === undefined || said.value === first.value || (before.act >= 0 && said.act > before.act && said.value <= before.value)
  })
  return goesOn ? [first.one] : []
}

/** What makes an act one that is still to come, right before it. */
export const YET_TO_COME = wordList(
  [
    { word: '正在', example: '正在' },
    { word: '即将', example: '即将' },
    { word: '将', example: '月底将' },
    { word: '待', example: '等待' },
    { word: '未', example: '尚未' },
    { word: '未能', example: '未能' },
    { word: '拟', example: '拟' },
    { word: '准备', example: '准备' },
    { word: '申请', example: '申请' },
  ],
  { frame: '{words}$' },
)
const REACH = 4

/** The furthest of the acts that words name, by its place in the order of work; -1 where they name none. */
const lastActOf = (words: string): number => ACTS_IN_ORDER.findLastIndex(({ pattern }) => pattern.test(words))

/** What is built is not yet accepted, what is accepted not handed over, what is handed over not in use. */
export const ACTS_IN_ORDER = [
  wordList([
    { word: '建成', example: '建成214个' },
    { word: '完工', example: '完工12座' },
    { word: '竣工', example: '竣工151个' },
    { pattern: '(?:建设|施工|安装|改造)完(?:成|毕)?', example: '施工完成96个' },
    { pattern: '完成(?:建设|施工|安装|改造)', example: '完成建设84个' },
    { word: '安装', example: '安装设备30台' },
  ]),
  wordList([{ word: '验收', example: '验收合格30个' }]),
  wordList([
    { word: '交付', example: '交付101个' },
    { word: '移交', example: '移交20套' },
  ]),
  wordList([
    { word: '开通', example: '入网开通82个' },
    { pattern: '投入?使?用', example: '投入使用9所' },
    { pattern: '投入?运', example: '投入运行2座' },
    { word: '启用', example: '启用305个' },
    { word: '上线', example: '上线事项46项' },
    { pattern: '通[车水气电]', example: '通车98公里' },
    { word: '挂牌', example: '挂牌开放5个' },
    { word: '入住', example: '分配入住305套' },
    { word: '发放', example: '发放补贴320户' },
    { word: '到岗', example: '到岗52名' },
  ]),
] as const

/** The figure is of one month or week, not of the year so far. */
export const OF_PERIOD = wordList([
  { pattern: '[本当][月周旬期季]', example: '本月新增3座' },
  { pattern: '本季度', example: '本季度完成' },
])
