/// <reference types="office-js" />
import { expect, test } from 'vitest'
import type { Book } from '../../../../addin/book/book.ts'
import { bookOf, openExcel } from '../../excel/excelInNode.ts'

const ROWS = [
  ['县区', '目标', '完成'],
  ['湖滨区', 20, 12.5],
  ['陕州区', 60, 31],
  ['渑池县', 55, 24.5],
  ['卢氏县', 90, null],
]

const active = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getActiveWorksheet()
const hidden = (book: Book) => [1, 2, 3, 4, 5].filter((row) => book.active.rowHidden(row))

async function codeOf(job: (context: Excel.RequestContext) => unknown): Promise<string | undefined> {
  try {
    await Excel.run(async (context) => {
      await job(context)
      await context.sync()
    })
    return undefined
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

test.each<[criteria: Partial<Excel.FilterCriteria> & { filterOn: 'Values' | 'Custom' }, column: number, hidden: number[]]>([
  [{ filterOn: 'Values', values: ['湖滨区', '卢氏县'] }, 0, [3, 4]],
  [{ filterOn: 'Values', values: ['12.5', ''] }, 2, [3, 4]],
  [{ filterOn: 'Custom', criterion1: '>=55' }, 1, [2]],
  [{ filterOn: 'Custom', criterion1: '>20', criterion2: '<90', operator: 'And' }, 1, [2, 5]],
  [{ filterOn: 'Custom', criterion1: '=20', criterion2: '=90', operator: 'Or' }, 1, [3, 4]],
  [{ filterOn: 'Custom', criterion1: '=*县' }, 0, [2, 3]],
  [{ filterOn: 'Custom', criterion1: '<>*县' }, 0, [4, 5]],
  [{ filterOn: 'Custom', criterion1: '<>' }, 2, [5]],
  [{ filterOn: 'Custom', criterion1: '=' }, 2, [2, 3, 4]],
])('the filter %j of column %i hides the rows %j', async (criteria, column, expected) => {
  const { book } = await openExcel(bookOf(ROWS))
  expect(await codeOf((context) => active(context).autoFilter.apply('A1:C5', column, criteria))).toBeUndefined()
  expect(hidden(book)).toEqual(expected)
})

test('a filter is read, narrowed by a second column, cleared and removed', async () => {
  const { book } = await openExcel(bookOf(ROWS))
  await Excel.run(async (context) => {
    const { autoFilter } = active(context)
    autoFilter.apply(active(context).getRange('A1:C5'), 1, { filterOn: 'Custom', criterion1: '>20' })
    autoFilter.apply('A1:C5', 0, { filterOn: 'Values', values: ['陕州区', '湖滨区'] })
    autoFilter.load(['enabled', 'isDataFiltered', 'criteria'])
    const range = autoFilter.getRange()
    range.load('address')
    await context.sync()
    expect([autoFilter.enabled, autoFilter.isDataFiltered, range.address]).toEqual([true, true, '进展!A1:C5'])
    expect(autoFilter.criteria.map((one) => one?.filterOn)).toEqual(['Values', 'Custom', undefined])
    expect(hidden(book)).toEqual([2, 4, 5])
    autoFilter.clearColumnCriteria(0)
    await context.sync()
    expect(hidden(book)).toEqual([2])
    autoFilter.clearCriteria()
    await context.sync()
    expect(hidden(book)).toEqual([])
    autoFilter.remove()
    const gone = autoFilter.getRangeOrNullObject()
    await context.sync()
    expect(gone.isNullObject).toBe(true)
  })
})

test('a filter moves with its columns, and what it hides stays hidden', async () => {
  const { book } = await openExcel(bookOf(ROWS))
  await codeOf((context) => {
    active(context).autoFilter.apply('A1:C5', 1, { filterOn: 'Custom', criterion1: '>20' })
    active(context).getRange('A:A').insert('Right')
    active(context).getRange('1:1').insert('Down')
  })
  const { filter } = book.active.content
  expect([filter?.area, [...(filter?.criteria.keys() ?? [])]]).toEqual([{ top: 2, left: 2, bottom: 6, right: 4 }, [1]])
  expect(book.active.rowHidden(3)).toBe(true)
})

test('kinds of filters that are not known are told so', async () => {
  await openExcel(bookOf(ROWS))
  const code = await codeOf((context) => active(context).autoFilter.apply('A1:C5', 1, { filterOn: 'TopItems', criterion1: '2' }))
  expect(code).toBe('ApiNotFound')
})

test('a table is made, named, measured, filtered, resized and dissolved', async () => {
  const { book } = await openExcel(bookOf(ROWS))
  await Excel.run(async (context) => {
    const table = active(context).tables.add('A1:C4', true)
    table.set({ name: '进展表', showBandedRows: false })
    table.load(['name', 'showHeaders', 'showBandedRows', 'style'])
    const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()]
    for (const part of parts) part.load('address')
    table.columns.load('items/name')
    const count = table.rows.getCount()
    context.workbook.tables.load(['count', 'items/name'])
    await context.sync()
    expect(table.toJSON()).toMatchObject({ name: '进展表', showHeaders: true, showBandedRows: false, style: 'TableStyleMedium2' })
    expect(parts.map(({ address }) => address)).toEqual(['进展!A1:C4', '进展!A1:C1', '进展!A2:C4'])
    expect([table.columns.items.map(({ name }) => name), count.value]).toEqual([['县区', '目标', '完成'], 3])
    expect([context.workbook.tables.count, context.workbook.tables.items.map(({ name }) => name)]).toEqual([1, ['进展表']])
    table.columns.getItem('目标').filter.applyCustomFilter('>20')
    await context.sync()
    expect(hidden(book)).toEqual([2])
    table.resize('A1:C5')
    table.clearFilters()
    const body = context.workbook.tables.getItem('进展表').columns.getItemAt(2).getDataBodyRange()
    body.load('address')
    await context.sync()
    expect([hidden(book), body.address]).toEqual([[], '进展!C2:C5'])
    table.convertToRange()
    const gone = active(context).tables.getItemOrNullObject('进展表')
    await context.sync()
    expect(gone.isNullObject).toBe(true)
  })
  expect(book.active.value(2, 1)).toBe('湖滨区')
})

test('a table without headings gets a row of them, equal and empty ones are told apart', async () => {
  const { book } = await openExcel(
    bookOf([
      ['完成', null, '完成'],
      [1, 2, 3],
    ]),
  )
  await codeOf((context) => active(context).tables.add('A1:C2', true))
  expect([1, 2, 3].map((column) => book.active.value(1, column))).toEqual(['完成', '列2', '完成3'])
  const { book: other } = await openExcel(
    bookOf([
      ['湖滨区', 1],
      ['陕州区', 2],
    ]),
  )
  await codeOf((context) => active(context).tables.add('A1:B2', false))
  expect([1, 2, 3].map((row) => [1, 2].map((column) => other.active.value(row, column)))).toEqual([
    ['列1', '列2'],
    ['湖滨区', 1],
    ['陕州区', 2],
  ])
})

test('a table grows by what is inserted in it, and its headings cannot be deleted alone', async () => {
  const { book } = await openExcel(bookOf(ROWS))
  await codeOf((context) => {
    active(context).tables.add('A1:C5', true)
    active(context).getRange('3:4').insert('Down')
    active(context).getRange('B:B').insert('Right')
  })
  const [table] = book.active.content.tables
  expect([table?.area, table?.columns.map(({ name }) => name)]).toEqual([
    { top: 1, left: 1, bottom: 7, right: 4 },
    ['县区', '列2', '目标', '完成'],
  ])
  expect(await codeOf((context) => active(context).getRange('1:1').delete('Up'))).toBe('InvalidOperation')
  expect(await codeOf((context) => active(context).getRange('A2').insert('Down'))).toBe('InvalidOperation')
  expect(await codeOf((context) => active(context).getRange('1:7').delete('Up'))).toBeUndefined()
  expect(book.active.content.tables).toEqual([])
})

test.each<[name: string, code: string, job: (context: Excel.RequestContext) => unknown]>([
  ['a table over another', 'InvalidOperation', (context) => active(context).tables.add('C1:D2', true)],
  ['a name that is taken', 'ItemAlreadyExists', (context) => active(context).tables.add('E1:F2', true).set({ name: '甲' })],
  ['a name with a space', 'InvalidArgument', (context) => active(context).tables.getItem('甲').set({ name: '甲 乙' })],
  ['a name that is a cell', 'InvalidArgument', (context) => active(context).tables.getItem('甲').set({ name: 'A1' })],
  ['a table that is not there', 'ItemNotFound', (context) => active(context).tables.getItem('乙').getRange().select()],
  ['headings moved by a resize', 'InvalidArgument', (context) => active(context).tables.getItem('甲').resize('A2:C5')],
])('%s is %s', async (_, expected, job) => {
  await openExcel(bookOf(ROWS))
  await codeOf((context) => active(context).tables.add('A1:C5', true).set({ name: '甲' }))
  expect(await codeOf(job)).toBe(expected)
})

test('a protected sheet takes no table and no filter', async () => {
  const { book } = await openExcel(bookOf(ROWS))
  book.active.protect()
  expect(await codeOf((context) => active(context).tables.add('A1:C5', true))).toBe('AccessDenied')
  expect(await codeOf((context) => active(context).autoFilter.apply('A1:C5'))).toBe('AccessDenied')
})
