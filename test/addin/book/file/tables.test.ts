import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { LAST_COLUMN } from '../../../../addin/book/area.ts'
import { setCriterion, setSheetFilter } from '../../../../addin/book/change/filterRows.ts'
import { shiftCells } from '../../../../addin/book/change/shiftCells.ts'
import { addTable } from '../../../../addin/book/change/tables.ts'
import { openBytes, openWorkbook } from '../openDocument.ts'

const AREA = { top: 1, left: 1, bottom: 3, right: 2 }

function plainBook(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('一 表').addRows([
    ['县区', '完成 & "率"'],
    ['湖滨区', 1],
    ['陕州区', 2],
  ])
  workbook.addWorksheet('二').addRows([
    ['县区', '完成'],
    ['湖滨区', 1],
    ['陕州区', 2],
  ])
  return workbook
}

test('tables and filters that were made are in the saved file, and come back', async () => {
  const { book, save } = await openWorkbook(plainBook())
  const [first, second] = book.sheets
  if (!first || !second) throw new Error('no sheets')
  const table = addTable(book, first, AREA, true)
  if (typeof table === 'string') throw new Error(table)
  setCriterion({ sheet: first, table: table.id }, 1, { on: 'values', values: ['2'], blanks: false })
  setSheetFilter(second, AREA)
  setCriterion({ sheet: second }, 1, { on: 'custom', first: '>1', second: '<9', both: true })
  const bytes = await save()
  const again = (await openBytes(bytes)).book
  expect(again.sheets.map(({ content }) => [content.tables, content.filter])).toEqual([
    [book.sheets[0]?.content.tables, undefined],
    [[], second.content.filter],
  ])
  expect(again.sheets.map((sheet) => [2, 3].map((row) => sheet.rowHidden(row)))).toEqual([
    [true, false],
    [true, false],
  ])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  expect(workbook.worksheets[0]?.getTable('表1').name).toBe('表1')
  const names = await (await JSZip.loadAsync(bytes)).file('xl/workbook.xml')?.async('string')
  expect(names).toContain('<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">二!$A$1:$B$3</definedName>')
})

test('criteria of a file that are not known here stay as they are, a colour’s too', async () => {
  const source = await openWorkbook(plainBook())
  const [sheet] = source.book.sheets
  if (!sheet) throw new Error('no sheet')
  addTable(source.book, sheet, AREA, true)
  const zip = await JSZip.loadAsync(await source.save())
  const path = 'xl/tables/table1.xml'
  const xml = (await zip.file(path)?.async('string')) ?? ''
  const top = '<filterColumn colId="1"><top10 val="1" filterVal="2"/></filterColumn>'
  const color = '<filterColumn colId="0"><colorFilter dxfId="0"/></filterColumn>'
  zip.file(path, xml.replace('</autoFilter>', `${color}${top}</autoFilter>`))
  const { book, save } = await openBytes(await zip.generateAsync({ type: 'uint8array' }))
  shiftCells(book, book.active, { kind: 'insert', axis: 'row', at: 1, count: 1, from: 1, to: LAST_COLUMN }, 'person')
  const saved = await JSZip.loadAsync(await save())
  expect(await saved.file(path)?.async('string')).toContain(`<autoFilter ref="A2:B4">${color}${top}</autoFilter>`)
})
