import './exceljsTypes.ts'
import type { Workbook, Worksheet } from 'exceljs'
import type { Cell } from '../cell.ts'
import { type BookContent, type Column, emptySheet, type PageSetup, type Row, type SheetContent } from '../sheetContent.ts'
import type { Validation } from '../validation.ts'
import type { ChartSheet, KeptOfFile, KeptWithSheet } from './keptParts.ts'
import type { FileName } from './names.ts'
import { readCell } from './readCell.ts'
import { readRules } from './readRules.ts'
import type { SheetTables } from './tables.ts'

/** What of a file is read past ExcelJS. */
export interface ReadApart {
  readonly names: readonly FileName[]
  /** By sheet. */
  readonly tables: ReadonlyMap<string, SheetTables>
  readonly validations: ReadonlyMap<string, readonly Validation[]>
  readonly kept: KeptOfFile
  /** The place of the sheet that is shown first, chart sheets counted. */
  readonly activeTab?: number
}

const NOTHING_APART: ReadApart = {
  names: [],
  tables: new Map(),
  validations: new Map(),
  kept: { sheets: new Map(), chartSheets: [], lost: [] },
}

/**
 * A workbook of ExcelJS as a book. Every date becomes a serial number and every formula one of its own (not shared), so
 * that cells can be written one by one. What else the file has stays with ExcelJS until it is saved.
 */
export function readWorkbook(workbook: Workbook, { names, tables, validations, kept, activeTab }: ReadApart = NOTHING_APART): BookContent {
  const date1904 = workbook.properties.date1904 === true
  const sheets: SheetOfBook[] = workbook.worksheets.map((worksheet) => {
    const withSheet: KeptWithSheet = { worksheet, parts: kept.sheets.get(worksheet.name) ?? [] }
    const content = {
      ...readSheet(worksheet, date1904),
      validations: validations.get(worksheet.name) ?? [],
      ...tablesOf(tables.get(worksheet.name)),
      kept: withSheet,
    }
    return { number: worksheet.id, content }
  })
  for (const chartSheet of kept.chartSheets) sheets.splice(chartSheet.place, 0, chartSheetOf(chartSheet))
  return {
    date1904,
    activeTab: activeTab ?? workbook.views?.[0]?.activeTab ?? 0,
    sheets,
    names: names.map(({ sheet, ...name }) => {
      const number = workbook.worksheets.find((worksheet) => worksheet.name === sheet)?.id
      return number === undefined ? name : { ...name, sheet: number }
    }),
    kept: workbook,
  }
}

type SheetOfBook = BookContent['sheets'][number]

const tablesOf = (read: SheetTables | undefined): Pick<SheetContent, 'tables' | 'filter'> =>
  read?.filter ? { tables: read.tables, filter: read.filter } : { tables: read?.tables ?? [] }

function readSheet(worksheet: Worksheet, date1904: boolean): SheetContent {
  const view = worksheet.views?.[0]
  const { defaultColWidth } = worksheet.properties
  return {
    name: worksheet.name,
    kind: 'cells',
    visibility: worksheet.state,
    isProtected: worksheet.sheetProtection?.sheet === true,
    gridlines: view?.showGridLines !== false,
    frozen: view?.state === 'frozen' ? { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 } : { rows: 0, columns: 0 },
    ...(defaultColWidth ? { defaultWidth: defaultColWidth } : {}),
    rows: readRows(worksheet, date1904),
    columns: readColumns(worksheet),
    merges: Object.values(worksheet._merges).map(({ top, left, bottom, right }) => ({ top, left, bottom, right })),
    rules: readRules(worksheet),
    validations: [],
    tables: [],
    charts: [],
    page: readPage(worksheet),
  }
}

function chartSheetOf(chartSheet: ChartSheet): SheetOfBook {
  const { name, number, visibility } = chartSheet
  const kept: KeptWithSheet = { chartSheet }
  return { number, content: { ...emptySheet(name), kind: 'chart', visibility, kept } }
}

function readRows(worksheet: Worksheet, date1904: boolean): Map<number, Row> {
  const rows = new Map<number, Row>()
  worksheet._rows.forEach((line) => {
    const cells = new Map<number, Cell>()
    line._cells.forEach((cell, i) => {
      cells.set(i + 1, readCell(cell, date1904))
    })
    const { height, hidden, outlineLevel, style } = line
    rows.set(line.number, {
      cells,
      ...(height ? { height } : {}),
      ...(hidden ? { hidden } : {}),
      ...(outlineLevel ? { outlineLevel } : {}),
      ...(style && Object.keys(style).length > 0 ? { style } : {}),
    })
  })
  return rows
}

function readColumns(worksheet: Worksheet): Map<number, Column> {
  const columns = new Map<number, Column>()
  for (const [i, column] of (worksheet.columns ?? []).entries()) {
    const { width, hidden, outlineLevel, style } = column
    const said = {
      ...(width === undefined ? {} : { width }),
      ...(hidden ? { hidden } : {}),
      ...(outlineLevel ? { outlineLevel } : {}),
      ...(Object.keys(style ?? {}).length > 0 ? { style } : {}),
    }
    if (Object.keys(said).length > 0) columns.set(i + 1, said)
  }
  return columns
}

function readPage({ pageSetup }: Worksheet): PageSetup {
  const { orientation, paperSize, fitToPage, fitToWidth, fitToHeight, printTitlesRow, printTitlesColumn, printArea } = pageSetup
  return {
    landscape: orientation === 'landscape',
    ...(paperSize === undefined ? {} : { paperSize }),
    ...(fitToPage ? { fit: { wide: fitToWidth ?? 1, high: fitToHeight ?? 1 } } : {}),
    ...(printTitlesRow ? { titleRows: printTitlesRow } : {}),
    ...(printTitlesColumn ? { titleColumns: printTitlesColumn } : {}),
    ...(printArea ? { printArea } : {}),
  }
}
