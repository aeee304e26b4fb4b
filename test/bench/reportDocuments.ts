import { Document, Packer, Paragraph } from 'docx'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { buildReport } from '../../shared/report/buildReport.ts'
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

/** The whole of a report: model and Word file. */
export const writeReport = (input: ReportInput): Promise<Uint8Array> => reportDocx(buildReport(input))

/** The floor: the same paragraphs by the docx package alone, without form, appendix or fixed bytes. */
export async function bareDocx(input: ReportInput): Promise<Uint8Array> {
  const children = reportText(buildReport(input))
    .split('\n')
    .map((text) => new Paragraph(text))
  return Packer.pack(new Document({ sections: [{ children }] }), 'uint8array')
}
