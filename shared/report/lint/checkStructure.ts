import { chineseNumber } from '../../quantity/chineseNumber.ts'
import { type LintFinding, lintFinding, type ReportCheck } from './lintFinding.ts'
import type { ParsedCategory, ParsedReport, ParsedTask, Part } from './parseReport.ts'

/** Headings 一、二、三 without a gap, tasks 1, 2, 3, their labels, and the counts that the opening states. */
export const checkStructure: ReportCheck = (report, _context) => [
  ...report.categories.flatMap((category, index) => [
    ...headingNumber(category, index + 1),
    ...category.tasks.flatMap((task, position) => {
      // the only task of a category has no number of its own
      const number = category.tasks.length > 1 ? position + 1 : null
      return [...taskLabel(task, number), ...unitsLabel(task), ...progressLabel(task)]
    }),
  ]),
  ...report.opening.flatMap((part) => statedCounts(part, report)),
]

/** NUMBERING: "4、" where 四、 is due. */
function headingNumber({ line, numeral, text }: ParsedCategory, position: number): readonly LintFinding[] {
  const wanted = chineseNumber(position)
  return numeral === wanted ? [] : [lintFinding('NUMBERING', { line, task: null }, text, { wanted: `${wanted}、` })]
}

/** 工作任务： is there, and its number follows the one before. */
function taskLabel({ task, id, labelled, number }: ParsedTask, wanted: number | null): readonly LintFinding[] {
  const place = { line: task.line, task: id }
  if (!labelled) return [labelMissing(task, id, '工作任务：')]
  if (number === wanted) return []
  return [lintFinding('TASK_NUMBERING', place, `工作任务${number ?? ''}`, { wanted: `工作任务${wanted ?? ''}` })]
}

/** 主要责任单位： is there, in a line of its own. */
const unitsLabel = ({ task, id, inline, units }: ParsedTask): readonly LintFinding[] => [
  ...(inline ? [lintFinding('LABEL_INLINE', { line: task.line, task: id }, '主要责任单位：')] : []),
  ...(units ? [] : [labelMissing(task, id, '主要责任单位：')]),
]

/** 进展情况： is there, and says more than that nothing was reported. */
function progressLabel({ task, id, progress: [first] }: ParsedTask): readonly LintFinding[] {
  if (!first) return [labelMissing(task, id, '进展情况：')]
  if (!/^(?:暂未报送|本期未列。$)/.test(first.text)) return []
  return [lintFinding('NOT_REPORTED', { line: first.line, task: id }, first.text)]
}

/** How much of a task is quoted where one of its labels is missing. */
const QUOTED = 12

const labelMissing = ({ line, text }: Part, task: string, label: string): LintFinding =>
  lintFinding('LABEL_MISSING', { line, task }, text.slice(0, QUOTED), { label })

/** COUNTS_WRONG: 10大类23项 against the headings and tasks that follow. */
function statedCounts({ line, text }: Part, { categories }: ParsedReport): readonly LintFinding[] {
  const stated = /(\d{1,4})大类(\d{1,4})项/.exec(text)
  const tasks = categories.reduce((sum, category) => sum + category.tasks.length, 0)
  if (!stated || (Number(stated[1]) === categories.length && Number(stated[2]) === tasks)) return []
  return [lintFinding('COUNTS_WRONG', { line, task: null }, stated[0], { wanted: `${categories.length}大类${tasks}项` })]
}
