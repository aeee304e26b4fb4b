import { Document, Packer, Paragraph } from 'docx'
import { readNarrative } from '../../shared/narrative/readNarrative.ts'
import { narrativeTask } from '../../shared/narrative/words/narrativeTask.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { buildReport } from '../../shared/report/buildReport.ts'
import { lintReport } from '../../shared/report/lint/lintReport.ts'
import type { ReportInput } from '../../shared/report/reportInput.ts'
import { reportText } from '../../shared/report/reportText.ts'
import { demoConsolidation, demoOpening } from '../../worker/cli/demo/demoConsolidation.ts'
import { reportDocx } from '../../worker/document/reportDocx.ts'

/** The demo's 23 tasks `times` over, each copy with categories, indicators and texts of its own. */
export function reportOf(times: number): ReportInput {
  const consolidation = demoConsolidation()
  const copies = Array.from({ length: times }, (_, copy) => copy)
  const renamed = (id: string, copy: number) => (copy === 0 ? id : id.replace(/^\d+/, (category) => String(Number(category) + copy * 10)))
  return {
    opening: demoOpening,
    register: {
      ...register2021,
      categories: copies.flatMap((copy) => register2021.categories.map((one) => ({ ...one, no: one.no + copy * 10 }))),
      tasks: copies.flatMap((copy) =>
        register2021.tasks.map((one) => ({ ...one, id: renamed(one.id, copy), categoryNo: one.categoryNo + copy * 10 })),
      ),
      indicators: copies.flatMap((copy) =>
        register2021.indicators.map((one) => ({ ...one, id: renamed(one.id, copy), taskId: renamed(one.taskId, copy) })),
      ),
    },
    consolidation: {
      ...consolidation,
      indicators: copies.flatMap((copy) => consolidation.indicators.map((one) => ({ ...one, indicator: renamed(one.indicator, copy) }))),
      narratives: copies.flatMap((copy) => consolidation.narratives.map((one) => ({ ...one, task: renamed(one.task, copy) }))),
    },
  }
}

/** What texts that are slow to read are made of: figures, percentages, lists of parts, brackets and commas in one sentence. */
const PIECE =
  '湖滨区新建农村公路12公里，占年度目标任务的48%，其中完工3公里、在建5公里（一批2公里，二批1.5公里），预计5月底前完成，，4405例，筛查率71.36%，'

/** The demo's 23 tasks, each with a text of so many characters. */
export function longReportOf(characters: number): ReportInput {
  const { register, consolidation, ...rest } = reportOf(1)
  const text = PIECE.repeat(Math.ceil(characters / PIECE.length)).slice(0, characters)
  return { ...rest, register, consolidation: { ...consolidation, narratives: consolidation.narratives.map((one) => ({ ...one, text })) } }
}

/** Every text read for its figures, the report looked at by the lint, and written. */
export async function lookAtAndWrite(input: ReportInput): Promise<Uint8Array> {
  const { register, consolidation } = input
  for (const { task, text } of consolidation.narratives) {
    const known = narrativeTask(register, task)
    if (known) readNarrative(text, { year: register.year, task: known, areas: register.areas })
  }
  const report = buildReport(input)
  lintReport(report, { register, on: '2021-05-31' })
  return await reportDocx(report)
}

/** The whole of a report: model and Word file. */
export const writeReport = (input: ReportInput): Promise<Uint8Array> => reportDocx(buildReport(input))

/** The floor: the same paragraphs by the docx package alone, without form, appendix or fixed bytes. */
export async function bareDocx(input: ReportInput): Promise<Uint8Array> {
  const children = reportText(buildReport(input))
    .split('\n')
    .map((text) => new Paragraph(text))
  return Packer.pack(new Document({ sections: [{ children }] }), 'uint8array')
}
