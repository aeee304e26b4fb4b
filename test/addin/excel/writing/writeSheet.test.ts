import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openWorkbook } from '../../../../addin/excel/createWorkbook.ts'
import type { LongWork } from '../../../../addin/ports/longWork.ts'
import type { SheetCell, SheetDocument } from '../../../../addin/ports/sheetDocument.ts'
import type { BatchAnswer, BatchRequest } from '../../../../addin/preview/richapi/wire.ts'
import { stoppedAfter, unstopped } from '../../longWorks.ts'
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

const GENERAL_EXCEPTION: BatchAnswer = {
  Results: [],
  Error: { Code: 'GeneralException', Message: '', HttpStatusCode: 500, ActionIndex: 0, Location: '' },
}

/** What a batch calls and sets, by name. */
const names = ({ Actions, ObjectPaths }: BatchRequest): Set<string | undefined> =>
  new Set([...Actions.map(({ Name }) => Name), ...Object.values(ObjectPaths).map(({ Name }) => Name)])

/** Writes without anybody stopping it. */
const write = (document: SheetDocument, work: LongWork = unstopped()) => openWorkbook().writeSheet(document, work)

const written = ({ book }: ExcelInNode, name = '汇总2021-05') => {
  const sheet = book.find(name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}

test('writes a sheet with its title, merges, widths and frozen rows, and shows it', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  const document = sheetOf(
    [
      [cell('text', '2021年重点民生实事', 'title'), cell('blank', '', 'title')],
      [cell('text', '指标', 'heading'), cell('text', '完成率', 'heading')],
      [cell('text', '农村公路'), cell('percent', '48.67')],
      [cell('text', '停车位'), cell('text', '未报', 'missing')],
    ],
    { merges: ['A1:B1'], frozenRows: 2 },
  )
  expect(await write(document)).toEqual({ ok: true, value: '汇总2021-05' })
  const sheet = written(excel)
  expect(excel.book.active).toBe(sheet)
  expect([sheet.value(3, 2), sheet.text(3, 2)]).toEqual([0.4867, '48.67%'])
  expect(sheet.text(4, 2)).toBe('未报')
  expect(sheet.mergeAt(1, 2)).toEqual({ top: 1, left: 1, bottom: 1, right: 2 })
  expect(sheet.frozen()).toEqual({ rows: 2, columns: 0 })
  expect(sheet.look(1, 1)).toMatchObject({ bold: true, size: 16, horizontal: 'Center' })
  expect(sheet.content.columns.get(1)?.width).toBeCloseTo(20, 1)
})

test('a sheet for paper is landscape, as wide as one page, with its headings on each', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  const document = sheetOf([[cell('text', '指标', 'heading')], [cell('text', '农村公路')]], { frozenRows: 1, paper: 'a3' })
  expect(await write(document)).toEqual({ ok: true, value: '汇总2021-05' })
  const { page } = written(excel).content
  expect(page).toEqual({ landscape: true, paperSize: 8, fit: { wide: 1, high: 0 }, titleRows: '1:1' })
})

test('a light is its word in a fill of its own, with lines around it', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  const lights = ['blue', 'green', 'yellow', 'red', 'grey'] as const
  expect(await write(sheetOf([lights.map((light) => cell('text', light, light))], { widths: [9, 9, 9, 9, 9] }))).toMatchObject({ ok: true })
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
  const excel = await openExcel(bookOf([['甲']]))
  expect(await write(sheetOf([[cell('text', text)]]))).toEqual({ ok: true, value: '汇总2021-05' })
  expect(written(excel).formula(1, 1)).toBe(text)
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
  const excel = await openExcel(bookOf([['甲']]))
  await write(sheetOf([[cell(kind, value)]]))
  expect([written(excel).value(1, 1), written(excel).text(1, 1)]).toEqual([held, shown])
})

test('a text without end does not make a row without end, and stays whole in its cell', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  const text = '按照“市县统筹、整合资源”的原则'.repeat(20)
  await write(sheetOf([[cell('text', text), cell('text', '短')], [cell('text', '短')]]))
  const sheet = written(excel)
  expect([sheet.value(1, 1), sheet.content.rows.get(1)?.height, sheet.look(1, 1).vertical]).toEqual([text, 86, 'Top'])
  expect([sheet.content.rows.get(2)?.height, sheet.look(1, 2).vertical]).toEqual([undefined, 'Center'])
})

test('a long note in merged cells has the height it needs', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  await write(sheetOf([[cell('text', '注'.repeat(40), 'note'), cell('blank', '', 'note')]], { merges: ['A1:B1'] }))
  expect(written(excel).content.rows.get(1)?.height).toBe(54)
})

test('an earlier sheet of ours stays as it is, and the new one gets the next name', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  await write(sheetOf([[cell('text', '一'), cell('text', '二')], [cell('text', '三')]], { merges: ['A2:B2'], frozenRows: 1 }))
  const before = written(excel)
  expect(await write(sheetOf([[cell('number', '5')]]))).toEqual({ ok: true, value: '汇总2021-05 (2)' })
  expect([before.value(1, 1), before.value(1, 2), before.value(2, 1)]).toEqual(['一', '二', '三'])
  expect(before.frozen()).toEqual({ rows: 1, columns: 0 })
  expect(written(excel, '汇总2021-05 (2)').value(1, 1)).toBe(5)
})

test('a person’s own sheet of that name stays as it is', async () => {
  const excel = await openExcel(bookOf([['我的']], '汇总2021-05'))
  expect(await write(sheetOf([[cell('text', '我们的')]]))).toEqual({ ok: true, value: '汇总2021-05 (2)' })
  expect(written(excel).value(1, 1)).toBe('我的')
  expect(written(excel, '汇总2021-05 (2)').value(1, 1)).toBe('我们的')
})

test('where Excel makes a formula of a text all the same, the formula goes and the sheet gets no name', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  excel.intercept = (request) => {
    for (const action of request.Actions)
      if (action.Name === 'NumberFormat') (action as { ArgumentInfo: unknown }).ArgumentInfo = { Arguments: ['General'] }
    return undefined
  }
  const answer = await write(sheetOf([[cell('text', '=1+1'), cell('text', '平常')]]))
  const cause = { tag: 'notAsWritten', sheet: '汇总2021-05', during: 'write' }
  expect(answer).toEqual({ ok: false, fault: { tag: 'unfinished', sheet: '汇总2021-05…', written: 0, of: 1, cause } })
  expect(excel.book.sheets.map((sheet) => sheet.name)).toEqual(['进展', '汇总2021-05…'])
  expect([written(excel, '汇总2021-05…').formula(1, 1), written(excel, '汇总2021-05…').value(1, 2)]).toEqual(['', '平常'])
})

test('a leading apostrophe that Excel drops is written again', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  excel.intercept = (request) => {
    for (const action of request.Actions) {
      const info = action.Name === 'Values' ? (action.ArgumentInfo as { Arguments: unknown[] }) : undefined
      if (info) info.Arguments = [(info.Arguments[0] as string[][]).map((line) => line.map((text) => text.replace(/^'/, '')))]
    }
    return undefined
  }
  expect((await write(sheetOf([[cell('text', "'=1"), cell('text', '平常')]]))).ok).toBe(true)
  expect(written(excel).value(1, 1)).toBe("'=1")
})

describe('what is only looks', () => {
  const looks = ['FreezeRows', 'Activate', 'Select', 'Orientation']
  test.each(looks)('%s that Excel refuses does not fail the sheet', async (name) => {
    const excel = await openExcel(bookOf([['甲']]))
    let refused = 0
    excel.intercept = (request) => {
      if (!names(request).has(name)) return undefined
      refused += 1
      return GENERAL_EXCEPTION
    }
    expect(await write(sheetOf([[cell('text', '一')]], { frozenRows: 1, paper: 'a3' }))).toEqual({ ok: true, value: '汇总2021-05' })
    expect(refused).toBe(1)
    expect(written(excel).value(1, 1)).toBe('一')
    expect(written(excel).frozen().rows).toBe(name === 'FreezeRows' ? 0 : 1)
  })
})

describe('interrupted', () => {
  // Long texts, so that a few rows are a request: three of them.
  const rows = Array.from({ length: 30 }, (_, i) => [cell('text', `第${i}项${'长'.repeat(20_000)}`), cell('number', `${i}`)])
  const document = sheetOf(rows, { frozenRows: 1 })
  const contents = (sheet: ReturnType<typeof written>) => rows.map((_, i) => [sheet.formula(i + 1, 1), sheet.formula(i + 1, 2)])
  const filled = rows.map(([text, number]) => [text?.value, Number(number?.value)])

  test('by the person, it says how far it came, and goes on from there under its name', async () => {
    const excel = await openExcel(bookOf([['甲']]))
    const steps: number[] = []
    const answer = await write(document, stoppedAfter(1, steps))
    expect(answer).toEqual({
      ok: false,
      fault: { tag: 'unfinished', sheet: '汇总2021-05…', written: 10, of: 30, cause: { tag: 'cancelled' } },
    })
    expect(steps).toEqual([10])
    expect(written(excel, '汇总2021-05…').value(10, 1)).toMatch(/^第9项/)
    excel.batches.length = 0
    expect(await write(document)).toEqual({ ok: true, value: '汇总2021-05' })
    expect(excel.book.sheets.map((sheet) => sheet.name)).toEqual(['进展', '汇总2021-05'])
    expect(contents(written(excel))).toEqual(filled)
    // What was there already is not written again.
    const writes = excel.batches.flatMap(({ request }) => request.Actions.filter(({ Name }) => Name === 'Values'))
    expect(JSON.stringify(writes)).not.toContain('第9项')
  })

  test('before anything is there, it leaves nothing', async () => {
    const excel = await openExcel(bookOf([['甲']]))
    excel.intercept = (request) => (names(request).has('Add') ? GENERAL_EXCEPTION : undefined)
    expect(await write(document)).toEqual({
      ok: false,
      fault: { tag: 'notFocused', sheet: '汇总2021-05', code: 'GeneralException', during: 'write' },
    })
    expect(excel.book.sheets).toHaveLength(1)
  })

  // Whichever answer of the host is lost: the batch not executed, or executed and never answered.
  const lost = fc.record({ batch: fc.nat(14), executed: fc.boolean(), rest: fc.nat(5) })
  test('at any batch and done again, the sheet of that name is the same as of an uninterrupted time', async () => {
    await fc.assert(
      fc.asyncProperty(lost, async ({ batch, executed, rest }) => {
        const excel = await openExcel(bookOf([['甲']]))
        const breaks = [batch, rest]
        let left = breaks.shift() ?? 0
        excel.intercept = (request) => {
          if (left-- !== 0) return undefined
          left = -1
          if (executed) void excel.executor.execute(request)
          return GENERAL_EXCEPTION
        }
        for (let times = 0; times < 3; times++) {
          const answer = await write(document)
          if (answer.ok) break
          left = breaks.shift() ?? -1
        }
        expect(contents(written(excel))).toEqual(filled)
        expect(excel.book.sheets.filter(({ name }) => name.endsWith('…'))).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  test('a sheet into which somebody typed where nothing was written yet is left to them', async () => {
    const excel = await openExcel(bookOf([['甲']]))
    await write(document, stoppedAfter(1))
    const theirs = written(excel, '汇总2021-05…')
    excel.book.edit(theirs, { top: 25, left: 1, bottom: 25, right: 1 }, [['我的备注']], 2021)
    expect(await write(document)).toEqual({ ok: true, value: '汇总2021-05' })
    expect(theirs.value(25, 1)).toBe('我的备注')
    expect(contents(written(excel))).toEqual(filled)
  })

  test('what was typed beside it stays', async () => {
    const excel = await openExcel(bookOf([['甲']]))
    await write(document, stoppedAfter(1))
    excel.book.edit(written(excel, '汇总2021-05…'), { top: 5, left: 3, bottom: 5, right: 3 }, [['我的备注']], 2021)
    await write(document)
    expect(written(excel).value(5, 3)).toBe('我的备注')
  })
})

test('ten thousand rows go in requests below 2 MB and come out whole', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  const rows = Array.from({ length: 10_000 }, (_, i) => [cell('text', `第${i}项民生实事的进展情况`), cell('number', `${i}`)])
  expect((await write(sheetOf(rows))).ok).toBe(true)
  expect(written(excel).value(10_000, 1)).toBe('第9999项民生实事的进展情况')
  expect(Math.max(...excel.batches.map((batch) => batch.sent))).toBeLessThan(2_000_000)
})
