import { expect, test } from 'vitest'
import { openWorkbook } from '../../../../addin/excel/createWorkbook.ts'
import type { SheetCell, SheetDocument } from '../../../../addin/ports/sheetDocument.ts'
import { bookOf, type ExcelInNode, openExcel } from '../excelInNode.ts'

const cell = (kind: SheetCell['kind'], value: string, role: SheetCell['role'] = 'body'): SheetCell => ({ kind, value, role })

const sheetOf = (rows: SheetCell[][], more: Partial<SheetDocument> = {}): SheetDocument => ({
  name: '汇总2021-05',
  rows,
  merges: [],
  widths: [20, 10],
  frozenRows: 0,
  ...more,
})

const written = ({ book }: ExcelInNode, name = '汇总2021-05') => {
  const sheet = book.find(name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}

test('writes a sheet with its title, merges, widths and frozen rows, and shows it', async () => {
  const excel = openExcel(bookOf([['甲']]))
  const document = sheetOf(
    [
      [cell('text', '2021年重点民生实事', 'title'), cell('blank', '', 'title')],
      [cell('text', '指标', 'heading'), cell('text', '完成率', 'heading')],
      [cell('text', '农村公路'), cell('percent', '48.67')],
      [cell('text', '停车位'), cell('text', '未报', 'missing')],
    ],
    { merges: ['A1:B1'], frozenRows: 2 },
  )
  expect(await openWorkbook().writeSheet(document)).toEqual({ ok: true, value: '汇总2021-05' })
  const sheet = written(excel)
  expect(excel.book.active).toBe(sheet)
  expect([sheet.value(3, 2), sheet.text(3, 2)]).toEqual([0.4867, '48.67%'])
  expect(sheet.text(4, 2)).toBe('未报')
  expect(sheet.mergeAt(1, 2)).toEqual({ top: 1, left: 1, bottom: 1, right: 2 })
  expect(sheet.frozen()).toEqual({ rows: 2, columns: 0 })
  expect(sheet.look(1, 1)).toMatchObject({ bold: true, size: 16, horizontal: 'Center' })
  expect(sheet.worksheet.getColumn(1).width).toBeCloseTo(20, 1)
})

test('a sheet for paper is landscape, as wide as one page, with its headings on each', async () => {
  const excel = openExcel(bookOf([['甲']]))
  const document = sheetOf([[cell('text', '指标', 'heading')], [cell('text', '农村公路')]], { frozenRows: 1, paper: 'a3' })
  expect(await openWorkbook().writeSheet(document)).toEqual({ ok: true, value: '汇总2021-05' })
  const { pageSetup } = written(excel).worksheet
  expect(pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 8, fitToPage: true, fitToWidth: 1, printTitlesRow: '1:1' })
})

test('a light is its word in a fill of its own, with lines around it', async () => {
  const excel = openExcel(bookOf([['甲']]))
  const lights = ['blue', 'green', 'yellow', 'red', 'grey'] as const
  expect(
    await openWorkbook().writeSheet(sheetOf([lights.map((light) => cell('text', light, light))], { widths: [9, 9, 9, 9, 9] })),
  ).toMatchObject({ ok: true })
  const sheet = written(excel)
  const fills = lights.map((_, at) => sheet.look(1, at + 1).fill)
  expect(new Set(fills).size).toBe(5)
  expect(fills).not.toContain(undefined)
})

test.each([
  '=HYPERLINK("http://x","点我")',
  '+1-2',
  '-a',
  '@SUM(1)',
  "'=1",
  '00123',
  '2021-05-20',
  '5月20日',
  '48%',
  'TRUE',
  '１２',
  '3/4',
  '一\n二',
])('the text %j stays this text', async (text) => {
  const excel = openExcel(bookOf([['甲']]))
  expect(await openWorkbook().writeSheet(sheetOf([[cell('text', text)]]))).toEqual({ ok: true, value: '汇总2021-05' })
  expect(written(excel).worksheet.getCell('A1').value).toBe(text)
})

test.each([
  ['number', '146', 146, '146'],
  ['number', '-2.5', -2.5, '-2.5'],
  ['number', '0.1234', 0.1234, '0.1234'],
  ['number', '899999999999', 899_999_999_999, '899999999999'],
  ['number', '123456789012.1234', '123456789012.1234', '123456789012.1234'],
  ['percent', '43.93', 0.4393, '43.93%'],
  ['percent', '100', 1, '100.00%'],
] as const)('the %s %s is held as %j and shown as %s', async (kind, value, held, shown) => {
  const excel = openExcel(bookOf([['甲']]))
  await openWorkbook().writeSheet(sheetOf([[cell(kind, value)]]))
  expect([written(excel).value(1, 1), written(excel).text(1, 1)]).toEqual([held, shown])
})

test('a text without end does not make a row without end, and stays whole in its cell', async () => {
  const excel = openExcel(bookOf([['甲']]))
  const text = '按照“市县统筹、整合资源”的原则'.repeat(20)
  await openWorkbook().writeSheet(sheetOf([[cell('text', text), cell('text', '短')], [cell('text', '短')]]))
  const sheet = written(excel)
  expect([sheet.value(1, 1), sheet.worksheet.getRow(1).height, sheet.look(1, 1).vertical]).toEqual([text, 86, 'Top'])
  expect([sheet.worksheet.getRow(2).height, sheet.look(1, 2).vertical]).toEqual([undefined, 'Center'])
})

test('a long note in merged cells has the height it needs', async () => {
  const excel = openExcel(bookOf([['甲']]))
  await openWorkbook().writeSheet(sheetOf([[cell('text', '注'.repeat(40), 'note'), cell('blank', '', 'note')]], { merges: ['A1:B1'] }))
  expect(written(excel).worksheet.getRow(1).height).toBe(54)
})

test('an earlier sheet of ours is emptied and filled again', async () => {
  const excel = openExcel(bookOf([['甲']]))
  await openWorkbook().writeSheet(
    sheetOf([[cell('text', '一'), cell('text', '二')], [cell('text', '三')]], { merges: ['A2:B2'], frozenRows: 1 }),
  )
  const before = written(excel)
  await openWorkbook().writeSheet(sheetOf([[cell('number', '5')]]))
  expect(written(excel)).toBe(before)
  expect(excel.book.sheets).toHaveLength(2)
  expect(before.used({ top: 1, left: 1, bottom: 99, right: 99 }, true)).toEqual({ top: 1, left: 1, bottom: 1, right: 1 })
  expect(before.value(1, 1)).toBe(5)
  expect(before.frozen()).toEqual({ rows: 0, columns: 0 })
})

test('a person’s own sheet of that name stays as it is', async () => {
  const excel = openExcel(bookOf([['我的']], '汇总2021-05'))
  expect(await openWorkbook().writeSheet(sheetOf([[cell('text', '我们的')]]))).toEqual({ ok: true, value: '汇总2021-05 (2)' })
  expect(written(excel).value(1, 1)).toBe('我的')
  expect(written(excel, '汇总2021-05 (2)').value(1, 1)).toBe('我们的')
})

test('where Excel makes a formula of a text all the same, nothing of the sheet stays', async () => {
  const excel = openExcel(bookOf([['甲']]))
  excel.intercept = (request) => {
    for (const action of request.Actions)
      if (action.Name === 'NumberFormat') (action as { ArgumentInfo: unknown }).ArgumentInfo = { Arguments: ['General'] }
    return undefined
  }
  const answer = await openWorkbook().writeSheet(sheetOf([[cell('text', '=1+1')]]))
  expect(answer).toEqual({ ok: false, fault: { tag: 'host', code: 'UnexpectedCellContent' } })
  expect(excel.book.sheets.map((sheet) => sheet.name)).toEqual(['进展'])
})

test('a leading apostrophe that Excel drops is written again', async () => {
  const excel = openExcel(bookOf([['甲']]))
  excel.intercept = (request) => {
    for (const action of request.Actions) {
      const info = action.Name === 'Values' ? (action.ArgumentInfo as { Arguments: unknown[] }) : undefined
      if (info) info.Arguments = [(info.Arguments[0] as string[][]).map((line) => line.map((text) => text.replace(/^'/, '')))]
    }
    return undefined
  }
  expect((await openWorkbook().writeSheet(sheetOf([[cell('text', "'=1"), cell('text', '平常')]]))).ok).toBe(true)
  expect(written(excel).value(1, 1)).toBe("'=1")
})

test('an error in the middle takes the half-written sheet back', async () => {
  const excel = openExcel(bookOf([['甲']]))
  excel.intercept = (request) => {
    const freezes = Object.values(request.ObjectPaths).some((path) => path.Name === 'FreezePanes')
    if (!freezes) return undefined
    return { Results: [], Error: { Code: 'GeneralException', Message: '', HttpStatusCode: 500, ActionIndex: 3, Location: '' } }
  }
  const answer = await openWorkbook().writeSheet(sheetOf([[cell('text', '一')]], { frozenRows: 1 }))
  expect(answer).toEqual({ ok: false, fault: { tag: 'host', code: 'GeneralException' } })
  expect(excel.book.sheets.map((sheet) => sheet.name)).toEqual(['进展'])
})

test('ten thousand rows go in requests below 2 MB and come out whole', async () => {
  const excel = openExcel(bookOf([['甲']]))
  const rows = Array.from({ length: 10_000 }, (_, i) => [cell('text', `第${i}项民生实事的进展情况`), cell('number', `${i}`)])
  expect((await openWorkbook().writeSheet(sheetOf(rows))).ok).toBe(true)
  expect(written(excel).value(10_000, 1)).toBe('第9999项民生实事的进展情况')
  expect(Math.max(...excel.batches.map((batch) => batch.sent))).toBeLessThan(2_000_000)
})
