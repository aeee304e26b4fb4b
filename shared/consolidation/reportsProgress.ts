/** What comes before a word of none: "截至目前，本月暂无新进展". */
const SINCE = [
  '截至目前',
  '目前',
  '当前',
  '本月',
  '本期',
  '本季度',
  '今年以来',
  '我县',
  '我市',
  '我区',
  '我局',
  '我单位',
  '该项工作',
  '该项目',
  '项目',
  '工作',
  '进展情况',
  '工作进展',
]
const NONE = ['暂无', '尚无', '没有', '未有', '未取得', '并无', '无']
/** Said instead of what there is: "与上月一致". */
const SAME = ['与上月一致', '与上月相同', '与上期一致', '与上期相同', '同上月', '同上期', '无变化', '未开展相关工作', '未开展工作']
const NEW = ['新的', '新', '明显', '实质性', '其他']
const OF_WHAT = ['进展情况', '工作进展', '进展', '进度', '更新', '变化', '变动', '情况', '内容', '数据', '问题', '困难']
/** Said of a report that is still to come: "待报". */
const TO_COME = [
  '暂未报送',
  '尚未报送',
  '未报送',
  '未报',
  '待报',
  '待报送',
  '待统计',
  '暂缺',
  '略',
  '待定',
  '同上',
  '同前',
  '见附件',
  '详见附件',
  '见附表',
  '详见附表',
  '附后',
]
/** How a sentence of what is still planned begins. */
const PLANNED = ['下一步', '下步', '接下来', '下阶段', '下个月', '下月']

const anyOf = (words: readonly string[]): string => `(?:${words.join('|')})`
const NO_PROGRESS = new RegExp(`^${anyOf(SINCE)}*(?:${anyOf(NONE)}${anyOf(NEW)}*${anyOf(OF_WHAT)}?|${anyOf(TO_COME)}|${anyOf(SAME)})$`)
const PLAN = new RegExp(`^${anyOf(PLANNED)}`)

/**
 * Whether a text reports how far something is; one that says that there is nothing to report does not.
 *
 * | text | |
 * | --- | --- |
 * | 已完成招标。 | yes |
 * | 尚未开工。 | yes |
 * | 项目已开工，暂无其他进展。 | yes |
 * | 暂无进展。 / 无 / — | no |
 * | 截至目前，本月暂无新进展，下一步加快推进。 | no |
 */
export function reportsProgress(text: string): boolean {
  const clauses = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .split(/[,。;、!:.]/)
  const said = clauses.map((clause) => clause.replace(/[^\p{L}\p{N}]/gu, '')).filter((clause) => clause !== '' && !SINCE.includes(clause))
  const telling = said.filter((clause) => !NO_PROGRESS.test(clause))
  // Plans alone are how far it is before it begins; next to 暂无进展 they are no progress either.
  return telling.length === said.length ? said.length > 0 : telling.some((clause) => !PLAN.test(clause))
}
