import { address } from '../../shared/grid/a1.ts'
import { safeText } from '../../shared/report/safeText.ts'
import type { WrittenCell, XlsxSheet } from './xlsxSheet.ts'
import { element, escapeXml, XML_HEAD } from './xml.ts'

/** Excel takes no more characters in a cell. */
export const MAX_CELL_TEXT = 32_767
const CUT = '…（略）'

/** A worksheet; `styleId` gives the number of a cell's style in the workbook's style sheet. */
export function worksheetXml(sheet: XlsxSheet, xmlns: string, styleId: (cell: WrittenCell) => number): string {
  const { frozenRows = 0, widths = [], merges = [] } = sheet
  const rows = sheet.rows.map((row, r) => {
    const cells = row.map((cell, c) => (cell === null ? '' : cellXml(cell, address(r + 1, c + 1), styleId(cell))))
    return `<row r="${r + 1}">${cells.join('')}</row>`
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
  if ('number' in cell) return `<c r="${at}" s="${style}"><v>${escapeXml(cell.number)}</v></c>`
  if (cell.text === '') return `<c r="${at}" s="${style}"/>`
  const text = cellText(cell.text)
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

/** A text as a cell can have it; half of a surrogate pair is never left at the cut. */
function cellText(text: string): string {
  const fit = safeText(text).paragraphs.join('\n')
  if (fit.length <= MAX_CELL_TEXT) return fit
  return `${fit.slice(0, MAX_CELL_TEXT - CUT.length).replace(/[\uD800-\uDBFF]$/, '')}${CUT}`
}

/** Excel's number format of a cell. A text that looks like a formula is formatted as text, so that it stays one when edited. */
export const cellFormat = (cell: WrittenCell): string | undefined =>
  cell.format ?? ('text' in cell && /^[=+\-@]/.test(cell.text) ? '@' : undefined)
