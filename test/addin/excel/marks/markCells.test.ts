import { describe, expect, test } from 'vitest'
import { areaText } from '../../../../addin/book/area.ts'
import { openWorkbook } from '../../../../addin/excel/createWorkbook.ts'
import type { CellMark } from '../../../../addin/ports/workbook.ts'
import { bookOf, contentOf, type ExcelInNode, openExcel } from '../excelInNode.ts'
import { type Broken, breakRules } from './hardRules.ts'

const rules = ({ book }: ExcelInNode) =>
  book.active.content.rules.map((rule) => ({ cells: rule.areas.map(areaText).join(' '), formula: rule.formulas[0] }))

const snapshot = ({ book }: ExcelInNode) => contentOf(book.active)

/** Round trips that somebody waited for: what Office.js frees after a job is none. */
const trips = ({ batches }: ExcelInNode) =>
  batches.filter(({ request }) => !request.Actions.some(({ Name }) => Name === '_RemoveReference'))
const writes = (excel: ExcelInNode) =>
  trips(excel).filter(({ request }) =>
    [...request.Actions, ...Object.values(request.ObjectPaths)].some(({ Name }) => Name === 'Add' || Name === 'Delete'),
  )

const MARKS: CellMark[] = [
  { cell: 'B2', severity: 'error' },
  { cell: 'C2', severity: 'error' },
  { cell: 'B3', severity: 'error' },
  { cell: 'C3', severity: 'error' },
  { cell: 'D9', severity: 'warning' },
]

test('marks by one conditional format a severity, neighbours joined', async () => {
  const excel = await openExcel(bookOf([['甲', 1, 2]]))
  expect(await openWorkbook().mark('进展', MARKS)).toEqual({ ok: true, value: undefined })
  expect(rules(excel)).toEqual([
    { cells: 'D9', formula: '"livelihood-mark:warning"<>""' },
    { cells: 'B2:C3', formula: '"livelihood-mark:error"<>""' },
  ])
})

test('marking again replaces the earlier marks', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  await openWorkbook().mark('进展', MARKS)
  await openWorkbook().mark('进展', [{ cell: 'A1', severity: 'warning' }])
  expect(rules(excel)).toEqual([{ cells: 'A1', formula: '"livelihood-mark:warning"<>""' }])
})

test('a cell with several findings has the gravest mark', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  await openWorkbook().mark('进展', [
    { cell: 'A1', severity: 'warning' },
    { cell: 'A1', severity: 'error' },
  ])
  expect(rules(excel).map((rule) => rule.formula)).toEqual(['"livelihood-mark:error"<>""'])
})

test('taking marks off leaves the sheet as it was, with the person’s own fills and conditional formats', async () => {
  const workbook = bookOf([
    ['甲', 1],
    ['乙', 2],
  ])
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  sheet.getCell('B2').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFF0000' } }
  sheet.addConditionalFormatting({
    ref: 'B1:B9',
    rules: [{ type: 'cellIs', operator: 'greaterThan', formulae: [1], priority: 1, style: { font: { bold: true } } }],
  })
  const excel = await openExcel(workbook)
  const before = snapshot(excel)
  await openWorkbook().mark('进展', [{ cell: 'B2', severity: 'error' }])
  expect(snapshot(excel)).not.toBe(before)
  await openWorkbook().unmark('进展')
  expect(snapshot(excel)).toBe(before)
})

test('thousands of scattered cells go in addresses that Excel does not cut', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  const cells = Array.from({ length: 3_000 }, (_, i) => ({ cell: `${i % 2 === 0 ? 'B' : 'D'}${i + 1}`, severity: 'error' as const }))
  await openWorkbook().mark('进展', cells)
  const asked = excel.batches.flatMap(({ request }) =>
    Object.values(request.ObjectPaths).flatMap((path) => (path.Name === 'GetRanges' ? [String(path.ArgumentInfo?.Arguments?.[0])] : [])),
  )
  expect(asked.length).toBeGreaterThan(1)
  expect(Math.max(...asked.map((address) => address.length))).toBeLessThanOrEqual(8_192)
  expect(rules(excel).flatMap((rule) => rule.cells.split(' '))).toHaveLength(3_000)
})

test.each([
  ['a protected sheet', (excel: ExcelInNode) => protect(excel), { tag: 'protected', sheet: '进展', during: 'mark' }],
  [
    'a sheet that is gone',
    (excel: ExcelInNode) => excel.book.rename(excel.book.active, '别的'),
    { tag: 'sheetGone', sheet: '进展', during: 'mark' },
  ],
] as const)('%s is told, and nothing is marked', async (_, prepare, fault) => {
  const excel = await openExcel(bookOf([['甲']]))
  prepare(excel)
  expect(await openWorkbook().mark('进展', MARKS)).toEqual({ ok: false, fault })
  expect(rules(excel)).toEqual([])
})

describe.each<Broken>(['alone', 'the list too'])('where a rule answers nothing, %s', (how) => {
  /** A sheet with our marks, `count` rules of the person's beside them, of which those named are broken. */
  async function broken(count: number, isBroken: (at: number) => boolean) {
    const workbook = bookOf([['甲', 1]])
    for (let at = 0; at < count; at++)
      workbook.worksheets[0]?.addConditionalFormatting({
        ref: 'F1:F9',
        rules: [{ type: 'expression', formulae: [`F1=${at}`], priority: at + 1, style: { font: { bold: true } } }],
      })
    const excel = await openExcel(workbook)
    await openWorkbook().mark('进展', MARKS)
    const texts = Array.from({ length: count }, (_, at) => (isBroken(at) ? [`F1=${at}`] : [])).flat()
    breakRules(excel, how, ({ formulas }) => texts.includes(formulas[0] ?? ''))
    excel.batches.length = 0
    return excel
  }
  const ours = (excel: ExcelInNode) => rules(excel).filter(({ formula }) => formula?.includes('livelihood'))

  test('marks are replaced and taken off all the same, and its being left is told', async () => {
    const excel = await broken(3, (at) => at === 1)
    expect(await openWorkbook().mark('进展', [{ cell: 'A1', severity: 'error' }])).toEqual({ ok: true, value: undefined })
    expect(ours(excel)).toEqual([{ cells: 'A1', formula: '"livelihood-mark:error"<>""' }])
    expect(await openWorkbook().unmark('进展')).toEqual({ ok: true, value: { sheets: ['进展'], protected: [], unread: 1 } })
    expect(ours(excel)).toEqual([])
    expect(rules(excel)).toHaveLength(3)
  })

  test('each costs one round trip more, and a hundred of them no more than some thirty', async () => {
    const one = await broken(20, (at) => at === 7)
    await openWorkbook().unmark('进展')
    expect(trips(one).length).toBeLessThanOrEqual(6)
    const all = await broken(100, () => true)
    await openWorkbook().unmark('进展')
    expect(trips(all).length).toBeLessThanOrEqual(30)
    expect(rules(all).length).toBeGreaterThanOrEqual(100)
  })

  test('all sheets of the workbook are cleared but for it', async () => {
    const excel = await broken(2, (at) => at === 0)
    expect(await openWorkbook().unmark(null)).toEqual({ ok: true, value: { sheets: ['进展'], protected: [], unread: 1 } })
    expect(ours(excel)).toEqual([])
  })
})

test('an Excel whose sheets each have a rule that cannot be read is marked and cleared', async () => {
  const excel = await openExcel(bookOf([['甲']]), { host: 'unreadable-format' })
  await openWorkbook().mark('进展', MARKS)
  expect(await openWorkbook().mark('进展', MARKS)).toEqual({ ok: true, value: undefined })
  expect(rules(excel)).toHaveLength(3)
  expect(await openWorkbook().unmark(null)).toEqual({ ok: true, value: { sheets: ['进展'], protected: [], unread: 1 } })
  expect(rules(excel)).toHaveLength(1)
})

test('a rule of ours that was undone while others stand stops neither their going nor new marks', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  await openWorkbook().mark('进展', MARKS)
  breakRules(excel, 'alone', ({ formulas }) => formulas[0]?.includes(':warning') === true)
  expect(await openWorkbook().unmark('进展')).toMatchObject({ value: { sheets: ['进展'], unread: 1 } })
  expect(rules(excel)).toEqual([{ cells: 'D9', formula: '"livelihood-mark:warning"<>""' }])
})

test('a person’s rule that looks alike, or speaks of ours, stays', async () => {
  const workbook = bookOf([['甲']])
  const alike = [
    'AND("livelihood-mark:error"<>"",A1>3)',
    '"livelihood-mark"<>""',
    '"livelihood-mark:error"=""',
    'A1="livelihood-mark:error"',
  ]
  for (const [at, formula] of alike.entries())
    workbook.worksheets[0]?.addConditionalFormatting({
      ref: 'A1:A9',
      rules: [
        {
          type: 'expression',
          formulae: [formula],
          priority: at + 1,
          style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFF8C9C6' } } },
        },
      ],
    })
  const excel = await openExcel(workbook)
  await openWorkbook().mark('进展', MARKS)
  expect(rules(excel)).toHaveLength(6)
  await openWorkbook().unmark(null)
  expect(rules(excel).map(({ formula }) => formula)).toEqual(alike)
})

test('marks are found where inserted rows moved them, and on a copy of the sheet', async () => {
  const workbook = bookOf([['甲']])
  const excel = await openExcel(workbook)
  await openWorkbook().mark('进展', MARKS)
  const { content } = excel.book.active
  const areas = [{ top: 12, left: 2, bottom: 13, right: 3 }]
  content.rules = content.rules.map((rule) => ({ ...rule, areas }))
  excel.book.add('进展 (2)').content.rules = content.rules.map((rule) => ({ ...rule, id: `${rule.id} copied` }))
  expect(await openWorkbook().unmark(null)).toEqual({ ok: true, value: { sheets: ['进展', '进展 (2)'], protected: [], unread: 0 } })
  expect(excel.book.sheets.flatMap((sheet) => sheet.content.rules)).toEqual([])
})

test('a protected sheet keeps its marks and is named; a workbook without marks is not written to', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  excel.book.add('别的')
  await openWorkbook().mark('进展', MARKS)
  await openWorkbook().mark('别的', MARKS)
  protect(excel)
  expect(await openWorkbook().unmark(null)).toEqual({ ok: true, value: { sheets: ['别的'], protected: ['进展'], unread: 0 } })
  excel.batches.length = 0
  await openWorkbook().unmark('别的')
  expect([trips(excel).length, writes(excel).length]).toEqual([1, 0])
})

test('marking goes there in three round trips at most, of which one writes', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  const counts = () => [trips(excel).length, writes(excel).length]
  await openWorkbook().mark('进展', MARKS)
  expect(counts()).toEqual([2, 1])
  await openWorkbook().mark('进展', MARKS)
  expect(counts()).toEqual([5, 2])
  await openWorkbook().unmark(null)
  expect(counts()).toEqual([9, 3])
})

test('what is not wanted any more when its turn comes is not marked', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  let isWanted = true
  const workbook = openWorkbook()
  const first = workbook.mark('进展', MARKS, () => isWanted)
  const cleared = workbook.unmark(null)
  const late = workbook.mark('进展', MARKS, () => isWanted)
  isWanted = false
  await Promise.all([first, cleared, late])
  expect(rules(excel)).toEqual([])
})

test('select shows the sheet and the cell', async () => {
  const workbook = bookOf([['甲']])
  workbook.addWorksheet('另一张')
  const { book } = await openExcel(workbook)
  await openWorkbook().select('另一张', 'E21')
  expect([book.active.name, areaText(book.selection)]).toEqual(['另一张', 'E21'])
})

function protect({ book }: ExcelInNode): void {
  book.active.content.isProtected = true
}
