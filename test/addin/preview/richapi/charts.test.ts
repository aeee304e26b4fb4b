/// <reference types="office-js" />
import { expect, test } from 'vitest'
import { cellArea } from '../../../../addin/book/area.ts'
import { referred } from '../../../../addin/book/change/charts.ts'
import { bookOf, openExcel } from '../../excel/excelInNode.ts'

const ROWS = [
  ['县区', '目标', '完成'],
  ['湖滨区', 20, 12.5],
  ['陕州区', 60, 31],
  ['渑池县', 55, 24.5],
  ['卢氏县', 90, 41],
]

const active = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getActiveWorksheet()

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

test('a chart is made of cells, named, titled, placed, given other data and deleted', async () => {
  const { book } = await openExcel(bookOf(ROWS))
  await Excel.run(async (context) => {
    const chart = active(context).charts.add('ColumnClustered', active(context).getRange('A1:C5'), 'Auto')
    chart.set({ name: '进展图', top: 100, left: 50, width: 300, height: 200 })
    chart.title.text = '完成情况'
    chart.load(['name', 'chartType', 'top', 'left', 'width', 'height'])
    await context.sync()
    expect(chart.toJSON()).toMatchObject({ name: '进展图', chartType: 'ColumnClustered', top: 100, left: 50, width: 300, height: 200 })
    const found = active(context).charts.getItem('进展图')
    found.setData(active(context).getRange('A1:B3'), 'Rows')
    found.setPosition('B8', 'D12')
    await context.sync()
  })
  const [chart] = book.active.content.charts
  expect([chart?.title, chart?.from, chart?.width, chart?.height]).toEqual(['完成情况', { row: 8, column: 2, x: 0, y: 0 }, 162, 75])
  expect(chart?.series).toEqual([
    { values: '进展!$B$2', name: '进展!$A$2', categories: '进展!$B$1' },
    { values: '进展!$B$3', name: '进展!$A$3', categories: '进展!$B$1' },
  ])
  expect(await codeOf((context) => active(context).charts.getItem('进展图').delete())).toBeUndefined()
  expect(book.active.content.charts).toEqual([])
})

test('a chart’s series follow what is inserted and renamed, and it moves along', async () => {
  const { book } = await openExcel(bookOf(ROWS))
  await codeOf((context) => {
    active(context).charts.add('Line', active(context).getRange('A1:B5'))
    active(context).getRange('3:3').insert('Down')
    active(context).getRange('A:A').insert('Right')
    active(context).name = '五 月'
  })
  const [chart] = book.active.content.charts
  expect(chart?.series).toEqual([{ values: "'五 月'!$C$2:$C$6", name: "'五 月'!$C$1", categories: "'五 月'!$B$2:$B$6" }])
  expect(chart?.from).toMatchObject({ row: 8, column: 2 })
  expect(referred(book, chart?.series[0]?.values).map(({ value }) => value)).toEqual([20, '', 60, 55, 90])
})

test('where a chart is selected there is no selected range, until a cell is', async () => {
  const { book } = await openExcel(bookOf(ROWS))
  await codeOf((context) => active(context).charts.add('BarClustered', active(context).getRange('A1:B5')).activate())
  const selected = (context: Excel.RequestContext) => context.workbook.getSelectedRange().load('address')
  expect(await codeOf(selected)).toBe('InvalidSelection')
  book.select(book.active, cellArea(2, 2))
  expect(await codeOf(selected)).toBeUndefined()
})

test('charts of kinds that are not drawn here are told so, and a protected sheet takes none', async () => {
  const { book } = await openExcel(bookOf(ROWS))
  expect(await codeOf((context) => active(context).charts.add('Pie', active(context).getRange('A1:B5')))).toBe('ApiNotFound')
  book.active.protect()
  expect(await codeOf((context) => active(context).charts.add('Line', active(context).getRange('A1:B5')))).toBe('AccessDenied')
})
