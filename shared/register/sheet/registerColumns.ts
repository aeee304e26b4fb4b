import type { Stage } from '../../quantity/stage.ts'
import type { IndicatorKind, Task } from '../register.ts'

/** The columns of a register on a sheet, in the order in which `gridOfRegister` writes them: field, heading, other headings that mean it. */
export const REGISTER_COLUMNS = [
  ['category', '类别', '工程', '类别名称'],
  ['task', '任务编号', '编号'],
  ['text', '工作任务', '任务', '任务内容'],
  ['leadUnits', '主要责任单位', '责任单位', '牵头单位'],
  ['taskReporter', '任务报送单位'],
  ['counties', '县区范围'],
  ['countiesPhrase', '县区表述'],
  ['origin', '任务来源'],
  ['indicator', '指标编号'],
  ['name', '指标', '指标名称'],
  ['kind', '指标类型'],
  ['measure', '单位', '计量单位'],
  ['countMeasure', '计数单位'],
  ['target', '目标', '目标值', '年度目标'],
  ['op', '目标关系'],
  ['targetRaw', '目标原文'],
  ['area', '范围'],
  ['scopeText', '范围说明'],
  ['deadline', '完成时限', '完成时间'],
  ['deadlineRaw', '时限原文'],
  ['countsStage', '计入阶段'],
  ['direction', '方向'],
  ['rollup', '汇总方式'],
  ['reporter', '报送单位', '指标报送单位'],
  ['reportedBy', '报送层级'],
  ['requiredAreas', '必报县区'],
  ['statePercent', '补写百分比'],
  ['predecessor', '原报送单位'],
  ['since', '接报期次'],
  ['taskPredecessor', '任务原报送单位'],
  ['taskSince', '任务接报期次'],
] as const
/** The name of a column in code: what a row is read by. */
export type RegisterField = (typeof REGISTER_COLUMNS)[number][0]

/** Columns of a task; the others are an indicator's. */
export const TASK_FIELDS: readonly RegisterField[] = [
  'text',
  'leadUnits',
  'taskReporter',
  'taskPredecessor',
  'taskSince',
  'counties',
  'countiesPhrase',
  'origin',
]
/** Columns that people add and that say nothing of the register. */
export const OTHER_HEADINGS: readonly string[] = ['序号', '备注']

/** The words of 指标类型; each of these tables is written and read by the same words. */
export const KIND_WORDS: Readonly<Record<IndicatorKind, string>> = {
  count: '数量',
  percent: '百分比',
  milestone: '节点',
  narrative: '文字',
}
/** The words of 计入阶段. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  completed: '完成',
  started: '开工',
  accepted: '验收',
  basically_completed: '基本完成',
  selected: '选定',
  approved: '批复',
  planned: '计划',
  not_started: '未开工',
  in_progress: '进行中',
}
/** The words of 任务来源. */
export const ORIGIN_WORDS: Readonly<Record<Task['origin'], string>> = { 'provincial+municipal': '省、市', municipal: '市' }
/** The words of 县区范围, before the names of the counties. */
export const COUNTY_WORDS = { all: '全部', relevant: '相关', none: '无' } as const
/** The words of 目标关系. */
export const OP_WORDS = { '>=': '不少于', '==': '等于', '<=': '不超过' } as const
/** The words of 方向. */
export const DIRECTION_WORDS = { up: '增加', down: '减少' } as const
/** The words of 汇总方式. */
export const ROLLUP_WORDS = { sum: '合计', ratio_of_sums: '合计之比', latest: '最新' } as const
/** The words of 报送层级. */
export const REPORTED_BY_WORDS = { city: '市级', counties: '县级' } as const
