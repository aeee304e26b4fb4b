import { type Effect, effectOf } from '../../shared/finding/effects.ts'
import type { Finding, FindingCode } from '../../shared/finding/finding.ts'

/** What each code says, in a few words for the terminal; the pane has whole sentences. */
const WORDS: Readonly<Record<FindingCode, string>> = {
  CELL_ERROR: '单元格是错误值',
  DATE_IN_FIGURE: '数字栏里是日期',
  UNIT_MISMATCH: '计量单位与指标不符，数据不采用',
  UNIT_INCONSISTENT: '同一单位下混用了不同量级',
  PCT_MISMATCH: '百分比与完成数÷目标不符',
  SUM_MISMATCH: '合计与各行之和不符',
  DECREASED_CUMULATIVE: '累计数比上期减少',
  OVER_TARGET_SUSPECT: '远超目标，疑似多写了位数',
  BELOW_ZERO: '小于0',
  SHEET_OF_OTHER_UNIT: '表上写的是别的填报单位',
  PERIOD_MISMATCH: '表上写的不是本期',
  ROW_NOT_YOURS: '有不由本单位填报的行',
  DUPLICATE_ROW: '两行报同一事项而数值不同，均不采用',
  MILESTONE_OVERDUE: '节点已过计划时间而未完成',
  JUMP_SUSPECT: '比上期增加过多，疑似多写了位数',
  STEP_MISMATCH: '上期累计加本期不等于累计',
  PREVIOUS_MISMATCH: '上期数与上次报送的不同',
  PCT_ROUNDING: '百分比末位取舍有出入',
  PCT_UNVERIFIABLE: '百分比无法核对：所依据的数据未采用，或这一列是另一口径的比例',
  STAGE_MISMATCH: '所报阶段与指标口径不同',
  AS_OF_AFTER_SUBMISSION: '数据截至日期晚于填报日期',
  ACTUAL_AHEAD: '实际完成日期还没有到',
  APPROX_VALUE: '是约数',
  TARGET_MISMATCH: '目标与目录登记的不同',
  NOT_REPORTED: '应报而没有数（没有填数不是0）',
  DENOMINATOR_MISSING: '比率没有分母，不能汇总',
  DATE_AMBIGUOUS: '日期有两种读法',
  AREA_NOT_IN_REGISTER: '地区不在目录中',
  SUM_UNVERIFIABLE: '合计只与部分行相符',
  STATUS_CONTRADICTION: '状态与数据矛盾',
  OVER_TARGET: '超过目标',
  LEDGER_ROWS: '逐项填报的台账，按县（市、区）汇总',
  RATE_OVER_100: '比率超过100%',
  AREA_ALIAS: '地区别名',
  UNIT_ALIAS: '单位别名',
  UNIT_SYNONYM: '计量单位同义',
  UNIT_LEVEL_AMBIGUOUS: '本市单位还是市直单位不明',
  REPORTER_NOT_LEAD: '填报单位不是牵头单位',
  INDICATOR_SPLIT: '一行对应两项指标',
  NUMBER_IN_TEXT: '数字取自文字',
  FULLWIDTH_DIGITS: '全角数字',
  PCT_SCALE_MIXED: '同列混用小数与百分数',
  CARRY_OVER: '上年结转，不计入今年',
  DATE_SERIAL: '日期以序列号存储',
  DATE_SHORT: '日期缺年份',
  DATE_VAGUE: '日期笼统',
  DATE_AS_NUMBER: '日期写成数字',
  DATE_OPEN_ENDED: '无截止日期',
  PERSON_PHONE_COMBINED: '姓名与电话同格',
  TEXT_FIGURE_MISMATCH: '文字所述与数据列不同',
  TEXT_PARTS_MISMATCH: '文字中的分项相加不等于总数',
  TEXT_NO_FIGURE: '文字中没有进展数据',
  TEXT_FIGURE_OPEN: '文字中的数字归属不明，未采用',
  TEXT_CONTEXT_FIGURE: '文字中的数字只是背景',
  TEXT_COMMITMENT_DUE: '承诺的时间已到而未提及',
  TEXT_STALE: '数据有变而文字未改',
  NOT_READ: '未能读取',
  FIGURE_TWICE: '同一项数字填了两处而不同，采用前一处',
  FIGURES_OUTSIDE: '表外的数字，没有读',
  SUBJECT_AMBIGUOUS: '对应哪项任务不明，请选择',
}

/** What becomes of what a finding is about; what is sent all the same needs no word. */
const EFFECTS: Readonly<Record<Effect, string>> = {
  withholdsSheet: '，确认前整张表暂不报送',
  withholdsRow: '，整行暂不报送',
  withholdsField: '，该数暂不报送',
  asksReason: '，写明原因后报送',
  asksConfirmation: '，确认后报送',
  invitesReason: '，照常报送',
  tells: '',
}

const SEVERITY = { error: '错误', warning: '警告', info: '提示' } as const

/** "错误 E7 单元格是错误值（error=#REF!），该数暂不报送" */
export function findingLine(finding: Finding): string {
  const params = Object.entries(finding.params)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join('、') : String(value)}`)
    .join('，')
  const several = finding.cells && finding.cells.length > 1 ? `等${finding.cells.length}处` : ''
  return `${SEVERITY[finding.severity]} ${finding.cell}${several} ${WORDS[finding.code]}${params === '' ? '' : `（${params}）`}${EFFECTS[effectOf(finding)]}`
}
