import { wordList } from '../../base/wordList.ts'
import { columnFieldsWhere } from '../../record/columnFields.ts'
import { headingFields, isWholeHeading } from '../headings/headingFields.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import type { ColumnPath } from '../tables/columnPaths.ts'
import type { ColumnContext } from './columnCandidate.ts'
import { countOf } from './columnContent.ts'

/**
 * Columns that are the nodes of a project, ticked or dated where they are done. A single one is not: nodes come in rows.
 *
 *     项目名称 | 可研批复 | 施工招标 | 开工 | 完工
 *     过街天桥 |    √     |    √     |  ×  |           four nodes, two of them done
 *     是否开工 | 是否完工                              none: flags of the row
 */
export function nodeColumns(paths: readonly ColumnPath[], context: ColumnContext): ReadonlySet<ColumnPath> {
  const nodes = new Set<ColumnPath>()
  let ticked = 0
  for (const path of paths) {
    if (!isNodeHeading(path.parts.at(-1)?.text ?? '')) continue
    const content = context.content(path.column)
    if (countOf(content, 'flag', 'mark') < content.filled) continue
    nodes.add(path)
    if (countOf(content, 'flag') > 0) ticked++
  }
  return ticked >= 2 ? nodes : new Set()
}

/** Names of nodes are short; a longer heading asks something. */
const LONGEST_NODE = 14

function isNodeHeading(text: string): boolean {
  const { core } = normaliseHeading(text)
  if (core.length > LONGEST_NODE || !NODE_WORDS.pattern.test(core) || NO_NODE_WORDS.pattern.test(core)) return false
  return !headingFields(text).some((guess) => isWholeHeading(guess) && REPORTS_STATE.has(guess.field))
}

/** Fields that say how a whole row is doing. */
const REPORTS_STATE = columnFieldsWhere(({ group }) => group === 'flag')

/** Words of the steps of building works, purchases, recruitment and systems. */
export const NODE_WORDS = wordList([
  { word: '立项', example: '立项' },
  { word: '可研', example: '可研批复' },
  { word: '可行性', example: '可行性研究' },
  { word: '建议书', example: '项目建议书' },
  { word: '批复', example: '初设批复' },
  { word: '初设', example: '初设' },
  { word: '设计', example: '施工图设计' },
  { word: '概算', example: '概算审查' },
  { word: '预算', example: '预算编制' },
  { word: '控制价', example: '控制价评审' },
  { word: '评审', example: '财政评审' },
  { word: '财评', example: '财评' },
  { word: '招标', example: '施工招标' },
  { word: '招投标', example: '招投标' },
  { word: '开标', example: '开标' },
  { word: '中标', example: '中标公示' },
  { word: '合同', example: '合同签订' },
  { word: '许可', example: '施工许可' },
  { word: '手续', example: '前期手续' },
  { word: '用地', example: '用地手续' },
  { word: '规划', example: '规划许可' },
  { word: '环评', example: '环评' },
  { word: '选址', example: '选址' },
  { word: '征地', example: '征地' },
  { word: '征收', example: '房屋征收' },
  { word: '拆迁', example: '拆迁' },
  { word: '方案', example: '方案制定' },
  { word: '公告', example: '发布公告' },
  { word: '公示', example: '公示' },
  { word: '笔试', example: '笔试' },
  { word: '面试', example: '面试' },
  { word: '体检', example: '体检' },
  { word: '考察', example: '考察' },
  { word: '聘用', example: '聘用' },
  { word: '进场', example: '施工进场' },
  { word: '开工', example: '开工' },
  { word: '动工', example: '动工' },
  { word: '基础', example: '基础施工' },
  { word: '主体', example: '主体施工' },
  { word: '封顶', example: '主体封顶' },
  { word: '装修', example: '装修' },
  { word: '装饰', example: '装饰工程' },
  { word: '安装', example: '设备安装' },
  { word: '调试', example: '调试' },
  { word: '试运行', example: '试运行' },
  { word: '上线', example: '系统上线' },
  { word: '完工', example: '完工' },
  { word: '竣工', example: '竣工' },
  { word: '验收', example: '竣工验收' },
  { word: '移交', example: '移交' },
  { word: '投用', example: '投用' },
  { word: '使用', example: '投入使用' },
  { word: '交付', example: '交付' },
  { word: '启动', example: '启动' },
  { word: '摸底', example: '摸底' },
  { word: '采购', example: '设备采购' },
])

/** Words with which a node's name heads something else: how many, how much, when. */
export const NO_NODE_WORDS = wordList([
  { word: '率', example: '开工率' },
  { word: '数', example: '开工数' },
  { word: '量', example: '采购量' },
  { word: '投资', example: '概算投资' },
  { word: '资金', example: '征地资金' },
  { word: '时间', example: '开工时间' },
  { word: '日期', example: '竣工日期' },
  { word: '是否', example: '是否开工' },
  { word: '情况', example: '招标情况' },
  { word: '问题', example: '征地问题' },
  { word: '%', example: '竣工%' },
])
