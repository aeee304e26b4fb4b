import { describe, expect, test } from 'vitest'
import { setCriterion, setSheetFilter } from '../../../../addin/book/change/filterRows.ts'
import { addTable } from '../../../../addin/book/change/tables.ts'
import { mergeArea } from '../../../../addin/book/merges.ts'
import { openWorkbook } from '../../../../addin/excel/createWorkbook.ts'
import { countCell, textCell } from '../../../../addin/flow/makeCells.ts'
import type { KeyedSheet } from '../../../../addin/flow/refresh/keyedSheet.ts'
import { refreshSheet } from '../../../../addin/flow/refresh/refreshSheet.ts'
import type { LongWork } from '../../../../addin/ports/longWork.ts'
import type { BatchAnswer, BatchRequest } from '../../../../addin/preview/richapi/wire.ts'
import { stoppedAfter, unstopped } from '../../longWorks.ts'
import { bookOf, type ExcelInNode, openExcel } from '../excelInNode.ts'

const NAME = '汇总 2021-05'
const GENERAL_EXCEPTION: BatchAnswer = {
  Results: [],
  Error: { Code: 'GeneralException', Message: '', HttpStatusCode: 500, ActionIndex: 0, Location: '' },
}
type Figures = readonly (readonly [key: string, value: number | null])[]

/** Figures by key, and below them units that lack something. */
function sheetOf(seq: number, figures: Figures, units: readonly string[] = ['文旅局'], word = '已报'): KeyedSheet {
  return {
    name: NAME,
    title: '汇总表',
    note: { text: `数据截至第 ${seq} 次`, meanwhile: '没有写完', begins: '数据截至第 ' },
    columns: ['编号', '指标', '累计', '情况'].map((heading) => ({ heading, width: 12 })),
    tables: [
      {
        name: 'figures',
        title: '',
        none: '',
        left: '已不在',
        columns: ['编号', '指标', '累计', '情况'].map((heading, i) => ({
          heading,
          from: i + 1,
          to: i + 1,
          use: i === 0 ? 'key' : i === 1 ? 'name' : 'figure',
        })),
        rows: figures.map(([key, value]) => [
          textCell(key),
          textCell(`指标${key}`),
          value === null ? textCell('未报', 'missing') : countCell(value),
          textCell(value === null ? '=未报' : word),
        ]),
      },
      {
        name: 'units',
        title: '未报齐的单位',
        none: '未报齐的单位：没有',
        left: '已不在名单',
        columns: [
          { heading: '单位', from: 1, to: 2, use: 'key' },
          { heading: '内容', from: 3, to: 4, use: 'figure' },
        ],
        rows: units.map((unit) => [textCell(unit), textCell('缺', 'missing')]),
      },
    ],
  }
}

const MAY: Figures = [
  ['1', 12],
  ['2', null],
  ['3', 5],
]
const write = (sheet: KeyedSheet, work: LongWork = unstopped()) => refreshSheet(openWorkbook(), sheet, work)

const written = ({ book }: ExcelInNode, name = NAME) => {
  const sheet = book.find(name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}
const line = (excel: ExcelInNode, row: number, width = 4) => Array.from({ length: width }, (_, i) => written(excel).formula(row, i + 1))
const lines = (excel: ExcelInNode, rows: number) => Array.from({ length: rows }, (_, i) => line(excel, i + 1))
const type = ({ book }: ExcelInNode, row: number, column: number, text: string) =>
  book.edit(written({ book } as ExcelInNode), { top: row, left: column, bottom: row, right: column }, [[text]], 2021)

/** How many cells the batches wrote values into. */
const cellsWritten = ({ batches }: ExcelInNode) =>
  batches.flatMap(({ request }) => request.Actions.flatMap(valuesOf)).filter((value) => value !== null).length

function valuesOf({ Name, ArgumentInfo }: BatchRequest['Actions'][number]): unknown[] {
  return Name === 'Values' ? (ArgumentInfo as { Arguments: unknown[][][] }).Arguments.flat(2) : []
}

test('a second time changes the cells that differ, in place, in few round trips', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  expect(await write(sheetOf(17, MAY))).toMatchObject({ ok: true, value: { name: NAME, inPlace: false } })
  const before = written(excel)
  excel.batches.length = 0
  const answer = await write(
    sheetOf(18, [
      ['1', 12],
      ['2', 7],
      ['3', 5],
    ]),
  )
  expect(answer).toEqual({ ok: true, value: { name: NAME, inPlace: true, kept: [], left: 0, deleted: [] } })
  expect(written(excel)).toBe(before)
  expect(excel.book.sheets).toHaveLength(2)
  expect([line(excel, 2)[0], line(excel, 5)]).toEqual(['数据截至第 18 次', ['2', '指标2', 7, '已报']])
  expect(before.look(5, 3).fill).toBe('')
  // The note twice, and two cells of the row.
  expect(cellsWritten(excel)).toBe(4)
  expect(excel.batches.length).toBeLessThanOrEqual(12)
})

test('what a person made of the sheet stays: words beside it, fills, formulas, heights', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  await write(sheetOf(17, MAY))
  type(excel, 5, 6, '催过两次')
  type(excel, 6, 7, '=C4+C6')
  written(excel).changeRow(6, { height: 77 })
  written(excel).restyle({ top: 4, left: 3, bottom: 4, right: 3 }, { fill: '#00FF00' })
  await write(
    sheetOf(18, [
      ['1', 14],
      ['2', 7],
      ['3', 6],
    ]),
  )
  expect([written(excel).value(5, 6), written(excel).formula(6, 7), written(excel).content.rows.get(6)?.height]).toEqual([
    '催过两次',
    '=C4+C6',
    77,
  ])
  expect([written(excel).value(4, 3), written(excel).look(4, 3).fill]).toEqual([14, '#00FF00'])
})

test('new rows are inserted at their place with their looks, and what stands beside and below moves along', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  await write(sheetOf(17, MAY))
  type(excel, 6, 6, '催过')
  type(excel, 6, 7, '=C4+C6')
  const figures: Figures = [
    ['1', 12],
    ['1.5', null],
    ['2', null],
    ['3', 5],
    ['4', 1],
  ]
  excel.batches.length = 0
  expect(await write(sheetOf(18, figures, ['文旅局', '民政局']))).toMatchObject({ ok: true, value: { inPlace: true, kept: [] } })
  const fresh = await openExcel(bookOf([['甲']]))
  await write(sheetOf(18, figures, ['文旅局', '民政局']))
  expect(lines(excel, 14)).toEqual(lines(fresh, 14))
  expect([written(excel).value(7, 6), written(excel).formula(7, 7)]).toEqual(['催过', '=C4+C7'])
  const look = (from: ExcelInNode, row: number, column: number) => written(from).look(row, column)
  for (const [row, column] of [
    [5, 1],
    [5, 3],
    [8, 3],
    [13, 1],
    [13, 3],
  ] as const)
    expect(look(excel, row, column), `${row} ${column}`).toEqual(look(fresh, row, column))
  expect(written(excel).mergeAt(13, 2)).toEqual({ top: 13, left: 1, bottom: 13, right: 2 })
  expect(excel.batches.length).toBeLessThanOrEqual(16)
})

test('a person’s own sheet of that name stays, and ours is found again under the name it took', async () => {
  const excel = await openExcel(bookOf([['我的']], NAME))
  expect(await write(sheetOf(17, MAY))).toMatchObject({ value: { name: `${NAME} (2)`, inPlace: false } })
  expect(await write(sheetOf(18, MAY))).toMatchObject({ value: { name: `${NAME} (2)`, inPlace: true } })
  expect([written(excel).value(1, 1), written(excel, `${NAME} (2)`).value(2, 1)]).toEqual(['我的', '数据截至第 18 次'])
})

test('a sheet that a person renamed is theirs, and one whose headings are gone too: a new one is written', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  await write(sheetOf(17, MAY))
  excel.book.rename(written(excel), '5月定稿')
  expect(await write(sheetOf(18, MAY))).toMatchObject({ value: { name: NAME, inPlace: false } })
  expect(written(excel, '5月定稿').value(2, 1)).toBe('数据截至第 17 次')
  for (const column of [1, 2, 3, 4]) type(excel, 3, column, '我的表头')
  expect(await write(sheetOf(19, MAY))).toMatchObject({ value: { name: `${NAME} (2)`, inPlace: false } })
  expect(written(excel).value(2, 1)).toBe('数据截至第 18 次')
})

test('where Excel makes a formula of a text, the cell is emptied, the sheet says that it is not finished, and the next time fills it', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  await write(sheetOf(17, [['1', 12]]))
  excel.intercept = (request) => {
    for (const action of request.Actions)
      if (action.Name === 'NumberFormat') (action as { ArgumentInfo: unknown }).ArgumentInfo = { Arguments: ['General'] }
    return undefined
  }
  const cause = { tag: 'notAsWritten', sheet: NAME, during: 'write' }
  expect(await write(sheetOf(18, [['1', null]]))).toEqual({
    ok: false,
    fault: { tag: 'unfinished', sheet: NAME, written: 0, of: 1, cause },
  })
  expect([line(excel, 2)[0], line(excel, 4)]).toEqual(['没有写完', ['1', '指标1', '未报', '']])
  excel.intercept = undefined
  expect((await write(sheetOf(18, [['1', null]]))).ok).toBe(true)
  expect([line(excel, 2)[0], line(excel, 4)]).toEqual(['数据截至第 18 次', ['1', '指标1', '未报', '=未报']])
})

test('a cell of ours under a person’s merge is left, and named', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  await write(sheetOf(17, MAY))
  mergeArea(written(excel), { top: 4, left: 3, bottom: 5, right: 3 }, false)
  expect(
    await write(
      sheetOf(18, [
        ['1', 14],
        ['2', 7],
        ['3', 5],
      ]),
    ),
  ).toMatchObject({ ok: true, value: { kept: ['C5'] } })
  expect([written(excel).value(4, 3), written(excel).value(6, 3)]).toEqual([14, 5])
})

describe('a table that the person made', () => {
  /** What is made a table: the figures, all of the sheet, the units below. */
  const AREAS = [
    ['the figures', { top: 3, bottom: 6 }],
    ['all of the sheet', { top: 1, bottom: 10 }],
    ['the units', { top: 8, bottom: 10 }],
  ] as const
  const figures: Figures = [
    ['1', 12],
    ['1.5', null],
    ['2', 7],
    ['3', 5],
    ['4', 1],
  ]
  const units = ['民政局', '文旅局', '司法局']

  test.each(AREAS)('of %s: rows come at their place, and a name goes on meaning its cell', async (_, rows) => {
    const excel = await openExcel(bookOf([['甲']]))
    await write(sheetOf(17, MAY))
    excel.book.names = [{ name: '三号累计', formula: `'${NAME}'!$C$6`, attributes: {} }]
    expect(typeof addTable(excel.book, written(excel), { ...rows, left: 1, right: 4 }, true)).toBe('object')
    expect(await write(sheetOf(18, figures, units))).toMatchObject({ ok: true, value: { inPlace: true, kept: [] } })
    const fresh = await openExcel(bookOf([['甲']]))
    await write(sheetOf(18, figures, units))
    // the first row of a table is its headings, of which Excel fills the empty ones
    const heading = (row: number) => (lines(excel, row).at(-1)?.includes('列2') ? [] : [row])
    const compared = Array.from({ length: 15 }, (_, i) => i + 1).flatMap(heading)
    expect(compared.length).toBeGreaterThanOrEqual(14)
    for (const row of compared) expect(line(excel, row)).toEqual(line(fresh, row))
    expect(written(excel).content.tables).toHaveLength(1)
    expect(excel.book.names.map(({ formula }) => formula)).toEqual([`'${NAME}'!$C$7`])
    expect(await write(sheetOf(19, MAY))).toMatchObject({ ok: true, value: { inPlace: true } })
  })
})

describe('rows that a filter hides', () => {
  test.each(['', 'filter'])('take their own figures under host=%s, and stay hidden', async (host) => {
    const excel = await openExcel(bookOf([['甲']]), { host })
    const figures = (of: number): Figures => ['1', '2', '3', '4', '5', '6'].map((key, i) => [key, i + of])
    await write(sheetOf(17, figures(1)))
    const shown = { on: 'values', values: ['1', '3', '5', '6'], blanks: false } as const
    setSheetFilter(written(excel), { top: 3, left: 1, bottom: 9, right: 4 })
    setCriterion({ sheet: written(excel) }, 0, shown)
    expect(await write(sheetOf(18, figures(11)))).toMatchObject({ ok: true })
    expect([4, 5, 6, 7, 8, 9].map((row) => written(excel).value(row, 3))).toEqual([11, 12, 13, 14, 15, 16])
    expect([5, 6, 7].map((row) => written(excel).rowHidden(row))).toEqual([true, false, true])
  })
})

describe('interrupted', () => {
  const many = (of: number): Figures => Array.from({ length: 30 }, (_, i) => [`${i + 1}`, i + of])
  // Long words, so that a few rows are a request.
  const long = (of: number) => sheetOf(of, many(of), [], `${of}${'长'.repeat(20_000)}`)

  test('by the person: it says how far it came, and goes on from there', async () => {
    const excel = await openExcel(bookOf([['甲']]))
    await write(long(1))
    const steps: number[] = []
    const answer = await write(long(2), stoppedAfter(1, steps))
    expect(answer).toEqual({ ok: false, fault: { tag: 'unfinished', sheet: NAME, written: 10, of: 30, cause: { tag: 'cancelled' } } })
    expect([steps, line(excel, 2)[0]]).toEqual([[10], '没有写完'])
    expect([4, 13, 14].map((row) => written(excel).value(row, 3))).toEqual([2, 11, 11])
    const more: number[] = []
    expect(await write(long(2), { ...unstopped(), onProgress: (_, of) => void more.push(of) })).toMatchObject({ ok: true })
    expect([more, line(excel, 2)[0], written(excel).value(33, 3)]).toEqual([[20, 20], '数据截至第 2 次', 31])
  })

  test('before it began, the sheet is as it was', async () => {
    const excel = await openExcel(bookOf([['甲']]))
    await write(long(1))
    expect(await write(long(2), stoppedAfter(0))).toEqual({ ok: false, fault: { tag: 'cancelled' } })
    expect(line(excel, 2)[0]).toBe('数据截至第 1 次')
  })

  // The batch is not executed, or executed and its answer lost.
  test.each(Array.from({ length: 28 }, (_, i) => [i >> 1, i % 2 === 1] as const))(
    'at batch %i (executed: %s): done again, it is the same as of an uninterrupted time',
    async (at, executed) => {
      const whole = await openExcel(bookOf([['甲']]))
      await write(sheetOf(17, MAY, ['文旅局', '民政局']))
      const next = sheetOf(
        18,
        [
          ['1', 14],
          ['3', null],
        ],
        ['民政局'],
      )
      await write(next)
      const expected = lines(whole, 16)
      const excel = await openExcel(bookOf([['甲']]))
      await write(sheetOf(17, MAY, ['文旅局', '民政局']))
      let left = at
      excel.intercept = async (request) => {
        if (left-- !== 0) return undefined
        if (executed) await excel.executor.execute(request)
        return GENERAL_EXCEPTION
      }
      await write(next)
      excel.intercept = undefined
      expect(await write(next)).toMatchObject({ ok: true, value: { name: NAME } })
      expect(lines(excel, 16)).toEqual(expected)
      expect(excel.book.sheets).toHaveLength(2)
    },
  )

  test('rows that somebody moves meanwhile are found again', async () => {
    const excel = await openExcel(bookOf([['甲']]))
    await write(sheetOf(17, MAY))
    let moved = false
    excel.intercept = (request) => {
      if (!moved && request.Actions.some(({ Name }) => Name === 'GetRowProperties')) {
        moved = true
        for (const column of [1, 2, 3, 4]) {
          const [one, other] = [written(excel).formula(4, column), written(excel).formula(6, column)]
          type(excel, 4, column, String(other))
          type(excel, 6, column, String(one))
        }
      }
      return undefined
    }
    expect(
      await write(
        sheetOf(18, [
          ['1', 14],
          ['2', 7],
          ['3', 6],
        ]),
      ),
    ).toMatchObject({ ok: true })
    expect([moved, line(excel, 4), line(excel, 6)]).toEqual([true, ['3', '指标3', 6, '已报'], ['1', '指标1', 14, '已报']])
  })
})
