import { address, parseArea } from '../../../shared/grid/a1.ts'
import type { CellValue } from '../../../shared/grid/grid.ts'
import { writeWorkbook } from '../../../shared/grid/workbook/writeWorkbook.ts'
import { type Look, type WrittenCell, writtenValue } from '../../../shared/grid/workbook/writtenSheet.ts'

/** What a workbook needs of a labelled sheet (test/sheets). */
export interface SheetFile {
  readonly sheet_name: string
  readonly cells: readonly (readonly CellValue[])[]
  readonly merges: readonly string[]
  readonly formats: Readonly<Record<string, string>>
  readonly formulas: Readonly<Record<string, string>>
  readonly expect?: { readonly tables?: readonly { readonly header_rows?: readonly number[] }[] }
}

const [LINE, SHADE] = ['FF8A8A8A', 'FFE7EEF5']

/**
 * A labelled sheet as the workbook that a unit would keep: values, formulas with their last results, merges, number
 * formats; borders around the table, shaded headings, a large title, columns as wide as their words.
 */
export function sheetWorkbook(file: SheetFile): Uint8Array {
  const lookOf = looksOf(file)
  const rows = file.cells.map((values, r) =>
    values.map((value, c): WrittenCell => {
      const at = address(r + 1, c + 1)
      const [format, formula] = [file.formats[at], file.formulas[at]]
      return {
        ...writtenValue(value),
        look: lookOf(r + 1, c),
        ...(format === undefined ? {} : { format }),
        ...(formula === undefined ? {} : { formula }),
      }
    }),
  )
  const titled = !headingsOf(file).includes(1) && file.cells[0]?.some(isFilled)
  const heights = new Map(titled ? [[1, 30]] : [])
  return writeWorkbook([{ name: file.sheet_name, rows, merges: file.merges, widths: columnWidths(file), heights }])
}

const headingsOf = (file: SheetFile): readonly number[] => file.expect?.tables?.flatMap((table) => table.header_rows ?? []) ?? []

/** How the cell of a row (from 1) and a column (from 0) looks. */
function looksOf(file: SheetFile): (row: number, column: number) => Look {
  const headings = headingsOf(file)
  const [top, bottom] = tableRows(file, headings)
  const isTable = (row: number) => row >= top && row <= bottom
  const body = file.cells.filter((_values, r) => isTable(r + 1) && !headings.includes(r + 1))
  const first = Math.min(...body.map((values) => values.findIndex(isFilled)).filter((index) => index >= 0))
  const wordy = Array.from({ length: columnCount(file) }, (_, index) => body.some((values) => String(values[index] ?? '').length > 8))
  return (row, column) => {
    const inTable = isTable(row) && column >= first
    const heading = headings.includes(row) && column >= first
    const title = row === 1 && !heading
    const centred = heading || row === 1 || (inTable && !wordy[column])
    return {
      ...(title ? { size: 16 } : {}),
      bold: title || heading,
      ...(heading ? { fill: SHADE } : {}),
      ...(inTable ? { frame: LINE } : {}),
      horizontal: centred ? 'center' : 'left',
      vertical: 'center',
      wraps: inTable,
    }
  }
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
