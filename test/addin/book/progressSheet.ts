import ExcelJS from 'exceljs'
import { cellArea } from '../../../addin/book/area.ts'
import { type OpenedDocument, openWorkbook } from './openDocument.ts'

/** A unit's sheet with one of everything that a workbook can hold, and another that refers to it. */
export function progressSheet(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('5月进展')
  sheet.addRows([
    ['2021年农村公路进展情况表'],
    ['县（市、区）', '目标', '累计', '完成率', '截至', '备注'],
    ['湖滨区', 20, 12.5, { formula: 'C3/B3', result: 0.625 }, new Date(Date.UTC(2021, 4, 26)), '含2座桥'],
    ['陕州区', 60, 31, { formula: 'C4/B4', result: 31 / 60 }, null, { richText: [{ text: '加' }, { font: { bold: true }, text: '粗' }] }],
    ['合计', { formula: 'SUM(B3:B4)', result: 80 }, { formula: 'SUM(C3:C4)', result: 43.5 }, null, '00123', '=不是公式'],
  ])
  sheet.mergeCells('A1:F1')
  sheet.getCell('A1').font = { name: '黑体', size: 18, bold: true }
  sheet.getCell('A1').alignment = { horizontal: 'center' }
  sheet.getCell('B3').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEEAA' } }
  sheet.getCell('B3').border = { top: { style: 'medium', color: { argb: 'FF112233' } }, right: { style: 'thin' } }
  sheet.getCell('D3').numFmt = '0.00%'
  sheet.getCell('E3').numFmt = 'yyyy"年"m"月"d"日"'
  sheet.getCell('E5').numFmt = '@'
  sheet.getCell('F3').note = '请核对'
  sheet.getColumn(1).width = 23.5
  sheet.getRow(2).height = 33
  sheet.getRow(4).hidden = true
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: 2 }]
  ;(sheet as unknown as { dataValidations: { add(area: string, rule: ExcelJS.DataValidation): void } }).dataValidations.add('F3:F4', {
    type: 'list',
    allowBlank: true,
    formulae: ['"是,否"'],
  })
  sheet.addConditionalFormatting({
    ref: 'D3:D4',
    rules: [{ type: 'cellIs', operator: 'lessThan', formulae: [0.6], priority: 1, style: { font: { color: { argb: 'FFFF0000' } } } }],
  })
  workbook.addWorksheet('另一张').getCell('A1').value = { formula: "'5月进展'!C5", result: 43.5 }
  return workbook
}

/** The workbook of `progressSheet` after the edit of one figure (C3 is 15), open, and as it is saved. */
export async function editedDocument(): Promise<{ document: OpenedDocument; bytes: Uint8Array }> {
  const document = await openWorkbook(progressSheet())
  document.book.edit(document.book.active, cellArea(3, 3), [['15']], 2021)
  return { document, bytes: await document.save() }
}
