import { chineseNumber } from '../quantity/chineseNumber.ts'
import type { Register } from '../register/register.ts'
import { openingOf } from './openingOf.ts'
import { progressOf } from './progressOf.ts'
import { provenanceOf } from './provenanceOf.ts'
import type { ReportBlock, ReportDocument } from './reportDocument.ts'
import { type Progress, type ReportedTask, reportedTasks } from './reportedTask.ts'
import type { ReportInput } from './reportInput.ts'
import { responsibleUnits } from './responsibleUnits.ts'
import { safeText } from './safeText.ts'
import { shownFigures, withheldIndicators } from './shownFigures.ts'

/**
 * The report of a period: the register's tasks with the texts of the units of record, word for word. What is missing is
 * said, never made up; corrections are findings of `lintReport` for the units, never edits.
 */
export function buildReport(input: ReportInput): ReportDocument {
  const { register, consolidation } = input
  const pending = input.pending ?? new Set()
  const shown = input.letterhead ? shownFigures(consolidation, pending) : consolidation
  const tasks = reportedTasks(register, consolidation).map((reported) => ({ reported, progress: progressOf(input, reported, shown) }))
  const withheld = new Set(input.letterhead ? withheldIndicators(consolidation, pending) : [])
  const byCategory = Map.groupBy(tasks, ({ reported }) => reported.task.categoryNo)
  // a category without tasks has no heading; a task whose category the register lacks cannot come out of a sound one
  const categories = register.categories.flatMap(({ no, title }) => {
    const own = byCategory.get(no)
    return own ? [{ heading: { kind: 'category', no, text: `${chineseNumber(no)}、${title}` } as const, own }] : []
  })
  const asOfSeq = consolidation.asOfSeq > 0 ? consolidation.asOfSeq : null
  return {
    title: `${register.title}进展情况报告`,
    letterhead: input.letterhead ?? null,
    blocks: [
      {
        kind: 'opening',
        text: openingOf(
          { ...input, consolidation: shown },
          tasks.map(({ progress }) => progress),
        ),
      },
      ...categories.flatMap(({ heading, own }) => [
        heading,
        ...own.flatMap(({ reported, progress }) => taskBlocks(register, reported, progress)),
      ]),
      // what is issued says nothing of how it was made: that is in the file of its sources
      ...(asOfSeq === null || input.letterhead ? [] : [{ kind: 'source', text: sourceSentence(consolidation.period, asOfSeq) } as const]),
    ],
    period: consolidation.period,
    asOfSeq,
    figures: shown,
    withheld,
    provenance: provenanceOf(register, shown, { withheld, pending }),
    leftOut: categories.flatMap(({ own }) => own.flatMap(({ progress }) => progress.leftOut)),
  }
}

/** Which state of the figures a draft was written from. */
const sourceSentence = (period: string, asOfSeq: number): string => `（本报告依据${period}期第${asOfSeq}号数据生成）`

/** 工作任务, 主要责任单位, 进展情况 of one task. */
const taskBlocks = (register: Register, { task }: ReportedTask, progress: Progress): readonly ReportBlock[] => [
  { kind: 'task', task: task.id, label: `工作任务${task.taskNo ?? ''}：`, paragraphs: safeText(task.text).paragraphs },
  { kind: 'units', task: task.id, label: '主要责任单位：', paragraphs: [responsibleUnits(register, task)] },
  { kind: 'progress', task: task.id, label: '进展情况：', paragraphs: progress.paragraphs, ours: progress.ours },
]
