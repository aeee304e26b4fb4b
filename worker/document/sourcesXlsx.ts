import { address } from '../../shared/grid/a1.ts'
import { chineseMonth } from '../../shared/quantity/dates/chineseMonth.ts'
import { provenanceColumns } from '../../shared/report/provenanceTable.ts'
import type { ReportDocument } from '../../shared/report/reportDocument.ts'
import type { XlsxCell, XlsxSheet } from './documentXlsx.ts'
import { documentXlsx } from './documentXlsx.ts'

/**
 * Where each number and text of a report comes from, as a workbook of its own: what is issued says nothing of it. Of a formal
 * report it has the rows of what that report shows, and below them, without figures, what it leaves out and why.
 */
export function sourcesXlsx(report: ReportDocument): Uint8Array {
  const sheet = sourcesSheet(report)
  const { leftOut } = report
  if (leftOut.length === 0) return documentXlsx([sheet])
  const notes = leftOut.map((text): readonly XlsxCell[] => [{ text, style: 'missing' }])
  return documentXlsx([{ ...sheet, rows: [...sheet.rows, [{ text: '未列入或改动的内容', style: 'heading' }], ...notes] }])
}

/** The same as a sheet: which state of the figures, the headings, a row for each source. */
export function sourcesSheet({ period, asOfSeq, provenance }: ReportDocument): XlsxSheet {
  const position = asOfSeq === null ? '' : `第${asOfSeq}号数据`
  const rows = provenance.map((row) => provenanceColumns.map(({ field }): XlsxCell => ({ text: row[field] })))
  const headings = provenanceColumns.map(({ heading }): XlsxCell => ({ text: heading, style: 'heading' }))
  return {
    name: '数据来源',
    rows: [[{ text: `数据来源（${chineseMonth(period)}${position}）`, style: 'title' }], headings, ...rows],
    merges: [`A1:${address(1, provenanceColumns.length)}`],
    widths: provenanceColumns.map(({ width }) => width),
    frozenRows: 2,
  }
}
