import ExcelJS from 'exceljs'
import { parseArea } from '../../../shared/grid/a1.ts'
import type { CellValue } from '../../../shared/grid/grid.ts'

/** What a workbook needs of a labelled sheet (test/sheets). */
export interface SheetFile {
  readonly sheet_name: string
  readonly cells: readonly (readonly CellValue[])[]
  readonly merges: readonly string[]
  readonly formats: Readonly<Record<string, string>>
  readonly formulas: Readonly<Record<string, string>>
  readonly expect?: { readonly tables?: readonly { readonly header_rows?: readonly number[] }[] }
}

const FONT = { name: '宋体', size: 11 }
const LINE: ExcelJS.Border = { style: 'thin', color: { argb: 'FF8A8A8A' } }
const BOX = { top: LINE, bottom: LINE, left: LINE, right: LINE }
const SHADE: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EEF5' } }

/**
 * A labelled sheet as the workbook that a unit would keep: values, formulas with their last results, merges, number
 * formats; borders around the table, shaded headings, a large title, columns as wide as their words.
 */
export async function sheetWorkbook(file: SheetFile): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(file.sheet_name)
  const headings = file.expect?.tables?.flatMap((table) => table.header_rows ?? []) ?? []
  const [top, bottom] = tableRows(file, headings)
  const body = file.cells.filter((_values, at) => at + 1 >= top && at + 1 <= bottom && !headings.includes(at + 1))
  const first = Math.min(...body.map((values) => values.findIndex(isFilled)).filter((index) => index >= 0))
  const wordy = Array.from({ length: columnCount(file) }, (_, index) => body.some((values) => String(values[index] ?? '').length > 8))
  file.cells.forEach((values, at) => {
    values.forEach((_value, index) => {
      const cell = sheet.getCell(at + 1, index + 1)
      const inTable = at + 1 >= top && at + 1 <= bottom && index >= first
      const heading = headings.includes(at + 1) && index >= first
      cell.font = at === 0 && !heading ? { ...FONT, size: 16, bold: true } : { ...FONT, bold: heading }
      cell.alignment = {
        vertical: 'middle',
        wrapText: inTable,
        horizontal: heading || at === 0 || (inTable && !wordy[index]) ? 'center' : 'left',
      }
      if (inTable) cell.border = BOX
      if (heading) cell.fill = SHADE
    })
  })
  for (const merge of file.merges) sheet.mergeCells(merge)
  file.cells.forEach((values, at) => {
    values.forEach((value, index) => {
      if (value !== null) sheet.getCell(at + 1, index + 1).value = value
    })
  })
  for (const [address, formula] of Object.entries(file.formulas)) {
    const cell = sheet.getCell(address)
    const { value } = cell
    const result = typeof value === 'number' || typeof value === 'string' ? { result: value } : {}
    cell.value = { formula: formula.replace(/^=/, ''), ...result }
  }
  for (const [address, format] of Object.entries(file.formats)) sheet.getCell(address).numFmt = format
  columnWidths(file).forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  if (!headings.includes(1) && file.cells[0]?.some(isFilled)) sheet.getRow(1).height = 30
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** First heading row and last row that fills more than one column. */
function tableRows(file: SheetFile, headings: readonly number[]): readonly [top: number, bottom: number] {
  const filled = file.cells.map((values) => values.filter(isFilled).length)
  return [Math.min(...headings, file.cells.length), filled.findLastIndex((count) => count > 2) + 1]
}

const isFilled = (value: CellValue) => value !== null && value !== ''

const columnCount = (file: SheetFile) => Math.max(...file.cells.map((values) => values.length))

/** In characters of Latin text: a Chinese character is two wide. Cells of wide merges do not count. */
function columnWidths(file: SheetFile): readonly number[] {
  const wide = new Set(
    file.merges.flatMap((merge) => {
      const area = parseArea(merge)
      return area && area.right > area.left ? [`${area.top},${area.left}`] : []
    }),
  )
  return Array.from({ length: columnCount(file) }, (_, index) => {
    const widths = file.cells.map((values, at) => (wide.has(`${at + 1},${index + 1}`) ? 0 : longestLine(values[index] ?? null)))
    return Math.min(34, Math.max(8, ...widths.map((width) => width + 3)))
  })
}

const longestLine = (value: CellValue) =>
  Math.max(
    ...String(value ?? '')
      .split('\n')
      .map(widthOf),
  )

const widthOf = (line: string) => [...line].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0)
