import { expect, test } from 'vitest'
import { changesSheet } from '../../../../addin/flow/administration/changesSheet.ts'
import { collectChanges } from '../../../../addin/flow/administration/collectChanges.ts'
import { changesEn } from '../../../../addin/pane/text/changesEn.ts'
import { changesZhCN } from '../../../../addin/pane/text/changesZhCN.ts'
import { onBehalfZhCN } from '../../../../addin/pane/text/onBehalfZhCN.ts'
import { ok } from '../../../../shared/base/result.ts'
import { chinaTime } from '../../../../shared/quantity/dates/chinaDay.ts'
import type { ChangesPage, FigureChange } from '../../../../shared/wire/changes.ts'
import { figureChange } from '../../fakeAdministration.ts'

const words = {
  ...changesZhCN.sheet,
  time: chinaTime,
  period: (id: string) => id,
  unit: ({ reporterName }: FigureChange) => reporterName,
  area: ({ area }: FigureChange) => area,
  name: () => '新建农村公路',
  act: ({ act }: FigureChange) => changesZhCN.acts[act],
  field: (field: string) => field,
  measure: (_: FigureChange, field: string) => (field === 'statedPercent' ? '%' : '公里'),
  who: ({ by, onBehalf }: FigureChange) => (onBehalf ? onBehalfZhCN.sender(by) : by),
  following: ({ after }: FigureChange) => after.map((one) => changesZhCN.after[one]).join('、'),
}
const sheetOf = (...changes: FigureChange[]) => changesSheet({ changes, more: false, filter: '截止后', now: '2021-06-01T00:30:00Z' }, words)
const column = (sheet: ReturnType<typeof sheetOf>, heading: string) => {
  const at = sheet.rows[2]?.findIndex(({ value }) => value === heading) ?? -1
  return sheet.rows.slice(3).map((row) => row[at])
}

test('the sheet has a row for each figure, as a number, with the city’s day and what it came after', () => {
  const sheet = sheetOf(
    figureChange({
      at: '2021-05-30T16:30:00Z',
      values: [
        { field: 'cumulative', before: 200_000, after: 155_000 },
        { field: 'statedPercent', before: null, after: 486_700 },
      ],
      after: ['return', 'deadline'],
    }),
  )
  expect(column(sheet, '时间').map((cell) => cell?.value)).toEqual(['2021-05-31 00:30', '2021-05-31 00:30'])
  expect(column(sheet, '改前')).toMatchObject([{ kind: 'number', value: '20' }, { kind: 'blank' }])
  expect(column(sheet, '改后')).toMatchObject([
    { kind: 'number', value: '15.5' },
    { kind: 'percent', value: '48.67' },
  ])
  expect(column(sheet, '增减')).toMatchObject([{ kind: 'number', value: '-4.5' }, { kind: 'blank' }])
  expect(column(sheet, '计量单位').map((cell) => cell?.value)).toEqual(['公里', ''])
  expect(column(sheet, '发生在')[0]?.value).toBe('退回后、截止后')
  expect(sheet.rows[1]?.[0]?.value).toBe('共 1 处，范围：截止后，最近的在前；时间为北京时间。')
  expect(new Set(sheet.rows.map((row) => row.length))).toEqual(new Set([sheet.widths.length]))
})

test('a text that looks like a formula stays a text, and a withdrawn row without figures has its row', () => {
  const sheet = sheetOf(figureChange({ act: 'withdrawn', values: [], part: '=1+1' }))
  expect(column(sheet, '分项')).toMatchObject([{ kind: 'text', value: '=1+1' }])
  expect(column(sheet, '事项')[0]?.value).toBe('撤下')
  expect(column(sheet, '改后')).toMatchObject([{ kind: 'blank' }])
})

const pages = (...answers: ChangesPage[]) => {
  const asked: unknown[] = []
  return {
    asked,
    changes: async (query: unknown) => {
      asked.push(query)
      return ok(answers.shift() ?? { changes: [], next: null })
    },
  }
}

test('pages without a match are passed over until enough are found', async () => {
  const [one, two, three] = [1, 2, 3].map((version) => figureChange({ version }))
  const api = pages(
    { changes: [one] as FigureChange[], next: 'a' },
    { changes: [], next: 'b' },
    { changes: [two, three] as FigureChange[], next: 'c' },
  )
  expect(await collectChanges(api, { after: 'return' }, null, 3)).toEqual({ ok: true, value: { changes: [one, two, three], next: 'c' } })
  expect(api.asked).toEqual([
    { after: 'return', since: null, limit: 3 },
    { after: 'return', since: 'a', limit: 2 },
    { after: 'return', since: 'b', limit: 2 },
  ])
})

test('a search that finds nothing stops, and can go on where it stopped', async () => {
  const api = pages(...Array.from({ length: 100 }, (_, at) => ({ changes: [], next: String(at) })))
  const found = await collectChanges(api, {}, null, 30)
  expect(found).toMatchObject({ ok: true, value: { changes: [], next: '39' } })
})

test('a filter is named in words', () => {
  const names = { period: (id: string) => id, unit: () => '市交通运输局', area: () => '湖滨区', subject: () => '公路', person: () => '李' }
  const filter = {
    after: 'approval',
    decreases: 'true',
    reporter: 'jiaotong',
    area: '411202',
    subject: '7.1.a',
    account: 'li',
    from: '2021-05-01',
  } as const
  expect(changesZhCN.filterName(filter, names)).toBe('本单位批准之后，改小和撤下，市交通运输局，公路，湖滨区，李，自2021年5月1日')
  expect(changesEn.filterName({}, names)).toBe('')
})
