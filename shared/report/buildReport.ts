import { chineseNumber } from '../quantity/chineseNumber.ts'
import type { Register, Task } from '../register/register.ts'
import { unitName } from '../register/registerIndex.ts'
import type { CityFigures } from '../wire/consolidation.ts'
import { addedFigures } from './addedFigures.ts'
import { figuresAlone } from './figuresAlone.ts'
import { openingOf } from './openingOf.ts'
import { HELD_BACK, NOT_ACCEPTED, NOT_REPORTED } from './placeholders.ts'
import { provenanceOf } from './provenanceOf.ts'
import type { ReportBlock, ReportDocument } from './reportDocument.ts'
import type { ReportInput } from './reportInput.ts'
import { safeText } from './safeText.ts'

/**
 * The report of a period: the register's tasks with the texts of the units of record, word for word. What is missing is
 * said, never made up; corrections are findings of `lintReport` for the units, never edits.
 */
export function buildReport(input: ReportInput): ReportDocument {
  const { register, consolidation } = input
  const leftOut: string[] = []
  const blocks: ReportBlock[] = [{ kind: 'opening', text: openingOf(input) }]
  const tasks = Map.groupBy(register.tasks, (task) => task.categoryNo)
  const narratives = new Map(consolidation.narratives.map((narrative) => [narrative.task, narrative]))
  const indicators = Map.groupBy(register.indicators, (indicator) => indicator.taskId)
  const consolidated = new Map(consolidation.indicators.map((one) => [one.indicator, one]))
  for (const category of register.categories) {
    const own = tasks.get(category.no) ?? []
    if (own.length === 0) continue
    blocks.push({ kind: 'category', no: category.no, text: `${chineseNumber(category.no)}、${category.title}` })
    for (const task of own) {
      const label = `工作任务${task.taskNo ?? ''}：`
      blocks.push({ kind: 'task', task: task.id, label, paragraphs: safeText(task.text).paragraphs })
      blocks.push({ kind: 'units', task: task.id, label: '主要责任单位：', paragraphs: [responsible(register, task)] })
      const narrative = narratives.get(task.id)
      const measured = indicators.get(task.id) ?? []
      const paragraphs = narrative
        ? progressOf(input, task, narrative, addedFigures(measured, consolidated, narrative.text), leftOut)
        : withoutText(figuresAlone(input, task, measured, consolidated), leftOut)
      blocks.push({ kind: 'progress', task: task.id, label: '进展情况：', paragraphs })
    }
  }
  const asOfSeq = consolidation.asOfSeq > 0 ? consolidation.asOfSeq : null
  if (asOfSeq !== null) blocks.push({ kind: 'source', text: `（本报告依据${consolidation.period}期第${asOfSeq}号数据生成）` })
  return {
    title: `${register.title}进展情况报告`,
    letterhead: input.letterhead ?? null,
    blocks,
    period: consolidation.period,
    asOfSeq,
    provenance: provenanceOf(register, consolidation),
    leftOut,
  }
}

/** "市教育局，各县（市、区）政府" */
export function responsible(register: Register, task: Task): string {
  const leads = task.leadUnits.map((id) => unitName(register, id)).join('、')
  return task.countyScope.phrase === null ? leads : `${leads}，${task.countyScope.phrase}`
}

function withoutText(alone: ReturnType<typeof figuresAlone>, leftOut: string[]): readonly string[] {
  leftOut.push(...alone.leftOut)
  return [alone.text]
}

function progressOf(
  input: ReportInput,
  task: Task,
  narrative: CityFigures['narratives'][number],
  added: string,
  leftOut: string[],
): readonly string[] {
  const name = (id: string) => unitName(input.register, id)
  const pending = input.pending?.has(narrative.reporter) ?? false
  if (pending && input.letterhead) {
    leftOut.push(`${task.id} ${name(narrative.reporter)}的报送内容尚未审核通过，正式报告中暂略。`)
    return [HELD_BACK]
  }
  const { paragraphs, dropped } = safeText(narrative.text)
  if (dropped > 0) leftOut.push(`${task.id} ${name(narrative.reporter)}的文字中略去${dropped}个无法写入文档的字符。`)
  if (paragraphs.length > 1) leftOut.push(`${task.id} ${name(narrative.reporter)}的文字含换行，按${paragraphs.length}段写入。`)
  const last = paragraphs.length - 1
  return paragraphs.length === 0
    ? [NOT_REPORTED]
    : paragraphs.map((text, index) => (index === last ? `${text}${added}${pending ? NOT_ACCEPTED : ''}` : text))
}
