import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readXlsx } from '../../../../shared/grid/xlsx/readXlsx.ts'
import { type SheetFile, sheetWorkbook } from '../../../../worker/cli/site/sheetWorkbook.ts'
import { labelledSheet, sheetNames } from '../../../sheets/labelledSheet.ts'

async function reopened(file: SheetFile): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(sheetWorkbook(file).slice().buffer)
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('a workbook without a sheet')
  return sheet
}

/** ExcelJS reads a number under a date's format as a date: back to the number that the file holds. */
const serial = (value: unknown) => (value instanceof Date ? value.getTime() / 86_400_000 + 25_569 : value)

/** A cell with a text of no characters is a blank one to whoever reads it. */
const blanked = ({ cells }: SheetFile) => cells.map((row) => row.map((value) => (value === '' ? null : value)))

describe.each(sheetNames)('the workbook made of %s', (name) => {
  const file = labelledSheet<SheetFile>(name)

  it('holds every value, formula, format and merge of the sheet', async () => {
    const read = readXlsx(sheetWorkbook(file))
    const grid = read.ok ? read.value[0] : undefined
    expect(file.cells.map((row, r) => row.map((_value, c) => grid?.cells[r]?.[c] ?? null))).toEqual(blanked(file))
    expect([grid?.sheetName, grid?.formulas]).toEqual([file.sheet_name, file.formulas])
  })

  it('holds them for another library too', async () => {
    const sheet = await reopened(file)
    expect(sheet.name).toBe(file.sheet_name)
    const values = file.cells.map((row, at) =>
      row.map((_value, index) => {
        const cell = sheet.getCell(at + 1, index + 1)
        const covered = cell.isMerged && cell.master.address !== cell.address
        return covered ? null : serial(cell.formula ? cell.result : cell.value)
      }),
    )
    expect(values).toEqual(blanked(file))
    for (const [address, formula] of Object.entries(file.formulas)) expect(`=${sheet.getCell(address).formula}`).toBe(formula)
    for (const [address, format] of Object.entries(file.formats)) expect(sheet.getCell(address).numFmt).toBe(format)
    expect([...sheet.model.merges].sort()).toEqual([...file.merges].sort())
  })
})

describe('sheetWorkbook', () => {
  it('makes columns as wide as their words, a Chinese character being two', async () => {
    const sheet = await reopened({ sheet_name: 'x', cells: [['一二三四五六七八', 'ab']], merges: [], formats: {}, formulas: {} })
    expect(sheet.getColumn(1).width).toBe(19)
    expect(sheet.getColumn(2).width).toBe(8)
  })
})
