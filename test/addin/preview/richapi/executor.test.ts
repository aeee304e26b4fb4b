/// <reference types="office-js" />
import { expect, test } from 'vitest'
import { areaText } from '../../../../addin/book/area.ts'
import { bookOf, contentOf, type ExcelInNode, openExcel } from '../../excel/excelInNode.ts'

/** Runs a batch in the genuine client; the code of its error, or undefined. */
async function codeOf(job: (context: Excel.RequestContext) => Promise<unknown>): Promise<string | undefined> {
  try {
    await Excel.run(job)
    return undefined
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

const active = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getActiveWorksheet()

test('what a batch did before its error stays, what comes after it does not happen', async () => {
  const { book } = await openExcel(bookOf([['甲']]))
  const code = await codeOf(async (context) => {
    active(context).getRange('A1').values = [['一']]
    active(context).getRange('B1:C1').values = [['形状不对']].map((row) => [...row, 2, 3])
    active(context).getRange('D1').values = [['四']]
    await context.sync()
  })
  expect(code).toBe('InvalidArgument')
  expect([book.active.value(1, 1), book.active.value(1, 2), book.active.value(1, 4)]).toEqual(['一', '', ''])
})

test('properties that were not loaded cannot be read', async () => {
  await openExcel(bookOf([['甲']]))
  const code = await codeOf(async (context) => {
    const range = active(context).getRange('A1')
    await context.sync()
    return range.values
  })
  expect(code).toBe('PropertyNotLoaded')
})

test('what is not there is a null object, and so is everything below it', async () => {
  await openExcel(bookOf([['甲']]))
  const code = await codeOf(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('没有')
    const range = sheet.getRange('A1')
    range.load('values')
    await context.sync()
    expect([sheet.isNullObject, range.isNullObject]).toEqual([true, true])
  })
  expect(code).toBeUndefined()
})

test.each<[name: string, code: string, job: (context: Excel.RequestContext) => void]>([
  ['a sheet that is not there', 'ItemNotFound', (context) => context.workbook.worksheets.getItem('没有').activate()],
  ['a sheet name that is taken', 'ItemAlreadyExists', (context) => void context.workbook.worksheets.add('进展')],
  ['a sheet name with a slash', 'InvalidArgument', (context) => void context.workbook.worksheets.add('5/6月')],
  ['the only sheet deleted', 'InvalidOperation', (context) => active(context).delete()],
  ['an address that is none', 'InvalidArgument', (context) => active(context).getRange('甲1').select()],
  [
    'a colour that is none',
    'InvalidArgument',
    (context) =>
      active(context)
        .getRange('A1')
        .format.set({ fill: { color: '红' } }),
  ],
  ['a chart that is not there', 'ItemNotFound', (context) => void active(context).charts.getItem('1').delete()],
  ['shapes', 'ApiNotFound', (context) => void active(context).shapes.getItem('1').delete()],
])('%s is %s', async (_, expected, job) => {
  await openExcel(bookOf([['甲']]))
  const code = await codeOf(async (context) => {
    job(context)
    await context.sync()
  })
  expect(code).toBe(expected)
})

test.each<[name: string, job: (range: Excel.Range) => void]>([
  ['values', (range) => range.set({ values: [[1]] })],
  ['number formats', (range) => range.set({ numberFormat: [['0']] })],
  ['fills', (range) => range.format.fill.set({ color: '#FF0000' })],
  ['merging', (range) => range.merge()],
  ['clearing', (range) => range.clear()],
  ['conditional formats', (range) => void range.conditionalFormats.add('Custom')],
])('a protected sheet refuses %s', async (_, job) => {
  const excel = await openExcel(bookOf([['甲']]))
  excel.book.active.content.isProtected = true
  const before = contentOf(excel.book.active)
  const code = await codeOf(async (context) => {
    job(active(context).getRange('A1'))
    await context.sync()
  })
  expect(code).toBe('AccessDenied')
  expect(contentOf(excel.book.active)).toBe(before)
})

test.each(['=1+1', '+1+1', '-A2', '@A2'])('the text %j written into a plain cell becomes a formula, as in Excel', async (text) => {
  const { book } = await openExcel(bookOf([['甲']]))
  await codeOf(async (context) => {
    active(context).getRange('A1').values = [[text]]
    await context.sync()
  })
  expect(book.active.find(1, 1)?.formula).toBeTruthy()
})

test('cells under a merge take nothing and hold nothing', async () => {
  const workbook = bookOf([
    ['甲', null],
    ['乙', null],
  ])
  workbook.worksheets[0]?.mergeCells('A1:B1')
  await openExcel(workbook)
  const code = await codeOf(async (context) => {
    const range = active(context).getRange('A1:B2')
    range.values = [
      ['一', '二'],
      ['三', '四'],
    ]
    range.load('values')
    await context.sync()
    expect(range.values).toEqual([
      ['一', ''],
      ['三', '四'],
    ])
  })
  expect(code).toBeUndefined()
})

test('a changed cell is told with the range it was in, and what it held before and after', async () => {
  const { book }: ExcelInNode = await openExcel(bookOf([['甲', 1]]))
  const told = Promise.withResolvers<unknown>()
  await Excel.run(async (context) => {
    active(context).onChanged.add(async ({ address, details, getRange }) => {
      told.resolve({ address, before: details?.valueBefore, after: details?.valueAfter, hasRange: typeof getRange === 'function' })
    })
    await context.sync()
  })
  book.edit(book.active, { top: 1, left: 2, bottom: 1, right: 2 }, [['2.5']], 2021)
  expect(await told.promise).toEqual({ address: 'B1', before: 1, after: 2.5, hasRange: true })
})

test('the selection is told and can be read', async () => {
  const { book } = await openExcel(bookOf([['甲']]))
  book.select(book.active, { top: 2, left: 3, bottom: 4, right: 5 })
  const code = await codeOf(async (context) => {
    const range = context.workbook.getSelectedRange()
    range.load('address')
    await context.sync()
    expect(range.address).toBe(`进展!${areaText(book.selection)}`)
  })
  expect(code).toBeUndefined()
})

test('rows, columns and cells are inserted and deleted, and told as such', async () => {
  const { book } = await openExcel(
    bookOf([
      ['甲', 1],
      ['乙', 2],
      ['丙', 3],
    ]),
  )
  const told: string[] = []
  await Excel.run(async (context) => {
    active(context).onChanged.add(async ({ changeType, address }) => void told.push(`${changeType} ${address}`))
    await context.sync()
    const fresh = active(context).getRange('2:3').insert('Down')
    fresh.load('address')
    active(context).getRange('A:A').insert('Right')
    await context.sync()
    expect(fresh.address).toBe('进展!2:3')
    active(context).getRange('B1').insert('Down')
    active(context).getRange('2:2').delete('Up')
    await context.sync()
  })
  expect([1, 2, 3, 4].map((row) => [2, 3].map((column) => book.active.value(row, column)))).toEqual([
    ['', 1],
    ['', ''],
    ['', 2],
    ['乙', 3],
  ])
  await expect.poll(() => told).toEqual(['RowInserted 2:3', 'ColumnInserted A:A', 'CellInserted B1', 'RowDeleted 2:2'])
})

test('cells that would tear a merge are not inserted', async () => {
  const workbook = bookOf([
    ['甲', null],
    ['乙', 2],
  ])
  workbook.worksheets[0]?.mergeCells('A1:B1')
  const { book } = await openExcel(workbook)
  const before = contentOf(book.active)
  const code = await codeOf(async (context) => {
    active(context).getRange('A1').insert('Down')
    await context.sync()
  })
  expect([code, contentOf(book.active)]).toEqual(['InvalidOperation', before])
})
