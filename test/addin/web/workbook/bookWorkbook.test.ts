import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Book } from '../../../../addin/book/book.ts'
import { emptyBook, emptySheet } from '../../../../addin/book/sheetContent.ts'
import type { LongWork } from '../../../../addin/ports/longWork.ts'
import type { SheetCell, SheetDocument } from '../../../../addin/ports/sheetDocument.ts'
import { bookWorkbook } from '../../../../addin/web/workbook/bookWorkbook.ts'

const work: LongWork = { signal: new AbortController().signal, onProgress: () => undefined }
const cell = (value: string, role: SheetCell['role'] = 'body', kind: SheetCell['kind'] = 'text'): SheetCell => ({ kind, value, role })

const DOCUMENT: SheetDocument = {
  name: '汇总 2021-05',
  rows: [
    [cell('全市汇总', 'title'), cell('', 'title', 'blank')],
    [cell('指标', 'heading'), cell('累计', 'heading')],
    [cell('=农村公路'), cell('146.5', 'body', 'number')],
    [cell('预警'), cell('黄灯', 'yellow')],
  ],
  merges: ['A1:B1'],
  widths: [20, 10],
  frozenRows: 2,
  paper: 'a4',
  memory: '{"rows":1}',
}

let book: Book

beforeEach(() => {
  book = new Book(emptyBook(), '5月.xlsx')
  const { active } = book
  for (const [row, values] of [
    ['县区', '完成'],
    ['湖滨区', 12.5],
    ['陕州区', 31],
  ].entries())
    for (const [column, value] of values.entries()) active.store(row + 1, column + 1, { kind: 'value', value })
})

describe('marks', () => {
  it('lie above the person’s own rules, replace earlier ones, and go without a trace', async () => {
    const workbook = bookWorkbook(book)
    const own = {
      id: 'own',
      areas: [{ top: 1, left: 1, bottom: 9, right: 2 }],
      kind: 'cellIs',
      operator: 'lessThan',
      formulas: ['0'],
      look: {},
    }
    book.active.content.rules = [own]
    await workbook.mark('Sheet1', [
      { cell: 'B2', severity: 'warning' },
      { cell: 'B3', severity: 'warning' },
      { cell: 'B3', severity: 'error' },
    ])
    await workbook.mark('Sheet1', [
      { cell: 'A2', severity: 'warning' },
      { cell: 'B3', severity: 'warning' },
      { cell: 'B3', severity: 'error' },
    ])
    const marks = book.active.content.rules.map(({ formulas, areas }) => [formulas[0], areas])
    expect(marks).toEqual([
      ['"livelihood-mark:error"<>""', [{ top: 3, left: 2, bottom: 3, right: 2 }]],
      ['"livelihood-mark:warning"<>""', [{ top: 2, left: 1, bottom: 2, right: 1 }]],
      ['0', own.areas],
    ])
    expect(await workbook.unmark(null)).toEqual({ ok: true, value: { sheets: ['Sheet1'], protected: [], unread: 0 } })
    expect(book.active.content.rules).toEqual([own])
    expect(await workbook.unmark(null)).toEqual({ ok: true, value: { sheets: [], protected: [], unread: 0 } })
  })

  it('are not put back when they are not wanted any more', async () => {
    await bookWorkbook(book).mark('Sheet1', [{ cell: 'B2', severity: 'error' }], () => false)
    expect(book.active.content.rules).toEqual([])
  })
})

describe('a cell that is to be shown', () => {
  it('is selected on its sheet, a merged one by its first cell', async () => {
    const second = book.add('说明')
    second.content.merges = [{ top: 2, left: 2, bottom: 3, right: 3 }]
    expect((await bookWorkbook(book).select('说明', 'C3')).ok).toBe(true)
    expect(book.active).toBe(second)
    expect(book.selection).toMatchObject({ top: 2, left: 2 })
  })

  it.each<[name: string, sheet: string, hide: () => void, tag: string]>([
    ['is gone with its sheet', '没有', () => undefined, 'sheetGone'],
    ['lies in a hidden row', 'Sheet1', () => book.active.changeRow(2, { hidden: true }), 'cellHidden'],
    ['lies in a hidden column', 'Sheet1', () => book.active.content.columns.set(2, { hidden: true }), 'cellHidden'],
  ])('%s', async (_, sheet, hide, tag) => {
    hide()
    expect(await bookWorkbook(book).select(sheet, 'B2')).toEqual({ ok: false, fault: { tag, during: 'select', sheet } })
  })
})

describe('a sheet of ours', () => {
  it('is written beside one of its name, texts as texts, figures as figures, and read again', async () => {
    book.add('汇总 2021-05')
    const workbook = bookWorkbook(book)
    expect(await workbook.writeSheet(DOCUMENT, work)).toEqual({ ok: true, value: '汇总 2021-05 (2)' })
    const { active } = book
    expect([active.name, active.value(3, 1), active.formula(3, 1), active.value(3, 2), active.numberFormat(3, 2)]).toEqual([
      '汇总 2021-05 (2)',
      '=农村公路',
      '=农村公路',
      146.5,
      '0.0',
    ])
    expect(active.at(3, 1)?.formula).toBeUndefined()
    expect(active.look(4, 2)).toMatchObject({ fill: '#FFE699', bold: true, horizontal: 'Center' })
    expect(active.content.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }])
    expect(active.content).toMatchObject({ frozen: { rows: 2, columns: 0 }, page: { landscape: true, paperSize: 9, titleRows: '1:2' } })
    const own = await workbook.readOwnSheet('汇总 2021-05')
    expect(own.ok && own.value).toMatchObject({ name: '汇总 2021-05 (2)', memory: '{"rows":1}' })
    expect(own.ok && own.value?.cells[2]?.[1]).toEqual({ held: 146.5, formula: false, numberFormat: '0.0' })
  })

  const changes = (anchor: string) => ({
    sheet: '汇总 2021-05',
    note: { row: 1, column: 1, meanwhile: { numberFormat: '@', value: '正在更新' }, after: { numberFormat: '@', value: '已更新' } },
    inserts: [
      {
        before: 4,
        above: [{ column: 1, text: '=农村公路' }],
        rows: [{ cells: [{ column: 1, content: { numberFormat: '@', value: '养老' }, role: 'body' as const }], fresh: true, merges: [] }],
      },
    ],
    rows: [
      {
        row: 5,
        anchors: [{ column: 1, text: anchor }],
        cells: [{ column: 2, content: { numberFormat: '@', value: '绿灯' }, role: 'green' as const }],
        fresh: false,
        merges: [],
      },
    ],
    memory: { before: 'b', after: 'a' },
  })

  it('is changed in place: rows come in, cells change, what lies beside them stays, and one step undoes it', async () => {
    const workbook = bookWorkbook(book)
    await workbook.writeSheet(DOCUMENT, work)
    const { active } = book
    active.store(4, 4, { kind: 'value', value: '我的话' })
    expect(await workbook.changeSheet(changes('预警'), work)).toEqual({ ok: true, value: { name: '汇总 2021-05', untaken: [] } })
    expect([active.value(1, 1), active.value(4, 1), active.value(5, 2), active.value(5, 4)]).toEqual(['已更新', '养老', '绿灯', '我的话'])
    expect(active.look(5, 2).fill).toBe('#E2EFDA')
    book.undo()
    expect([active.value(1, 1), active.value(4, 1), active.value(4, 2), active.value(4, 4)]).toEqual(['全市汇总', '预警', '黄灯', '我的话'])
  })

  it('is left as it was where its rows are others than were meant', async () => {
    const workbook = bookWorkbook(book)
    await workbook.writeSheet(DOCUMENT, work)
    const before = JSON.stringify([...book.active.content.rows].map(([row, { cells }]) => [row, [...cells]]))
    expect(await workbook.changeSheet(changes('别的'), work)).toMatchObject({ ok: false, fault: { tag: 'rowsMoved', during: 'write' } })
    expect(JSON.stringify([...book.active.content.rows].map(([row, { cells }]) => [row, [...cells]]))).toBe(before)
  })

  it('is not written where the workbook’s structure is protected', async () => {
    book.structureProtected = true
    expect(await bookWorkbook(book).writeSheet(DOCUMENT, work)).toMatchObject({ ok: false, fault: { tag: 'structureProtected' } })
  })
})

describe('what happens in the workbook', () => {
  it('is heard once after a person’s edits, at once of sheets that are shown, and no more once stopped', () => {
    vi.useFakeTimers()
    const workbook = bookWorkbook(book)
    const heard: string[] = []
    const stops = [
      workbook.onEdited((sheet) => heard.push(`edited ${sheet}`)),
      workbook.onActivated((sheet) => heard.push(`shown ${sheet}`)),
      workbook.onDeleted((sheet) => heard.push(`gone ${sheet}`)),
    ]
    book.edit(book.active, { top: 2, left: 2, bottom: 2, right: 2 }, [['13']], 2021)
    book.edit(book.active, { top: 3, left: 2, bottom: 3, right: 2 }, [['14']], 2021)
    vi.advanceTimersByTime(1_000)
    const other = book.add('别的')
    book.activate(other)
    book.remove(other)
    expect(heard).toEqual(['edited Sheet1', 'shown 别的', 'shown Sheet1', 'gone 别的'])
    for (const stop of stops) stop()
    book.edit(book.active, { top: 2, left: 2, bottom: 2, right: 2 }, [['15']], 2021)
    vi.advanceTimersByTime(1_000)
    expect(heard.length).toBe(4)
    vi.useRealTimers()
  })
})

it('a chart sheet has nothing to be read', async () => {
  const content = { ...emptySheet('图'), kind: 'chart' as const }
  const chart = new Book({ ...emptyBook(), sheets: [{ number: 1, content }] }, '图.xlsx')
  expect(await bookWorkbook(chart).readActiveSheet()).toEqual({ ok: false, fault: { tag: 'notASheet', during: 'read' } })
})
