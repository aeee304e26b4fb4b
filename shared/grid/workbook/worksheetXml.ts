import { address } from '../a1.ts'
import type { WrittenCell, WrittenSheet } from './writtenSheet.ts'
import { element, escapeXml, writtenText, XML_HEAD } from './xml.ts'

/** Excel takes no more characters in a cell. */
export const MAX_CELL_TEXT = 32_767
const CUT = '…（略）'

/** A worksheet; `styleId` gives the number of a cell's style in the workbook's style sheet. */
export function worksheetXml(sheet: WrittenSheet, xmlns: string, styleId: (cell: WrittenCell) => number): string {
  const { frozenRows = 0, widths = [], merges = [], heights } = sheet
  const rows = sheet.rows.map((row, r) => {
    const cells = row.map((cell, c) => (cell === null ? '' : cellXml(cell, address(r + 1, c + 1), styleId(cell))))
    const height = heights?.get(r + 1)
    return `<row r="${r + 1}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${cells.join('')}</row>`
  })
  const pane = { ySplit: frozenRows, topLeftCell: `A${frozenRows + 1}`, activePane: 'bottomLeft', state: 'frozen' }
  const view = `<sheetView workbookViewId="0">${frozenRows > 0 ? element('pane', pane) : ''}</sheetView>`
  const columns = widths.map((width, i) => element('col', { min: i + 1, max: i + 1, width, customWidth: 1 }))
  const merged = merges.map((ref) => element('mergeCell', { ref }))
  // the order of the parts is the schema's (ECMA-376, 18.3.1.99)
  return [
    `${XML_HEAD}<worksheet xmlns="${xmlns}"><sheetViews>${view}</sheetViews>`,
    columns.length > 0 ? element('cols', {}, columns) : '',
    `<sheetData>${rows.join('')}</sheetData>`,
    merged.length > 0 ? element('mergeCells', { count: merged.length }, merged) : '',
    '</worksheet>',
  ].join('')
}

function cellXml(cell: WrittenCell, at: string, style: number): string {
  const start = `<c r="${at}" s="${style}"`
  const formula = cell.formula === undefined ? '' : `<f>${escapeXml(writtenText(cell.formula.replace(/^=/, '')))}</f>`
  if ('number' in cell) return `${start}>${formula}<v>${escapeXml(String(cell.number))}</v></c>`
  if ('flag' in cell) return `${start} t="b">${formula}<v>${cell.flag ? 1 : 0}</v></c>`
  if (cell.text === null) return formula === '' ? `${start}/>` : `${start}>${formula}</c>`
  const text = escapeXml(writtenText(cellText(cell.text)))
  if (formula !== '') return `${start} t="str">${formula}<v>${text}</v></c>`
  return `${start} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** A text as long as a cell can have it; half of a surrogate pair is never left at the cut. */
function cellText(text: string): string {
  if (text.length <= MAX_CELL_TEXT) return text
  return `${text.slice(0, MAX_CELL_TEXT - CUT.length).replace(/[\uD800-\uDBFF]$/, '')}${CUT}`
}

/** Excel's number format of a cell. */
export const cellFormat = (cell: WrittenCell): string | undefined =>
  cell.format ?? ('text' in cell && cell.formula === undefined && /^[=+\-@]/.test(cell.text ?? '') ? '@' : undefined)
