import { cityFigure } from '../../shared/consolidation/cityFigure.ts'
import { chineseNumber } from '../../shared/quantity/chineseNumber.ts'
import { asScaled, decimalFromScaled } from '../../shared/quantity/scaled.ts'
import { provenanceColumns } from '../../shared/report/provenanceTable.ts'
import type { ReportDocument } from '../../shared/report/reportDocument.ts'
import type { ReportInput } from '../../shared/report/reportInput.ts'
import { responsibleUnits } from '../../shared/report/responsibleUnits.ts'
import { type XlsxCell, type XlsxSheet, xlsx } from './xlsx.ts'

const HEADINGS = ['序号', '实事类别', '工作任务', '主要责任单位', '指标', '单位', '年度目标', '累计完成', '完成比例', '进展情况']

/** The report as a workbook: a row for each indicator, and where each number comes from on a second sheet. */
export function reportXlsx(report: ReportDocument, { register, consolidation }: ReportInput): Uint8Array {
  const rows: XlsxCell[][] = [[{ text: report.title, style: 'title' }], HEADINGS.map((text) => ({ text, style: 'heading' as const }))]
  const merges = ['A1:J1']
  const found = new Map(consolidation.indicators.map((indicator) => [indicator.indicator, indicator]))
  const titles = new Map(register.categories.map((category) => [category.no, category.title]))
  const progress = new Map(report.blocks.flatMap((block) => (block.kind === 'progress' ? [[block.task, block.paragraphs] as const] : [])))
  const indicators = Map.groupBy(register.indicators, (indicator) => indicator.taskId)
  for (const [index, task] of register.tasks.entries()) {
    const about: XlsxCell[] = [
      { number: String(index + 1) },
      { text: `${chineseNumber(task.categoryNo)}、${titles.get(task.categoryNo) ?? ''}` },
      { text: task.text },
      { text: responsibleUnits(register, task) },
    ]
    const text: XlsxCell = { text: (progress.get(task.id) ?? []).join('\n') }
    const own = (indicators.get(task.id) ?? []).filter((indicator) => indicator.kind === 'count' || indicator.kind === 'percent')
    const first = rows.length + 1
    for (const [position, indicator] of (own.length === 0 ? [undefined] : own).entries()) {
      const value = cityFigure(indicator && found.get(indicator.id))
      const figures: XlsxCell[] = indicator
        ? [
            { text: indicator.name },
            { text: indicator.measure ?? '' },
            numberOr(indicator.target?.value, '—'),
            numberOr(indicator.countMeasure === undefined && indicator.kind === 'percent' ? null : value.value, '暂未报送'),
            percentOr(value.percent),
          ]
        : [{ text: '—' }, { text: '' }, { text: '—' }, { text: '—' }, { text: '—' }]
      rows.push([...(position === 0 ? about : about.map((): XlsxCell => ({ text: '' }))), ...figures, position === 0 ? text : { text: '' }])
    }
    const last = rows.length
    if (last > first) for (const column of ['A', 'B', 'C', 'D', 'J']) merges.push(`${column}${first}:${column}${last}`)
  }
  for (const line of [...report.blocks.flatMap((block) => (block.kind === 'source' ? [block.text] : [])), ...report.leftOut]) {
    rows.push([{ text: line, style: 'missing' }])
  }
  const sheet: XlsxSheet = { name: '进展情况', rows, merges, widths: [6, 18, 44, 24, 30, 8, 12, 12, 12, 60], frozenRows: 2 }
  return xlsx([sheet, provenanceSheet(report)])
}

function provenanceSheet(report: ReportDocument): XlsxSheet {
  const rows = report.provenance.map((row) => provenanceColumns.map(({ field }): XlsxCell => ({ text: row[field] })))
  const headings = provenanceColumns.map(({ heading }): XlsxCell => ({ text: heading, style: 'heading' }))
  return { name: '数据来源', rows: [headings, ...rows], widths: provenanceColumns.map((column) => column.width), frozenRows: 1 }
}

const numberOr = (figure: number | null | undefined, missing: string): XlsxCell =>
  figure == null ? { text: missing, style: 'missing' } : { number: decimalFromScaled(asScaled(figure)) }

/** Percent points as Excel's fraction, exactly: 48.67 is 0.4867 shown as 48.67%. */
function percentOr(percent: number | null | undefined): XlsxCell {
  if (percent == null) return { text: '—' }
  const digits = String(Math.abs(percent)).padStart(7, '0')
  return { number: `${percent < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`, format: '0.00%' }
}
