/// <reference types="office-js" />
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { setCriterion, setSheetFilter } from '../../../../addin/book/change/filterRows.ts'
import { chooseMoods, STRICT } from '../../../../addin/preview/moods/chooseMoods.ts'
import { MOODS } from '../../../../addin/preview/moods/moods.ts'
import { bookOf, openExcel } from '../../excel/excelInNode.ts'

type Job = (context: Excel.RequestContext) => unknown

/** Runs a batch in the genuine client; the code of its error, or undefined. */
async function codeOf(job: Job): Promise<string | undefined> {
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

const active = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getActiveWorksheet()

const ROWS = [
  ['甲', 1],
  ['乙', 2],
  ['丙', 3],
]

const read: Job = (context) => void active(context).getRange('A1:B2').load('values')
const write: Job = (context) =>
  active(context)
    .getRange('A1')
    .set({ values: [['一']] })
const mark: Job = (context) => void active(context).getRange('A1').conditionalFormats.add('Custom')
const merge: Job = (context) => active(context).getRange('A1:B1').merge()
const select: Job = (context) => active(context).getRange('B2').select()
const activate: Job = (context) => active(context).activate()
const freeze: Job = (context) => active(context).freezePanes.freezeRows(1)
const add: Job = (context) => void context.workbook.worksheets.add('汇总')
const rename: Job = (context) => active(context).set({ name: '汇总' })
const remember: Job = (context) => void context.workbook.settings.add('a', 1)
const rules: Job = (context) => void active(context).getRange().conditionalFormats.load('type')

test.each<[mood: string, act: string, job: Job, code: string | undefined]>([
  ['lost-view', 'activate', activate, 'GeneralException'],
  ['lost-view', 'freeze', freeze, 'GeneralException'],
  ['lost-view', 'select', select, undefined],
  ['lost-view', 'add', add, undefined],
  ['lost-view', 'write', write, undefined],
  ['lost-focus', 'activate', activate, 'GeneralException'],
  ['lost-focus', 'add', add, 'GeneralException'],
  ['lost-focus', 'read', read, undefined],
  ['chart-selected', 'merge', merge, 'InvalidSelection'],
  ['chart-selected', 'select', select, 'InvalidSelection'],
  ['chart-selected', 'write', write, undefined],
  ['chart-sheet', 'read', read, 'UnsupportedSheet'],
  ['chart-sheet', 'add', add, undefined],
  ['protected-sheet', 'mark', mark, 'AccessDenied'],
  ['protected-sheet', 'read', read, undefined],
  ['protected-sheet', 'add', add, undefined],
  ['protected-structure', 'add', add, 'AccessDenied'],
  ['protected-structure', 'rename', rename, 'AccessDenied'],
  ['protected-structure', 'mark', mark, undefined],
  ['read-only', 'write', write, 'AccessDenied'],
  ['read-only', 'mark', mark, 'AccessDenied'],
  ['read-only', 'remember', remember, 'AccessDenied'],
  ['read-only', 'read', read, undefined],
  ['unreadable-format', 'rules', rules, 'GeneralException'],
  ['unreadable-format', 'mark', mark, undefined],
])('under %s, %s answers %s', async (host, _, job, code) => {
  await openExcel(bookOf(ROWS), { host })
  expect(await codeOf(job)).toBe(code)
})

test.each([
  ['lost-focus', add],
  ['chart-selected', merge],
] as const)('%s ends when the person selects a cell', async (host, job) => {
  const { book } = await openExcel(bookOf(ROWS), { host })
  expect(await codeOf(job)).toBeDefined()
  book.select(book.active, { top: 2, left: 2, bottom: 2, right: 2 })
  expect(await codeOf(job)).toBeUndefined()
})

test('a workbook under chart-sheet has its worksheets still, and can be read once one is shown', async () => {
  const { book } = await openExcel(bookOf(ROWS), { host: 'chart-sheet' })
  expect(await codeOf((context) => void context.workbook.worksheets.getItem('进展').getRange('A1').load('values'))).toBeUndefined()
  expect(await codeOf((context) => void context.workbook.getSelectedRange().load('address'))).toBe('UnsupportedSheet')
  const found = await Excel.run(async (context) => {
    const { worksheets } = context.workbook
    const chart = worksheets.getItemOrNullObject('图表1')
    worksheets.load('name')
    await context.sync()
    return [worksheets.items.map(({ name }) => name), chart.isNullObject]
  })
  expect(found).toEqual([['进展'], true])
  book.activate(book.sheets[0] ?? book.active)
  expect(await codeOf(read)).toBeUndefined()
})

test('protection, and a workbook for reading only, can be asked for before anything is tried', async () => {
  for (const [host, protectedSheet, structure, readOnly] of [
    ['', false, false, false],
    ['protected-sheet', true, false, false],
    ['protected-structure', false, true, false],
    ['read-only', false, false, true],
  ] as const) {
    await openExcel(bookOf(ROWS), { host })
    await Excel.run(async (context) => {
      const { workbook } = context
      const sheet = active(context)
      sheet.protection.load('protected')
      workbook.protection.load('protected')
      workbook.load('readOnly')
      await context.sync()
      expect([sheet.protection.protected, workbook.protection.protected, workbook.readOnly], host).toEqual([
        protectedSheet,
        structure,
        readOnly,
      ])
    })
  }
})

test('of rules that cannot be read all at once, each that can be read is read by itself', async () => {
  await openExcel(bookOf(ROWS), { host: 'unreadable-format' })
  await codeOf((context) => active(context).getRange('B2').conditionalFormats.add('Custom').custom.rule.set({ formula: '=TRUE' }))
  const formats = (context: Excel.RequestContext) => active(context).getRange().conditionalFormats
  const found = await Excel.run(async (context) => {
    const count = formats(context).getCount()
    await context.sync()
    return count.value
  })
  expect(found).toBe(2)
  const codes: unknown[] = []
  for (let i = 0; i < found; i++) codes.push(await codeOf((context) => void formats(context).getItemAt(i).load('type')))
  expect(codes.filter((code) => code === undefined)).toHaveLength(1)
  expect(codes.filter((code) => code === 'GeneralException')).toHaveLength(1)
  expect(await codeOf((context) => void active(context).getRange('D9').conditionalFormats.load('type'))).toBeUndefined()
})

describe('filter', () => {
  const filtered = async (host: string) => {
    const excel = await openExcel(bookOf(ROWS), { host })
    const sheet = excel.book.active
    setSheetFilter(sheet, { top: 1, left: 1, bottom: 3, right: 2 })
    setCriterion({ sheet }, 0, { on: 'values', values: ['丙'], blanks: false })
    return excel
  }
  const column = ({ book }: Awaited<ReturnType<typeof filtered>>) => [1, 2, 3, 4].map((row) => book.active.value(row, 1))
  const writeThree: Job = (context) =>
    active(context)
      .getRange('A1:A3')
      .set({ values: [['一'], ['二'], ['三']] })

  test('puts what was meant for a hidden row into the next that is shown, and the last below the range', async () => {
    const excel = await filtered('filter')
    expect(await codeOf(writeThree)).toBeUndefined()
    expect(column(excel)).toEqual(['一', '乙', '二', '三'])
  })

  test('is no matter where a row was hidden by hand', async () => {
    const excel = await openExcel(bookOf(ROWS), { host: 'filter' })
    excel.book.active.changeRow(2, { hidden: true })
    expect(await codeOf(writeThree)).toBeUndefined()
    expect(column(excel)).toEqual(['一', '二', '三', ''])
  })

  test('is no matter to one row, and none to the ordinary host', async () => {
    const excel = await filtered('filter')
    await codeOf((context) =>
      active(context)
        .getRange('A2')
        .set({ values: [['二']] }),
    )
    expect(column(excel)).toEqual(['甲', '二', '丙', ''])
    const ordinary = await filtered('')
    await codeOf(writeThree)
    expect(column(ordinary)).toEqual(['一', '二', '三', ''])
  })
})

test('settings-lost takes what a batch stored, without an error, and keeps what was there before', async () => {
  const { book } = await openExcel(bookOf(ROWS), { host: 'settings-lost' })
  book.settings.set('before', 1)
  expect(
    await codeOf(async (context) => {
      const added = context.workbook.settings.add('new', 2)
      context.workbook.settings.getItem('before').delete()
      added.load('value')
      await context.sync()
      expect(added.value).toBe(2)
    }),
  ).toBeUndefined()
  expect([...book.settings]).toEqual([['before', 1]])
})

test('filtered begins with rows left out of each sheet, by a filter that can be cleared', async () => {
  const { book } = await openExcel(bookOf([['县区', '完成'], ...ROWS]), { host: 'filtered' })
  const hidden = () => [1, 2, 3, 4].filter((row) => book.active.rowHidden(row))
  expect(hidden()).toEqual([3])
  await codeOf((context) =>
    active(context)
      .getRange('B2:B4')
      .set({ values: [[5], [6], [7]] }),
  )
  expect([2, 3, 4, 5].map((row) => book.active.value(row, 2))).toEqual([5, 2, 6, 7])
  await codeOf((context) => active(context).autoFilter.clearCriteria())
  expect(hidden()).toEqual([])
})

test('table begins with a table of each sheet, in which nothing is merged', async () => {
  const workbook = bookOf([['进展表'], ['县区', '完成'], ...ROWS])
  workbook.worksheets[0]?.mergeCells('A1:B1')
  const { book } = await openExcel(workbook, { host: 'table' })
  expect([book.active.content.merges, book.active.content.tables.length, book.active.value(1, 2)]).toEqual([[], 1, '列2'])
  expect(await codeOf(merge)).toBe('InvalidOperation')
  expect(await codeOf((context) => active(context).getRange('D1:E1').merge())).toBeUndefined()
  expect(await codeOf((context) => void active(context).getRange('A3').insert('Down'))).toBe('InvalidOperation')
  expect(await codeOf((context) => void active(context).getRange('3:3').insert('Down'))).toBeUndefined()
})

describe.each(['renamed', 'deleted'])('%s', (host) => {
  const byName: Job = async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('进展')
    await context.sync()
    if (sheet.isNullObject) throw Object.assign(new Error('gone'), { code: 'gone' })
  }

  test('happens once, after the sheet was read and before it is next looked for by its name', async () => {
    const { book } = await openExcel(bookOf(ROWS), { host })
    expect(await codeOf(byName)).toBeUndefined()
    expect(await codeOf(read)).toBeUndefined()
    expect(book.sheets.map(({ name }) => name)).toEqual(['进展'])
    expect(await codeOf(byName)).toBe('gone')
    expect(book.sheets.map(({ name }) => name)).toEqual([host === 'renamed' ? '进展（改）' : '空白'])
    expect(await codeOf(read)).toBeUndefined()
  })
})

describe('hanging', () => {
  afterEach(() => void vi.useRealTimers())
  const settled = async (job: Job): Promise<string> => {
    const done = codeOf(job).then(() => 'answered')
    await new Promise((resolve) => setImmediate(resolve))
    return Promise.race([done, new Promise<string>((resolve) => setImmediate(() => resolve('hangs')))])
  }

  test('a read hangs once, for ever, and nothing else does', async () => {
    await openExcel(bookOf(ROWS), { host: 'hanging-read' })
    expect(await codeOf(write)).toBeUndefined()
    expect(await settled(read)).toBe('hangs')
    expect(await codeOf(read)).toBeUndefined()
  })

  test('a write hangs once, and takes effect a minute later over what came in between', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const { book } = await openExcel(bookOf(ROWS), { host: 'hanging-write' })
    expect(await codeOf(read)).toBeUndefined()
    expect(await settled(write)).toBe('hangs')
    expect(
      await codeOf((context) =>
        active(context)
          .getRange('A1')
          .set({ values: [['二']] }),
      ),
    ).toBeUndefined()
    expect(book.active.value(1, 1)).toBe('二')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(book.active.value(1, 1)).toBe('一')
  })
})

test('edit-while-writing begins an edit after the first write and not after a read', async () => {
  const edit = vi.fn()
  await openExcel(bookOf(ROWS), { host: 'edit-while-writing', edit })
  await codeOf(read)
  expect(edit).not.toHaveBeenCalled()
  await codeOf(write)
  await codeOf(write)
  expect(edit).toHaveBeenCalledTimes(1)
})

test('no-events keeps an edit from the add-in', async () => {
  const { book } = await openExcel(bookOf(ROWS), { host: 'no-events' })
  const heard = vi.fn(async () => undefined)
  await codeOf((context) => void active(context).onChanged.add(heard))
  book.edit(book.active, { top: 1, left: 2, bottom: 1, right: 2 }, [['5']], 2021)
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(heard).not.toHaveBeenCalled()
})

test('moods are chosen by their names, strict is several at once, and a word that is none is told', () => {
  expect(chooseMoods(null)).toEqual({ names: [], unknown: [] })
  expect(chooseMoods('filter,chart-sheet,filter')).toEqual({ names: ['filter', 'chart-sheet'], unknown: [] })
  expect(chooseMoods('strict,filter,toString')).toEqual({ names: STRICT, unknown: ['toString'] })
  expect(STRICT.length).toBeGreaterThan(3)
})

describe('the person’s undo stack', () => {
  const typed = async (options: { host?: string; api?: string }) => {
    const excel = await openExcel(bookOf(ROWS), options)
    const { book } = excel
    book.edit(book.active, { top: 3, left: 2, bottom: 3, right: 2 }, [['30']], 2021)
    return book
  }
  const held = (book: Awaited<ReturnType<typeof typed>>) => [book.active.value(1, 1), book.active.value(2, 1), book.active.value(3, 2)]
  const second: Job = (context) =>
    active(context)
      .getRange('A2')
      .set({ values: [['二']] })

  test.each([{ api: '1.18' }, { host: 'no-undo' }, { host: 'strict' }])('ends with the first write under %j', async (options) => {
    const book = await typed(options)
    await codeOf(read)
    expect(book.lastStep).toBeDefined()
    await codeOf(mark)
    expect(book.lastStep).toBeUndefined()
  })

  test('has each batch as a step at 1.19, and takes them back one by one', async () => {
    const book = await typed({ api: '1.19' })
    await codeOf(write)
    await codeOf(second)
    expect(held(book)).toEqual(['一', '二', 30])
    book.undo()
    expect(held(book)).toEqual(['一', '乙', 30])
    book.undo()
    expect(held(book)).toEqual(['甲', '乙', 30])
    book.undo()
    expect(held(book)).toEqual(['甲', '乙', 3])
    for (let i = 0; i < 3; i++) book.redo()
    expect(held(book)).toEqual(['一', '二', 30])
  })

  test('has what was written in a row as one step at 1.20, looks included', async () => {
    const book = await typed({ api: '1.20' })
    await codeOf(write)
    await codeOf(second)
    await codeOf(mark)
    book.undo()
    expect([...held(book), book.active.content.rules.length]).toEqual(['甲', '乙', 30, 0])
    book.redo()
    expect([...held(book), book.active.content.rules.length]).toEqual(['一', '二', 30, 1])
  })

  test('ends where a sheet is added, whatever the ExcelApi', async () => {
    const book = await typed({ api: '1.20' })
    await codeOf(add)
    expect(book.lastStep).toBeUndefined()
  })
})

test('docs/preview.md has the table of moods as the code has it', () => {
  const docs = readFileSync(new URL('../../../../docs/preview.md', import.meta.url), 'utf8')
  const rows = Object.entries(MOODS).map(([name, { excel, fails, ...more }]) => {
    const code = 'code' in more ? more.code : ''
    return `| \`${name}\` | ${excel} | ${fails} | ${code} | ${'strict' in more ? 'yes' : ''} |`
  })
  expect(docs.split('\n').filter((line) => /^\| `[a-z-]+` \|.*\|.*\|.*\|.*\|$/.test(line))).toEqual(rows)
})

test('everything that is no mood’s goes as ever under strict', async () => {
  const { book } = await openExcel(bookOf(ROWS), { host: 'strict' })
  for (const job of [read, write, mark, merge, add]) expect(await codeOf(job)).toBeUndefined()
  expect(book.sheets.map(({ name }) => name)).toEqual(['进展', '汇总'])
})
