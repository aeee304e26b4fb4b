import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { openWorkbook } from '../../../../addin/excel/createWorkbook.ts'
import type { Grid } from '../../../../shared/grid/grid.ts'
import { stoppedAfter, unstopped } from '../../longWorks.ts'
import { bookOf, openExcel } from '../excelInNode.ts'

async function read(): Promise<Grid> {
  const answer = await openWorkbook().readActiveSheet()
  if (!answer.ok) throw new Error(answer.fault.tag)
  return answer.value
}

test('reads values, and texts and formats only where they say more', async () => {
  const workbook = bookOf([
    ['农村公路', null, null],
    ['湖滨区', 146, 0.4867],
    ['截至', 44_342, true],
  ])
  const sheet = workbook.getWorksheet('进展')
  if (!sheet) throw new Error('no sheet')
  sheet.getCell('C2').numFmt = '0.00%'
  sheet.getCell('B3').numFmt = 'yyyy"年"m"月"d"日"'
  await openExcel(workbook)
  expect(await read()).toEqual({
    sheetName: '进展',
    fileName: 'test.xlsx',
    cells: [
      ['农村公路', null, null],
      ['湖滨区', 146, 0.4867],
      ['截至', 44_342, true],
    ],
    texts: { C2: '48.67%', B3: '2021年5月26日' },
    formats: { C2: '0.00%', B3: 'yyyy"年"m"月"d"日"' },
    merges: [],
    formulas: {},
    hiddenRows: [],
    date1904: false,
  })
})

test('an empty sheet is an empty grid', async () => {
  await openExcel(bookOf([]))
  expect((await read()).cells).toEqual([])
})

test('keeps Excel row and column numbers where the table does not begin at A1', async () => {
  const workbook = bookOf([])
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  sheet.getCell('C4').value = '任务'
  await openExcel(workbook)
  const { cells } = await read()
  expect(cells).toEqual([[], [], [], [null, null, '任务']])
})

test('formulas are told beside their results, texts that begin with = are no formulas', async () => {
  const workbook = bookOf([[1, { formula: 'A1*2', result: 2 }, '=不是公式', { formula: 'A1/0', result: { error: '#DIV/0!' } }]])
  await openExcel(workbook)
  const grid = await read()
  expect(grid.cells[0]).toEqual([1, 2, '=不是公式', '#DIV/0!'])
  expect(grid.formulas).toEqual({ B1: '=A1*2', D1: '=A1/0' })
})

test('merged areas are told whole, also those that reach beyond the filled cells', async () => {
  const workbook = bookOf([['标题'], ['类别', '任务'], [null, '任务二']])
  workbook.worksheets[0]?.mergeCells('A1:D1')
  workbook.worksheets[0]?.mergeCells('A2:A3')
  await openExcel(workbook)
  expect((await read()).merges.toSorted()).toEqual(['A1:D1', 'A2:A3'])
})

test('where Excel refuses so many merged areas at once, they are asked for in parts and told once', async () => {
  const workbook = bookOf(Array.from({ length: 3_000 }, (_, i) => [`任务${i}`, null, null]))
  for (let row = 1; row < 3_000; row += 2) workbook.worksheets[0]?.mergeCells(`A${row}:B${row + 1}`)
  await openExcel(workbook)
  const { merges } = await read()
  expect(merges).toHaveLength(1_500)
  expect(new Set(merges)).toEqual(new Set(Array.from({ length: 1_500 }, (_, i) => `A${i * 2 + 1}:B${i * 2 + 2}`)))
})

test('hidden rows are read like others and named', async () => {
  const workbook = bookOf([['一'], ['二'], ['三'], ['四']])
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  sheet.getRow(2).hidden = true
  sheet.getRow(4).hidden = true
  await openExcel(workbook)
  const grid = await read()
  expect(grid.hiddenRows).toEqual([2, 4])
  expect(grid.cells).toEqual([['一'], ['二'], ['三'], ['四']])
})

test('a workbook that counts days from 1904 says so', async () => {
  const workbook = bookOf([[42_880]])
  workbook.properties.date1904 = true
  const cell = workbook.worksheets[0]?.getCell('A1')
  if (cell) cell.numFmt = 'yyyy/m/d'
  await openExcel(workbook)
  const grid = await read()
  expect(grid.date1904).toBe(true)
  expect(grid.texts).toEqual({ A1: '2021/5/26' })
})

test('of a used range of a million rows only what is filled is read', async () => {
  const rows = Array.from({ length: 300 }, (_, i) => [`任务${i}`, i, i / 300, '说明'])
  const excel = await openExcel(bookOf(rows))
  await read()
  const small = excel.batches.reduce((sum, batch) => sum + batch.answered, 0)
  const workbook = bookOf(rows)
  const last = workbook.worksheets[0]?.getCell('D1048576')
  if (last) last.value = ' '
  const far = await openExcel(workbook)
  const grid = await read()
  expect(grid.cells).toHaveLength(1_048_576)
  expect(grid.cells[1_048_575]).toEqual([null, null, null, ' '])
  expect(grid.cells[299]).toEqual(['任务299', 299, 299 / 300, '说明'])
  const large = far.batches.reduce((sum, batch) => sum + batch.answered, 0)
  expect(large).toBeLessThan(small * 1.5)
})

test('no answer exceeds 2 MB', async () => {
  const rows = Array.from({ length: 4_000 }, (_, i) => Array.from({ length: 12 }, (_, j) => `第${i}行第${j}列的进展情况说明`))
  const excel = await openExcel(bookOf(rows))
  const grid = await read()
  expect(grid.cells[3_999]?.[11]).toBe('第3999行第11列的进展情况说明')
  expect(Math.max(...excel.batches.map((batch) => batch.answered))).toBeLessThan(2_000_000)
})

test('where the host finds its answer too large, half of it is asked for', async () => {
  const rows = Array.from({ length: 64 }, (_, i) => [i, '长'.repeat(50)])
  const excel = await openExcel(bookOf(rows))
  excel.intercept = (request) => {
    const piece = Object.values(request.ObjectPaths).find((path) => path.Name === 'GetRangeByIndexes')?.ArgumentInfo?.Arguments
    const reads = request.Actions.some((action) => action.QueryInfo?.Select?.includes('values'))
    if (!reads || Number(piece?.[2]) <= 10) return undefined
    return {
      Results: [],
      Error: { Code: 'ResponsePayloadSizeLimitExceeded', Message: '', HttpStatusCode: 413, ActionIndex: 0, Location: '' },
    }
  }
  const { cells } = await read()
  expect(cells.map((row) => row[0])).toEqual(rows.map(([first]) => first))
})

test('more cells than Excel gives are refused with their number', async () => {
  const excel = await openExcel(new ExcelJS.Workbook())
  excel.intercept = (request) => {
    const answer = (path: number) => ({
      IsNullObject: false,
      RowIndex: 0,
      ColumnIndex: 0,
      RowCount: 1_000_000,
      ColumnCount: 6,
      _ReferenceId: `r${path}`,
    })
    const kinds = new Map(Object.entries(request.ObjectPaths).map(([id, path]) => [Number(id), path.Name]))
    if (!request.Actions.some((action) => kinds.get(action.ObjectPathId) === 'GetUsedRangeOrNullObject')) return undefined
    const bands = Object.values(request.ObjectPaths).filter((path) => path.Name === 'GetRangeByIndexes')
    return {
      Results: request.Actions.filter((action) => action.ActionType <= 2).map((action) => {
        const path = request.ObjectPaths[action.ObjectPathId]
        const band = bands.find((one) => one.Id === path?.ParentObjectPathId)?.ArgumentInfo?.Arguments
        const size = band ? { RowIndex: band[0], ColumnIndex: band[1], RowCount: band[2], ColumnCount: band[3] } : {}
        const value =
          path?.Name === 'Date'
            ? { Value: 1463 }
            : path?.Name === 'GetActiveWorksheet'
              ? { Id: '{1}', Name: '大表' }
              : { ...answer(action.Id), ...size }
        return { ActionId: action.Id, Value: value }
      }),
    }
  }
  const answer = await openWorkbook().readActiveSheet()
  expect(answer).toEqual({ ok: false, fault: { tag: 'tooLarge', cells: 6_000_000, during: 'read' } })
})

test('a large sheet is read in parts that can be told and stopped between', async () => {
  await openExcel(bookOf(Array.from({ length: 4_000 }, (_, i) => [`第${i}行`, i, i, i, i, i, i])))
  const parts: [number, number][] = []
  const work = { ...unstopped(), onProgress: (done: number, of: number) => void parts.push([done, of]) }
  const whole = await openWorkbook().readActiveSheet(work)
  expect(whole.ok && whole.value.cells.length).toBe(4_000)
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.at(-1)).toEqual([parts.length, parts.length])
  expect(await openWorkbook().readActiveSheet(stoppedAfter(1))).toEqual({ ok: false, fault: { tag: 'cancelled' } })
})
