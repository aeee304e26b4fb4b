import { chineseNumber } from '../../quantity/chineseNumber.ts'
import { type Remark, type ReportCheck, remark } from './remark.ts'

/** Headings 一、二、三 without a gap, tasks 1, 2, 3, their labels, and the counts that the opening states. */
export const checkStructure: ReportCheck = ({ opening, categories }, _context) => {
  const remarks: Remark[] = []
  let tasks = 0
  for (const [index, category] of categories.entries()) {
    const wanted = chineseNumber(index + 1)
    if (category.numeral !== wanted) remarks.push(remark('NUMBERING', category.line, null, category.text, { wanted: `${wanted}、` }))
    for (const [position, task] of category.tasks.entries()) {
      tasks++
      const number = category.tasks.length > 1 ? position + 1 : null
      if (!task.labelled)
        remarks.push(remark('LABEL_MISSING', task.task.line, task.id, task.task.text.slice(0, 12), { label: '工作任务：' }))
      else if (task.number !== number) {
        remarks.push(
          remark('TASK_NUMBERING', task.task.line, task.id, `工作任务${task.number ?? ''}`, { wanted: `工作任务${number ?? ''}` }),
        )
      }
      if (task.inline) remarks.push(remark('LABEL_INLINE', task.task.line, task.id, '主要责任单位：'))
      if (!task.units)
        remarks.push(remark('LABEL_MISSING', task.task.line, task.id, task.task.text.slice(0, 12), { label: '主要责任单位：' }))
      const first = task.progress[0]
      if (!first) remarks.push(remark('LABEL_MISSING', task.task.line, task.id, task.task.text.slice(0, 12), { label: '进展情况：' }))
      else if (/^(暂未报送|报送内容尚在审核)/.test(first.text)) remarks.push(remark('NOT_REPORTED', first.line, task.id, first.text))
    }
  }
  for (const { line, text } of opening) {
    const stated = /(\d+)大类(\d+)项/.exec(text)
    if (stated && (Number(stated[1]) !== categories.length || Number(stated[2]) !== tasks)) {
      remarks.push(remark('COUNTS_WRONG', line, null, stated[0], { wanted: `${categories.length}大类${tasks}项` }))
    }
  }
  return remarks
}
