import { chineseNumber } from '../../quantity/chineseNumber.ts'
import type { Register } from '../../register/register.ts'
import { taskById } from '../../register/registerIndex.ts'

/** How much of a task's own words names it where its category has no title. */
const WORDS_OF_TASK = 20

/** "“七、畅通群众出行”工作任务1": a task as the report heads it; whoever gets a letter knows no codes of a register. */
export function taskInWords(register: Register, id: string): string {
  const task = taskById(register, id)
  if (!task) return ''
  const title = register.categories.find(({ no }) => no === task.categoryNo)?.title
  if (!title) return `“${task.text.slice(0, WORDS_OF_TASK)}${task.text.length > WORDS_OF_TASK ? '…' : ''}”`
  return `“${chineseNumber(task.categoryNo)}、${title}”${task.taskNo === null ? '' : `工作任务${task.taskNo}`}`
}
