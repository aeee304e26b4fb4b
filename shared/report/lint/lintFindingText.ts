import type { LintCode, LintFinding } from './lintFinding.ts'

/** What a finding says to the staff, one sentence a code. */
const SENTENCES: Readonly<Record<LintCode, (finding: LintFinding) => string>> = {
  NUMBERING: ({ params }) => `标题序号不符，应为“${params.wanted}”。`,
  TASK_NUMBERING: ({ params }) => `任务序号不符，应为“${params.wanted}”。`,
  COUNTS_WRONG: ({ params }) => `类数、项数与正文不符，正文为${params.wanted}。`,
  LABEL_MISSING: ({ params }) => `缺少“${params.label}”。`,
  LABEL_INLINE: () => '“主要责任单位：”应另起一段。',
  ARTEFACT: () => '排版软件遗留的标记，应删除。',
  SPACES: () => '行首、行尾或序号后有多余空格。',
  FULL_STOPS: () => '标点重复或连用。',
  BRACKETS: ({ params }) => `括号或引号不成对：左${params.opens}个，右${params.closes}个。`,
  PCT_MISMATCH: ({ params }) => `百分比与数据不符：写${params.stated}%，按数据为${params.right}%。`,
  PCT_ROUNDING: ({ params }) => `百分比末位取舍有误：写${params.stated}%，应为${params.right}%${exactly(params)}。`,
  ROUNDING_MIXED: ({ params }) => `同一报告中取舍规则不一：此处舍去尾数，“${params.other}”为四舍五入。`,
  PCT_NOT_STATED: ({ params }) => `${params.stated}项写明完成比例，另有${params.without}项有数据而未写比例。`,
  STAGE_MISMATCH: ({ params }) => `所写阶段与目标口径不同，目标为“${params.target}”。`,
  RATE_OVER_100: () => '比率超过100%：实际数确实多于应有数的，请说明原因；否则请更正。',
  DENOMINATOR_MISSING: ({ params }) =>
    `比率未写明分母${params.implied === undefined ? '' : `，按所列数据推算为${params.implied}`}，无法汇总。`,
  RATE_BASE: ({ params }) => `未写明是哪一项的比率（${params.candidates}）。`,
  PARTS_MISMATCH: ({ params }) => `各部分之和为${params.sum}，与${params.target}不符。`,
  PARTS_STAGES: ({ params }) => `各部分之和等于目标${params.target}，但所处阶段不同，计入完成的为${params.done}。`,
  APPROX_EXACT: () => '精确到个位的数字后不应再加“余”“多”：数字准确的请删去，只是约数的请写到整十整百。',
  UNIT_NOT_RESPONSIBLE: ({ params }) => `所列单位不在主要责任单位（${params.responsible}）之内。`,
  AS_OF_MIXED: ({ params }) => `截至日期不统一${params.dates === '' ? '' : `（${params.dates}）`}。`,
  DATE_PAST: ({ params }) => `至${params.on}所写日期已到，文中未写结果，请更新。`,
  MEASURE_MIXED: () => '同一计量单位有两种写法。',
  TEXT_STALE: () => '与上期文字完全相同。',
  NOT_REPORTED: () => '本期暂无可用的报送内容。',
}

/** The percentage at two decimals, where the right one has fewer. */
const exactly = ({ right, exact }: LintFinding['params']): string => (right === exact ? '' : `（保留两位小数为${exact}%）`)

/** "“130场，占目标任务的43.34%”：百分比末位取舍有误……", for whoever knows which text it is about. */
export function lintSentence(finding: LintFinding): string {
  const quote = finding.quote.trim() === '' ? '' : `“${finding.quote.trim()}”`
  return `${quote}${quote === '' ? '' : '：'}${SENTENCES[finding.code](finding)}`
}

/** The same with its task, as whoever has the document finds it: a .docx has no lines that are numbered. */
export const lintFindingText = (finding: LintFinding): string =>
  finding.task === null ? lintSentence(finding) : `${finding.task} ${lintSentence(finding)}`

/** The same with the line of a text that somebody has as lines: "第15行（2.3）：“130场……”：……" */
export const lintLineText = (finding: LintFinding): string =>
  `第${finding.line}行${finding.task === null ? '' : `（${finding.task}）`}：${lintSentence(finding)}`
