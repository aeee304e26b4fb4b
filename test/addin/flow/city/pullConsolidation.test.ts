import { describe, expect, test } from 'vitest'
import { consolidationSheet } from '../../../../addin/flow/city/consolidationSheet.ts'
import { pullConsolidation } from '../../../../addin/flow/city/pullConsolidation.ts'
import { layOut } from '../../../../addin/flow/refresh/layOut.ts'
import { keyOf } from '../../../../addin/flow/refresh/sheetMemory.ts'
import { openPeriodContext } from '../../../../addin/flow/session/openPeriodContext.ts'
import { cityEn } from '../../../../addin/pane/text/cityEn.ts'
import { cityZhCN } from '../../../../addin/pane/text/cityZhCN.ts'
import { cellContent } from '../../../../addin/ports/cellContent.ts'
import type { OwnSheet } from '../../../../addin/ports/sheetChanges.ts'
import type { SheetDocument } from '../../../../addin/ports/sheetDocument.ts'
import { fail } from '../../../../shared/base/result.ts'
import { columnName, parseArea } from '../../../../shared/grid/a1.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import type { Consolidation } from '../../../../shared/wire/consolidation.ts'
import { consolidation, coordinator, may, roads, tourism } from '../../fakeAnswers.ts'
import { fakePorts } from '../../fakes.ts'
import { unstopped } from '../../longWorks.ts'
import { transportSheet } from '../../transportSheet.ts'

/** The sheet as it is written the first time. */
const sheetOf = (answer: Consolidation) => layOut(consolidationSheet(answer, register2021, cityZhCN.sheet, '2021-05-26T08:00:00Z'))
const sheet = sheetOf(consolidation)
const headings = sheet.rows[2]?.map(({ value }) => value) ?? []
const at = (row: number, heading: string) => sheet.rows[row]?.[headings.indexOf(heading)]

test('the sheet says what it stands on', () => {
  expect(sheet.name).toBe('汇总 2021-05')
  expect(sheet.rows[1]?.[0]?.value).toContain('数据截至全市第 17 次报送（各期连续编号，asOfSeq 17）')
})

test('an indicator has its figure, target, percentage and county columns', () => {
  expect(at(3, '累计完成')).toEqual({ kind: 'number', value: '146', role: 'body' })
  expect(at(3, '目标')).toMatchObject({ value: '300' })
  expect(at(3, '占目标（%）')).toEqual({ kind: 'percent', value: '48.67', role: 'body' })
  expect(at(3, '湖滨区')).toMatchObject({ kind: 'number', value: '12.5' })
})

test('what is missing is a word, never 0; a county without a part in it is blank', () => {
  expect(at(3, '陕州区')).toEqual({ kind: 'text', value: '未报', role: 'missing' })
  expect(at(3, '渑池县')).toMatchObject({ kind: 'blank' })
  expect(
    sheet.rows
      .slice(0, 4)
      .flat()
      .filter(({ kind, value }) => kind !== 'text' && value === '0'),
  ).toEqual([])
})

test('a milestone has no figures to miss', () => {
  const milestone = register2021.indicators.find(({ kind }) => kind === 'milestone')
  const row = {
    ...roads,
    indicator: milestone?.id ?? '',
    target: null,
    cumulative: null,
    percent: null,
  }
  const only = sheetOf({ ...consolidation, indicators: [row] })
  expect(only.rows[3]?.slice(5, 9).every(({ kind }) => kind === 'blank')).toBe(true)
  expect(only.rows[3]?.slice(11, -1).every(({ kind }) => kind === 'blank')).toBe(true)
})

const below = (title: string, of = sheet) => {
  const from = of.rows.findIndex(([first]) => first?.value === title) + 1
  const to = of.rows.findIndex((row, at) => at >= from && row.every(({ kind }) => kind === 'blank'))
  return of.rows.slice(from, to < 0 ? undefined : to).map((row) => row.map(({ value }) => value).filter(Boolean))
}

test('an indicator has its change since the period before, and its light as a word in a cell of its own role', () => {
  expect(at(3, '增减（比率为百分点）')).toEqual({ kind: 'number', value: '24', role: 'body' })
  expect(at(3, '亮灯')).toEqual({ kind: 'text', value: '绿灯', role: 'green' })
  const words = sheet.rows[1]?.[0]?.value
  expect(words).toContain('5月26日')
  expect(words).toContain('2021年4月')
})

test('a light that a coordinator put is marked, and says why', () => {
  const override = { light: 'red', reason: '施工方停工', by: '督查室', at: '2021-05-26T08:00:00Z' } as const
  const put = { ...roads, light: roads.light && { ...roads.light, override } }
  const row = sheetOf({ ...consolidation, indicators: [put] }).rows[3]
  expect(row?.[headings.indexOf('亮灯')]).toEqual({ kind: 'text', value: '红灯※', role: 'red' })
  expect(row?.at(-1)?.value).toContain('施工方停工')
})

test('the counts, the ranks and the disagreements stand below, each as a table', () => {
  expect(below('报送统计（家）')).toEqual([
    ['范围', '应报', '已报齐', '按时', '逾期', '未报', '部分报送'],
    ['全市', '2', '1', '1', '0', '1', '0'],
  ])
  expect(below('县（市、区）排名')).toEqual([
    ['名次', '县（市、区）', '平均完成率（%）', '计入指标', '按 0 计（尚无计入的数）'],
    ['1', '湖滨区', '62.5', '3 项：招聘农村特岗教师、新建农村公路、自然村通硬化路'],
    ['2', '陕州区', '20', '3 项：招聘农村特岗教师、新建农村公路、自然村通硬化路', '招聘农村特岗教师'],
    ['不排名', '渑池县', '1 项：新建农村公路'],
  ])
  const note = sheet.rows[1]?.[0]?.value
  expect(note).toContain('不足 3 项的不排名')
  expect(note).toContain('不计入排名：无固定办公用房的城市社区数（清零）（清零或不超过类）；没有分解目标的指标 1 项。')
  expect(below('数据不一致').slice(1)).toEqual([
    [
      '7.1.a',
      '新建农村公路',
      '市交通运输局',
      '湖滨区人民政府',
      '湖滨区',
      '12.5',
      '13',
      '0.5',
      '两数截至的日期不同（5月20日、5月26日）。市交通运输局 5月!E6 第2版 李某 单位已批准，督查室未采纳；湖滨区人民政府 5月!E6 第2版 湖滨填报人 单位已批准，督查室未采纳',
    ],
  ])
})

test('counties stand with their own targets, what is reached of them, their light and why', () => {
  const light = { light: 'red', reason: 'behind', expected: 413_700, behind: 350_000 } as const
  const counties: Consolidation['indicators'][number]['counties'] = [
    {
      area: '411202',
      target: 200_000,
      reporter: 'jiaotong',
      cumulative: 12_740,
      percent: null,
      reached: 63_700,
      light,
      state: 'returned',
      changed: false,
    },
    {
      ...{
        area: '411203',
        target: 600_000,
        reporter: 'jiaotong',
        cumulative: null,
        percent: null,
        reached: null,
        state: null,
        changed: false,
      },
      light: { light: 'grey', reason: 'notReported', expected: null, behind: null },
    },
  ]
  const rate: typeof counties = [
    {
      area: '411202',
      target: 600_000,
      reporter: 'sifa',
      cumulative: null,
      percent: 550_000,
      reached: 916_700,
      light: null,
      state: 'accepted',
      changed: true,
    },
  ]
  const of = sheetOf({
    ...consolidation,
    indicators: [
      { ...roads, counties },
      { ...roads, indicator: '9.3.a', counties: rate },
    ],
  })
  expect(below('县（市、区）分解目标', of)).toEqual([
    ['编号', '指标', '县（市、区）', '分解目标', '完成数或现值', '占目标（%）', '亮灯', '亮灯原因'],
    ['7.1.a', '新建农村公路', '湖滨区', '20', '1.274', '6.37', '红灯', '落后时序 35 个百分点（应达 41.37%）；退回待改'],
    ['7.1.a', '新建农村公路', '陕州区', '60', '灰灯', '没有报来数据'],
    ['9.3.a', '专业律师担任村（居）法律顾问的比例', '湖滨区', '60', '55', '91.67', '督查室已采纳，其后有改动'],
  ])
  expect(below('县（市、区）分解目标：登记表没有分解目标。')).toHaveLength(1)
})

test('where nobody disagrees and nothing is ranked, a sentence says so', () => {
  const none = sheetOf({ ...consolidation, ranking: { fewest: 3, counties: [], excluded: [] }, disagreements: [] })
  expect(below('数据不一致：能够对照的数中没有不一致。', none)).toHaveLength(1)
  expect(below('县（市、区）排名：没有县（市、区）可以排名：登记表中有分解目标的指标不足 3 项，或者都还没有计入的数。', none)).toHaveLength(
    1,
  )
})

test('who has not reported stands below, with how it stands to its deadline and what it lacks', () => {
  expect(below('缺报、退回或未确认的单位').slice(1)).toEqual([
    ['市文化广电和旅游局', '未报（截止5月30日）', '0/2', '新建农村公路（陕州区）、自然村通硬化路'],
  ])
})

test('what a unit lacks is short: a task’s text by its number, a county government’s own county without its name', () => {
  const missing = ['3', '3.a'].map((subject) => ({ subject, area: '411202', reported: 'nothing' as const }))
  const hubin = { ...tourism, reporter: 'hubin', name: '湖滨区人民政府', missing }
  const of = sheetOf({ ...consolidation, reporters: [hubin] })
  expect(below('缺报、退回或未确认的单位', of).at(-1)?.at(-1)).toBe('任务3进展文字、招聘农村特岗教师')
})

test('a rate of counts shows what is counted, and the rate without a target too', () => {
  const row = {
    ...roads,
    indicator: '8.1.c',
    measure: '%',
    target: null,
    cumulative: 44_050_000,
    percent: 713_600,
    light: null,
  }
  const rate = sheetOf({ ...consolidation, indicators: [row] }).rows[3]
  expect(rate?.slice(4, 9).map(({ value }) => value)).toEqual(['%（计数：例）', '', '4405', '71.36', ''])
})

describe('each kind of figure stands in the column that says what it is', () => {
  const cells = (indicator: string, more: Partial<Consolidation['indicators'][number]>) =>
    sheetOf({ ...consolidation, indicators: [{ ...roads, indicator, ...more }] })
      .rows[3]?.slice(4, 10)
      .map(({ value }) => value)

  test('what is left of 清零 is no 累计完成, and has no share of a target', () => {
    const left = {
      measure: '个',
      target: 0,
      cumulative: 40_000,
      percent: null,
      change: { cumulative: 10_000, percent: null, comparable: 'yes' },
    } as const
    expect(cells('1.a', left)).toEqual(['个', '0', '', '4', '', '1'])
  })

  test('a rate is a rate, and its share of the target another figure', () => {
    const rate = {
      measure: '%',
      target: 600_000,
      cumulative: null,
      percent: 550_000,
      change: { cumulative: null, percent: 30_000, comparable: 'yes' },
    } as const
    expect(cells('9.3.a', rate)).toEqual(['%', '60', '', '55', '91.67', '3'])
  })

  test('99.998 % is not 100 %', () => {
    expect(cells('7.1.a', { target: 1_000_000_000, cumulative: 999_980_000 })?.at(4)).toBe('99.99')
  })

  test('what cannot be compared says so; without a period before, or a figure now, there is nothing to say', () => {
    const change = (comparable: 'otherAreas' | 'nothingBefore' | 'noPeriod' | 'nothingNow') =>
      cells('7.1.a', { change: { cumulative: null, percent: null, comparable } })?.at(5)
    expect([change('otherAreas'), change('nothingBefore'), change('noPeriod'), change('nothingNow')]).toEqual([
      '无可比数据',
      '无可比数据',
      '',
      '',
    ])
  })

  test('the note says that nothing can be compared where the period before is empty', () => {
    const none = { ...roads, change: { cumulative: null, percent: null, comparable: 'nothingBefore' } } as const
    expect(sheetOf({ ...consolidation, indicators: [none] }).rows[1]?.[0]?.value).toContain('与2021年4月没有可比的数据。')
    expect(sheetOf({ ...consolidation, before: null }).rows[1]?.[0]?.value).toContain('没有上期数据。')
  })
})

test('the sheet is a rectangle, and its merges lie in it over blanks alone', () => {
  const width = sheet.rows[0]?.length ?? 0
  expect(sheet.rows.every((row) => row.length === width)).toBe(true)
  expect(sheet.widths).toHaveLength(width)
  for (const merge of sheet.merges) {
    const area = parseArea(merge)
    expect(area?.right, merge).toBeLessThanOrEqual(width)
    expect(area?.bottom, merge).toBeLessThanOrEqual(sheet.rows.length)
    for (let column = (area?.left ?? 0) + 1; column <= (area?.right ?? 0); column += 1)
      expect(sheet.rows[(area?.top ?? 0) - 1]?.[column - 1]?.kind, `${columnName(column)}${area?.top}`).toBe('blank')
  }
})

test('pulling writes the sheet once', async () => {
  const { ports, book } = fakePorts(transportSheet, coordinator)
  const context = await openPeriodContext(ports, coordinator, [may], may)
  expect(context.ok && (await pullConsolidation(ports, context.value, cityZhCN.sheet, unstopped()))).toMatchObject({
    ok: true,
    value: { consolidation: { asOfSeq: 17 }, sheet: { name: '汇总 2021-05', inPlace: false } },
  })
  expect(book.written).toHaveLength(1)
})

const found = (document: SheetDocument): OwnSheet => ({
  name: document.name,
  memory: document.memory ?? null,
  cells: document.rows.map((row) =>
    row.map((cell) => {
      const { value, numberFormat } = cellContent(cell)
      return { held: value, formula: false, numberFormat }
    }),
  ),
})

test('pulled again, the earlier sheet is changed in place, and of the same figures only the note', async () => {
  const { ports, book } = fakePorts(transportSheet, coordinator)
  book.findOwnSheet(found(sheet))
  const context = await openPeriodContext(ports, coordinator, [may], may)
  const answer = context.ok && (await pullConsolidation(ports, context.value, cityZhCN.sheet, unstopped()))
  expect(answer).toMatchObject({ ok: true, value: { sheet: { inPlace: true, kept: [], left: 0, deleted: [] } } })
  expect([book.written, book.changed.map(({ inserts, rows }) => [inserts, rows])]).toEqual([[], [[[], []]]])
})

test.each([cityZhCN, cityEn])('the note is found by how it begins, in either language', ({ sheet: words }) => {
  const { note } = consolidationSheet(consolidation, register2021, words, '2021-05-26T08:00:00Z')
  expect(note.text.startsWith(note.begins)).toBe(true)
  expect(note.meanwhile.startsWith(note.begins)).toBe(false)
})

test('rows of a table differ by what they are known by', () => {
  const { tables } = consolidationSheet(consolidation, register2021, cityZhCN.sheet, '2021-05-26T08:00:00Z')
  for (const table of tables) {
    const keys = table.rows.map((row) => keyOf(table, row))
    expect([table.name, new Set(keys).size]).toEqual([table.name, keys.length])
    expect(table.columns.at(-1)?.use, table.name).toBe('figure')
  }
})

test('stopped before the figures came, nothing is written', async () => {
  const { ports, book } = fakePorts(transportSheet, coordinator)
  const context = await openPeriodContext(ports, coordinator, [may], may)
  const asked: (AbortSignal | undefined)[] = []
  const api = {
    ...ports.api,
    consolidation: async (_: string, signal?: AbortSignal) => {
      asked.push(signal)
      return fail({ tag: 'cancelled' } as const)
    },
  }
  const work = unstopped()
  const answer = context.ok && (await pullConsolidation({ ...ports, api }, context.value, cityZhCN.sheet, work))
  expect(answer).toEqual({ ok: false, fault: { tag: 'cancelled' } })
  expect([asked, book.written]).toEqual([[work.signal], []])
})
