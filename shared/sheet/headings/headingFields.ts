import type { ColumnField } from '../../record/reading.ts'
import { HEADING_TEXTS } from './headingTexts.ts'
import { normaliseHeading } from './normaliseHeading.ts'

/** A field that a heading may mean, and how well its words say so (1: a known heading, less: by its parts). */
export interface FieldGuess {
  readonly field: ColumnField
  readonly score: number
}

const exact = new Map<string, ColumnField[]>()
for (const [field, texts] of Object.entries(HEADING_TEXTS) as [ColumnField, readonly string[]][]) {
  for (const text of texts) {
    const key = text.toLowerCase()
    const list = exact.get(key)
    if (!list) exact.set(key, [field])
    else if (!list.includes(field)) list.push(field)
  }
}

/** What a heading's parts say where the whole is not known; the first that fits wins. */
const BY_PARTS: readonly (readonly [RegExp, readonly ColumnField[]])[] = [
  [/问题.*(措施|打算|步|建议|对策)|原因.*措施/u, ['issues_next_steps']],
  [/^(下一?步|下月|下阶段|后续).*(计划|任务|目标|工作)/u, ['next_steps']],
  [/(责任人|联系人|负责人).*(电话|方式|手机)/u, ['resp_person_phone']],
  [/电话|手机|联系方式/u, ['phone']],
  [/是否.*(时序|序时)/u, ['on_schedule_flag']],
  [/是否.*(开工|动工|启动|开建|开复工)/u, ['started_flag']],
  [/是否.*(完成|完工|竣工|办结|建成|销号)/u, ['completed_flag']],
  [/亮灯|黄绿|灯/u, ['status_light']],
  [/(开工|开复工|动工)率/u, ['start_rate']],
  [/形象进度|形象部位|工程进度/u, ['visual_progress']],
  [/(时序|序时)/u, ['scheduled_progress']],
  [/(投资|资金).*(率|比例|%)/u, ['percent']],
  [/(计划|年度|总|估算|概算|预算|预计).*(投资|资金)/u, ['invest_plan']],
  [/投资|资金|拨付/u, ['invest_done']],
  [/^(完成|占).{0,4}(目标|任务|计划)$/u, ['percent', 'cumulative']],
  [/(率|比例|百分比|占比|比重|之比|%)$/u, ['percent']],
  [/^占.*(目标|任务|计划)/u, ['percent']],
  [/(上月|上期|上次|上周|上季).*(累计|止|底|末)|截至上(月|期)/u, ['previous_cumulative']],
  [/^上(一?期|次)(?!.*(新增|增加|投资))/u, ['previous_cumulative']],
  [/结转|续建/u, ['carry_over']],
  [/(本月|当月|本期|本周|当期|本旬|本季).*(累计)/u, ['cumulative']],
  [/^(较|比)(上月|上期|上周|上次).*(增|新|多|完成)/u, ['period_value']],
  [
    /^(本月|当月|本期|本周|当期|本旬|本季)(?!.*(累计|排名|位次|名次|得分|进展|情况|问题|计划|打算|措施|目标|任务))\p{Script=Han}{2,3}$/u,
    ['period_value'],
  ],
  [/^(本月|当月|本期|本周|当期|本旬|本季|上月|新增).*(完成|新增|数|量)/u, ['period_value']],
  [/(投用|投入使用|建成).*(时间|日期)/u, ['deadline', 'actual_date']],
  [/(实际|办结|完成|竣工|完工).*(时间|日期)/u, ['actual_date', 'deadline']],
  [/(计划|预计|拟|要求).*(时间|日期|时限|期限)/u, ['deadline']],
  [/时限|期限|节点时间|时间要求/u, ['deadline']],
  [/截[至止].*(时间|日期)?$/u, ['as_of']],
  [/(进展|推进|落实|进度|开展).*(情况|说明)?$/u, ['progress_text']],
  [/完成情况/u, ['cumulative', 'progress_text']],
  [/目标.*任务|任务.*目标/u, ['target', 'task']],
  [/^(已|累计|实际)?(完成|建成|改造|整治|开工|完工|竣工).{0,2}规模$/u, ['cumulative']],
  [/规模$/u, ['target']],
  [/目标$/u, ['target']],
  [/^(目标|指标|任务|考核|达标).{0,2}(要求|标准|值)$/u, ['target']],
  [/(完成|实际|当前|目前|现状|达到|监测|统计)(完成)?值$/u, ['cumulative']],
  [/(任务|计划)$/u, ['target']],
  [/^(已|累计|现已).{1,4}$/u, ['cumulative']],
  [/^(计划|拟|应|需|预计)(建设|改造|整治|完成|实施|筛查|救助|招聘|开工|新建|安装|建成|办理|演出|开通)(数|量)?$/u, ['target']],
  [/(目标|任务|计划|应完成|应筛查|应(?!聘)).*(数|量|值|户|人|个|座|套|台|场|件|长度|里程|公里|面积|次)$/u, ['target']],
  [/(年度|全年|今年|本年).*(目标|任务|计划)/u, ['target']],
  [/(已|累计|实际|目前).*(完成|建成|办理|实施|筛查|救助|开工|竣工|完工|办结|受理|改造|整治|数)/u, ['cumulative']],
  [/(完成|建成|竣工|完工|办结|开工|受理).*(数|量|个数|户数|人数|里程|件数|场次|长度|面积|公里)$/u, ['cumulative']],
  [
    /(报名|申报|申请|登记|签约|审查|审核|初审|面试|笔试|体检|公示|招标|选址|摸排|排查)(通过|完成)?(数|人数|户数|个数|件数|情况)?$/u,
    ['cumulative'],
  ],
  [/.总(数|量|人数|户数|个数|人口)$/u, ['target']],
  [/(配合|协办|协助).*(单位|部门)/u, ['support_unit']],
  [/(牵头|主办|主管|责任|承办).*(单位|部门|主体)/u, ['lead_unit', 'support_unit', 'resp_unit']],
  [/领导/u, ['resp_leader']],
  [/(责任|负责|联系|经办)人/u, ['resp_person']],
  [/问题|困难|原因/u, ['issues']],
  [/措施|打算|下一?步|下月|安排/u, ['next_steps']],
  [/备注|说明/u, ['remark']],
  [/节点|环节|里程碑/u, ['milestone']],
  [/批次$/u, ['batch']],
  [/^(开工|动工|在建|竣工|完工|建成|投用|受理|办结|到岗|发放|开通|上线)(数|户数|人数|个数|量|里程|套数|座数|长度|面积)?$/u, ['cumulative']],
  // the bare name of the work: what is to be done where another column says what is done
  [/^(救助|招聘|筛查|整治|改造|实施|安装|修建|提升)(数|户数|人数|个数|量|里程|套数|座数|长度|面积)?$/u, ['cumulative', 'target']],
  [/^(岗位|需求|应(?!聘)|建设).{0,3}(数|人数)$/u, ['target']],
  [/^(救助|招聘|筛查|整治|改造|实施|安装|修建|提升|新建)[\p{Script=Han}]{1,5}(数|数量|量)$/u, ['cumulative', 'target']],
  [/^(建设|改造|新建|整治|项目|路线|设计)(总)?(里程|长度|面积)$/u, ['target']],
  [/^(工作|重点|实事|民生|具体|主要|建设|实施).*(任务|内容|事项|项目|实事)/u, ['task']],
  [/指标/u, ['indicator']],
  [/类别|大类|分类/u, ['category']],
  [/^(各)?县.{0,4}区|地区|市州/u, ['area']],
  [/^.{2,6}(项目|内容|事项|名称)$/u, ['indicator', 'task']],
]

const cache = new Map<string, readonly FieldGuess[]>()

/** The fields that a heading cell may mean by its words alone, best first; empty where it says nothing we know. */
export function headingFields(text: string): readonly FieldGuess[] {
  const known = cache.get(text)
  if (known) return known
  const guesses = guess(text)
  if (cache.size > 5_000) cache.clear()
  if (text.length < 200) cache.set(text, guesses)
  return guesses
}

function guess(text: string): readonly FieldGuess[] {
  const { core, hints, percentSign } = normaliseHeading(text)
  if (core === '' || core.length > 30) return []
  const whole = exact.get(core.toLowerCase()) ?? (hints.length > 0 ? exact.get(`${core}(${hints.join(')(')})`.toLowerCase()) : undefined)
  const bare = whole ?? exact.get(core.replace(/[及和与/、]/gu, '').toLowerCase()) ?? exact.get(core.replace(/^其中:?/u, '').toLowerCase())
  const found: FieldGuess[] = (bare ?? []).map((field) => ({ field, score: whole ? 1 : 0.95 }))
  if (found.length === 0) {
    const parts = BY_PARTS.find(([pattern]) => pattern.test(core))
    for (const field of parts?.[1] ?? []) found.push({ field, score: 0.7 })
  }
  if (percentSign && !found.some((f) => f.field === 'percent' || f.field.endsWith('progress') || f.field === 'start_rate')) {
    found.unshift({ field: 'percent', score: 0.9 })
  }
  return found
}

/** Headings that would have been understood, for the person whose sheet has none. */
export const KNOWN_HEADINGS: readonly string[] = Object.values(HEADING_TEXTS).flatMap((texts) => texts?.slice(0, 2) ?? [])
