import './exceljsTypes.ts'
import ExcelJS, { type Workbook, type WorkbookView, type Worksheet } from 'exceljs'
import { areaText } from '../area.ts'
import type { Book } from '../book.ts'
import type { PageSetup, SheetContent } from '../sheetContent.ts'
import { partsKept } from './keptParts.ts'
import { tableModel } from './tables.ts'
import { writeCell } from './writeCell.ts'
import { writeRules } from './writeRules.ts'

/** The window of a file that says nothing of one, in twentieths of a point. */
const WINDOW: WorkbookView = { x: 0, y: 0, width: 28_800, height: 15_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }

/** Writes a book into the workbook of ExcelJS that it was read from, or into a new one: sheets in the order of the tabs. */
export function writeWorkbook(book: Book): Workbook {
  const workbook = book.kept instanceof ExcelJS.Workbook ? book.kept : new ExcelJS.Workbook()
  const cells = book.sheets.filter(({ content }) => content.kind === 'cells')
  const kept = new Set(cells.map(({ content }) => partsKept(content.kept)?.worksheet))
  for (const worksheet of workbook.worksheets) if (!kept.has(worksheet)) workbook.removeWorksheet(worksheet.id)
  // A name may have gone from one sheet to another since: ExcelJS would refuse the second.
  for (const [i, worksheet] of workbook.worksheets.entries()) worksheet.name = `\u200b${i}`
  for (const [i, { content }] of cells.entries()) {
    const own = partsKept(content.kept)?.worksheet
    const worksheet = isWorksheet(own) ? own : workbook.addWorksheet(content.name)
    worksheet.name = content.name
    worksheet.orderNo = i
    writeSheet(worksheet, content)
    selectTab(worksheet, content === book.active.content)
  }
  const [view = WINDOW] = workbook.views ?? []
  workbook.views = [{ ...view, activeTab: book.sheets.indexOf(book.active) }]
  return workbook
}

/** Of two selected sheets Excel makes a group, and whatever is typed into one goes into both. */
function selectTab(worksheet: Worksheet, isActive: boolean): void {
  worksheet.views = worksheet.views?.map((view) => ({ ...view, tabSelected: isActive }))
}

const isWorksheet = (kept: unknown): kept is Worksheet => typeof kept === 'object' && kept !== null && 'orderNo' in kept

function writeSheet(worksheet: Worksheet, content: SheetContent): void {
  worksheet.state = content.visibility
  if (content.isProtected !== (worksheet.sheetProtection?.sheet === true))
    worksheet.sheetProtection = content.isProtected ? { sheet: true } : null
  writeView(worksheet, content)
  writeCells(worksheet, content)
  worksheet.conditionalFormattings = writeRules(content.rules)
  writePage(worksheet, content.page)
  Object.assign(worksheet, { tables: Object.fromEntries(content.tables.map((table) => [table.name, { model: tableModel(table) }])) })
}

function writeCells(worksheet: Worksheet, { rows, columns, merges }: SheetContent): void {
  Object.assign(worksheet, { _rows: [], _columns: [], _merges: {} })
  for (const [number, column] of columns) Object.assign(worksheet.getColumn(number), column)
  for (const [number, { cells, ...row }] of rows) {
    const line = Object.assign(worksheet.getRow(number), row)
    for (const [column, cell] of cells) writeCell(line.getCell(column), cell)
  }
  for (const merge of merges) worksheet.mergeCellsWithoutStyle(areaText(merge))
}

function writeView(worksheet: Worksheet, { frozen, gridlines }: SheetContent): void {
  const [view] = worksheet.views ?? []
  const isFrozen = view?.state === 'frozen'
  const [rows, columns] = [isFrozen ? (view.ySplit ?? 0) : 0, isFrozen ? (view.xSplit ?? 0) : 0]
  if (rows === frozen.rows && columns === frozen.columns && (view?.showGridLines !== false) === gridlines) return
  worksheet.views = [
    frozen.rows || frozen.columns
      ? { state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows, showGridLines: gridlines }
      : { state: 'normal', showGridLines: gridlines },
  ]
}

function writePage({ pageSetup }: Worksheet, { landscape, paperSize, fit, titleRows, titleColumns, printArea }: PageSetup): void {
  if (landscape !== (pageSetup.orientation === 'landscape')) pageSetup.orientation = landscape ? 'landscape' : 'portrait'
  Object.assign(pageSetup, { paperSize, printTitlesRow: titleRows, printTitlesColumn: titleColumns, printArea })
  if (fit) Object.assign(pageSetup, { fitToPage: true, fitToWidth: fit.wide, fitToHeight: fit.high })
}
