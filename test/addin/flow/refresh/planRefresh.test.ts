import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blankCell, countCell, textCell } from '../../../../addin/flow/makeCells.ts'
import type { KeyedSheet, KeyedTable } from '../../../../addin/flow/refresh/keyedSheet.ts'
import { layOut } from '../../../../addin/flow/refresh/layOut.ts'
import { planRefresh, type RefreshPlan } from '../../../../addin/flow/refresh/planRefresh.ts'
import { parseMemory } from '../../../../addin/flow/refresh/sheetMemory.ts'
import { applied, ownSheet, type PlayedSheet, played, shown, swapped, typed, withColumn, withRow } from './playedSheet.ts'

/** What is to be said: figures by key (null: missing), units that lack something, areas from the first rank on. */
interface Answer {
  readonly seq: number
  readonly figures: readonly (readonly [key: string, value: number | null])[]
  readonly units?: readonly string[]
  readonly ranks?: readonly string[]
}

const HEADINGS = ['编号', '指标', '累计', '完成率', '情况']

function sheetOf({ seq, figures, units = [], ranks = [] }: Answer): KeyedSheet {
  const figuresTable: KeyedTable = {
    name: 'figures',
    title: '',
    none: '',
    left: '已不在本期汇总',
    columns: HEADINGS.map((heading, i) => ({ heading, from: i + 1, to: i + 1, use: i === 0 ? 'key' : i === 1 ? 'name' : 'figure' })),
    rows: figures.map(([key, value]) => [
      textCell(key),
      textCell(`指标${key}`),
      value === null ? textCell('未报', 'missing') : countCell(value),
      value === null ? blankCell() : { kind: 'percent', value: String(value), role: 'body' },
      textCell(value === null ? '未报' : '已报齐', value === null ? 'missing' : 'body'),
    ]),
  }
  const ranking: KeyedTable = {
    name: 'ranking',
    title: '排名',
    none: '排名：没有',
    left: '已不在本期汇总',
    ordered: true,
    columns: [
      { heading: '名次', from: 1, to: 1, use: 'figure' },
      { heading: '县', from: 2, to: 2, use: 'key' },
      { heading: '得分', from: 3, to: 3, use: 'figure' },
    ],
    rows: ranks.map((area, i) => [countCell(i + 1), textCell(area), countCell(100 - i)]),
  }
  const unreported: KeyedTable = {
    name: 'unreported',
    title: '未报齐的单位',
    none: '未报齐的单位：没有',
    left: '已不在未报名单',
    columns: [
      { heading: '单位', from: 1, to: 2, use: 'key' },
      { heading: '内容', from: 3, to: 5, use: 'figure' },
    ],
    rows: units.map((unit) => [textCell(unit), textCell(`${unit}未报`, 'missing')]),
  }
  return {
    name: '汇总',
    title: '汇总表',
    note: { text: `数据截至第 ${seq} 次`, meanwhile: '没有写完', begins: '数据截至第 ' },
    columns: HEADINGS.map((heading) => ({ heading, width: 10 })),
    tables: [figuresTable, ranking, unreported],
  }
}

const first = (answer: Answer): PlayedSheet => played(layOut(sheetOf(answer)))

function planned(sheet: PlayedSheet, answer: Answer): RefreshPlan {
  const plan = planRefresh(sheetOf(answer), ownSheet(sheet))
  if (!plan) throw new Error('the sheet was not recognised')
  return plan
}

const states = (sheet: PlayedSheet, answer: Answer) => [...applied(sheet, planned(sheet, answer).changes)]
const refreshed = (sheet: PlayedSheet, answer: Answer): PlayedSheet => states(sheet, answer).at(-1) ?? sheet

const may: Answer = {
  seq: 17,
  figures: [
    ['1', 12],
    ['2', null],
    ['3', 5],
  ],
  units: ['文旅局', '民政局'],
  ranks: ['湖滨区', '陕州区'],
}
const june: Answer = {
  seq: 23,
  figures: [
    ['1', 14],
    ['2', 7],
    ['3', 5],
  ],
  units: ['民政局'],
  ranks: ['陕州区', '湖滨区'],
}

describe('a sheet that nobody touched', () => {
  test('says afterwards what a new one would say, and marks what left', () => {
    const fresh = shown(first({ ...june, units: ['文旅局', '民政局'] })).map((row) =>
      row[0] === '文旅局' ? ['文旅局', '', '已不在未报名单'] : row,
    )
    expect(shown(refreshed(first(may), june))).toEqual(fresh)
  })

  test('of the same answer nothing changes but, where it moved on, the position', () => {
    const { changes } = planned(first(may), { ...may, seq: 18 })
    expect([changes.inserts, changes.rows, changes.note.after.value]).toEqual([[], [], '数据截至第 18 次'])
  })

  test('only cells that hold something else are written', () => {
    const { changes } = planned(first(may), {
      ...may,
      figures: [
        ['1', 12],
        ['2', 7],
        ['3', 5],
      ],
    })
    expect(changes.rows.map(({ row, cells }) => [row, cells.map(({ column }) => column)])).toEqual([[5, [3, 4, 5]]])
  })

  test('a look changes where the role does, and not otherwise', () => {
    const { changes } = planned(first(may), june)
    const roles = changes.rows.flatMap(({ row, cells }) => cells.map(({ column, role }) => [row, column, role]))
    expect(roles.filter(([row]) => row === 4 || row === 5)).toEqual([
      [4, 3, undefined],
      [4, 4, undefined],
      [5, 3, 'body'],
      [5, 4, undefined],
      [5, 5, 'body'],
    ])
  })

  test('a table that had no rows gets them, and its title loses the sentence; and the other way round', () => {
    const none = first({ ...may, units: [] })
    expect(shown(none)).toContainEqual(['未报齐的单位：没有'])
    expect(shown(refreshed(none, may))).toEqual(shown(first(may)))
    const emptied = shown(refreshed(first(may), { ...may, units: [] }))
    expect(emptied).toContainEqual(['未报齐的单位：没有'])
    expect(emptied).toContainEqual(['文旅局', '', '已不在未报名单'])
  })
})

describe('what people made of it stays', () => {
  test('notes beside a row go with its key, wherever the row was sorted to', () => {
    const sheet = swapped(typed(first(may), 4, 7, '催过'), 4, 6)
    expect(shown(refreshed(sheet, june)).slice(3, 6)).toEqual([
      ['3', '指标3', '5', '0.05', '已报齐'],
      ['2', '指标2', '7', '0.07', '已报齐'],
      ['1', '指标1', '14', '0.14', '已报齐', '', '催过'],
    ])
  })

  test('columns and rows of their own between ours, formulas, and their number formats', () => {
    let sheet = withColumn(first(may), 3)
    sheet = typed(sheet, 3, 3, '分管领导')
    sheet = typed(sheet, 4, 3, '张')
    sheet = withRow(sheet, 5, 2, '其中：城区')
    sheet = typed(sheet, 5, 4, '=D4*2')
    const after = refreshed(sheet, june)
    expect(shown(after).slice(2, 7)).toEqual([
      ['编号', '指标', '分管领导', '累计', '完成率', '情况'],
      ['1', '指标1', '张', '14', '0.14', '已报齐'],
      ['', '其中：城区', '', '=D4*2'],
      ['2', '指标2', '', '7', '0.07', '已报齐'],
      ['3', '指标3', '', '5', '0.05', '已报齐'],
    ])
  })

  test('a formula typed over a figure is left and named; a row copied by hand is left', () => {
    const sheet = typed(withRow(first(may), 5, 1, '1'), 4, 3, '=SUM(D5:D6)')
    const { kept } = planned(sheet, june)
    expect(kept).toEqual(['C4'])
    expect(shown(refreshed(sheet, june)).slice(3, 5)).toEqual([['1', '指标1', '=SUM(D5:D6)', '0.14', '已报齐'], ['1']])
  })

  test('what they typed over a figure or a word is left and named, until they empty the cell', () => {
    const sheet = typed(typed(first(may), 4, 3, '约13'), 5, 5, '已电话催报')
    expect(planned(sheet, june).kept).toEqual(['C4', 'E5'])
    const after = refreshed(sheet, june)
    expect(shown(after).slice(3, 5)).toEqual([
      ['1', '指标1', '约13', '0.14', '已报齐'],
      ['2', '指标2', '7', '0.07', '已电话催报'],
    ])
    expect(planned(after, { ...june, seq: 24 }).kept).toEqual(['C4', 'E5'])
    expect(shown(refreshed(typed(after, 4, 3, ''), june)).at(3)).toEqual(['1', '指标1', '14', '0.14', '已报齐'])
  })

  test('who undoes a refresh has the figures of before, and the next one brings the new ones', () => {
    const after = refreshed(first(may), june)
    const undone: PlayedSheet = { cells: first(may).cells, memory: after.memory }
    expect(planned(undone, june).kept).toEqual([])
    expect(shown(refreshed(undone, june)).slice(2, 6)).toEqual(shown(after).slice(2, 6))
  })

  test('a heading in their words is still the column; a deleted column is not written again, and is named', () => {
    const reworded = typed(first(may), 3, 3, '累计完成数')
    expect(shown(refreshed(reworded, june)).slice(2, 4)).toEqual([
      ['编号', '指标', '累计完成数', '完成率', '情况'],
      ['1', '指标1', '14', '0.14', '已报齐'],
    ])
    const narrow = { ...first(may), cells: first(may).cells.map((row) => row.filter((_, i) => i !== 3)) }
    expect(planned(narrow, june).deleted).toEqual(['完成率'])
    expect(shown(refreshed(narrow, june)).slice(2, 4)).toEqual([
      ['编号', '指标', '累计', '情况'],
      ['1', '指标1', '14', '已报齐'],
    ])
  })

  test('a table that they deleted is not written again, and is named', () => {
    const sheet = first(may)
    const at = shown(sheet).findIndex(([text]) => text === '未报齐的单位')
    const cut = { ...sheet, cells: sheet.cells.slice(0, at) }
    expect(planned(cut, june).deleted).toEqual(['未报齐的单位'])
    expect(shown(refreshed(cut, june)).flat()).not.toContain('民政局')
  })

  test('a line of theirs above and a deleted note: the note comes back above the headings', () => {
    const sheet = first(may)
    const without = { ...sheet, cells: sheet.cells.filter((_, i) => i !== 1) }
    expect(
      shown(refreshed(withRow(without, 1, 1, '内部资料'), june))
        .slice(0, 4)
        .map(([text]) => text),
    ).toEqual(['内部资料', '汇总表', '数据截至第 23 次', '编号'])
  })

  test('ranks follow their order, unless something stands beside a row', () => {
    const ranks = (sheet: PlayedSheet) =>
      shown(sheet)
        .filter(([, area]) => area?.endsWith('区'))
        .map(([rank, area, , ...more]) => [rank, area, ...more])
    expect(ranks(refreshed(first(may), june))).toEqual([
      ['1', '陕州区'],
      ['2', '湖滨区'],
    ])
    const row = shown(first(may)).findIndex(([, area]) => area === '湖滨区') + 1
    expect(ranks(refreshed(typed(first(may), row, 6, '约谈'), june))).toEqual([
      ['2', '湖滨区', '', '', '约谈'],
      ['1', '陕州区'],
    ])
  })
})

test.each([
  ['the key column is gone', (sheet: PlayedSheet) => ({ ...sheet, cells: sheet.cells.map((row) => row.slice(1)) })],
  ['the headings are gone', (sheet: PlayedSheet) => ({ ...sheet, cells: sheet.cells.filter((_, i) => i !== 2) })],
  ['nothing is remembered of it', (sheet: PlayedSheet) => ({ ...sheet, memory: '' })],
])('where %s, it is nobody’s to be changed', (_, change) => {
  expect(planRefresh(sheetOf(june), ownSheet(change(first(may))))).toBeUndefined()
})

test('a new row goes after the one before it, on an empty line where there is one', () => {
  const grown: Answer = {
    ...may,
    figures: [
      ['1', 12],
      ['1.5', 3],
      ['2', null],
      ['3', 5],
      ['4', 1],
    ],
  }
  expect(shown(refreshed(first(may), grown))).toEqual(shown(first(grown)))
  const { inserts } = planned(first(may), grown).changes
  expect(inserts.map(({ before, rows }) => [before, rows.length])).toEqual([
    [7, 1],
    [5, 1],
  ])
})

describe('interrupted anywhere', () => {
  const KEYS = ['1', '2', '3', '4', '5', '6']
  const UNITS = ['文旅局', '民政局', '教育局']
  const AREAS = ['湖滨区', '陕州区', '灵宝市']
  const answers = fc.record({
    seq: fc.integer({ min: 1, max: 99 }),
    figures: fc
      .tuple(fc.subarray(KEYS, { minLength: 1 }), fc.array(fc.option(fc.nat(50)), { minLength: 6, maxLength: 6 }))
      .map(([keys, values]) => keys.map((key, i): [string, number | null] => [key, values[i] ?? null])),
    units: fc.subarray(UNITS),
    ranks: fc.shuffledSubarray(AREAS),
  })
  type Edit = (sheet: PlayedSheet) => PlayedSheet
  const FIGURES = 4
  /** What people do: each text of theirs begins with 我. */
  const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
    fc.oneof(
      fc.nat(20).map(
        (row): Edit =>
          (sheet) =>
            typed(sheet, row + 3, 8, `我${row}`),
      ),
      fc.tuple(fc.nat(15), fc.nat(2)).map(
        ([row, column]): Edit =>
          (sheet) =>
            withRow(sheet, Math.min(row, sheet.cells.length - 4) + FIGURES, column + 7, `我行${row}`),
      ),
      fc.nat(4).map(
        (column): Edit =>
          (sheet) =>
            withColumn(sheet, column + 2),
      ),
      fc.constant((sheet: PlayedSheet) => {
        const rows = shown(sheet).flatMap((row, i) => (row.some((text) => text.startsWith('指标') && text !== '指标') ? [i + 1] : []))
        const [one, other] = [rows[0], rows.at(-1)]
        return one === undefined || other === undefined ? sheet : swapped(sheet, one, other)
      }),
    ),
    { maxLength: 4 },
  )
  const prepared = fc.record({ before: answers, after: answers, edits }).map(({ before, after, edits: all }) => ({
    after,
    start: all.reduce((sheet, edit) => edit(sheet), first(before)),
  }))

  test('and done again, it says the same as an uninterrupted time', () => {
    fc.assert(
      fc.property(prepared, fc.nat(), ({ start, after }, at) => {
        const all = states(start, after)
        const whole = all.at(-1)
        const stopped = all[at % all.length]
        if (!whole || !stopped) return
        const resumed = refreshed(stopped, after)
        expect(shown(resumed)).toEqual(shown(whole))
        expect(looks(resumed)).toEqual(looks(whole))
        expect(remembered(resumed)).toEqual(remembered(whole))
      }),
      { numRuns: 300 },
    )
  })

  test('with figures that moved on meanwhile, it says the later ones', () => {
    fc.assert(
      fc.property(prepared, answers, fc.nat(), ({ start, after }, between, at) => {
        const first = states(start, between)
        const stopped = first[at % first.length] ?? start
        expect(ours(refreshed(stopped, after))).toEqual(ours(refreshed(start, after)))
      }),
      { numRuns: 300 },
    )
  })

  test('every text of theirs is there afterwards, as often, in a row with the same key', () => {
    fc.assert(
      fc.property(prepared, ({ start, after }) => {
        expect(theirs(refreshed(start, after))).toEqual(theirs(start))
      }),
      { numRuns: 300 },
    )
  })

  test('a sheet that is not whole says so', () => {
    fc.assert(
      fc.property(prepared, ({ start, after }) => {
        const all = states(start, after)
        for (const one of all.slice(1, -1))
          if (
            !shown(one)
              .flat()
              .some((text) => text === '没有写完')
          )
            expect(shown(one)).toEqual(shown(start))
      }),
      { numRuns: 100 },
    )
  })

  /** Which rows are remembered as ours, with which looks. */
  const remembered = ({ memory }: PlayedSheet) =>
    [...(parseMemory(memory)?.tables ?? [])].map(([name, rows]) => [name, [...rows].map(([key, { roles }]) => [key, roles]).sort()])
  /** What it says of each key, whatever is marked as left and wherever it stands. */
  const ours = (sheet: PlayedSheet) =>
    shown(sheet)
      .filter((row) => !row.some((text) => text.startsWith('已不在') || text.startsWith('我')) && row.length > 0)
      .map((row) => row.filter((text) => text !== '').join(' '))
      .sort()
  const looks = ({ cells }: PlayedSheet) => cells.map((row) => row.map(({ role, held }) => (held === '' ? undefined : role)))
  const NAMES = new Set([...KEYS.map((key) => `指标${key}`), ...UNITS, ...AREAS])
  const theirs = (sheet: PlayedSheet) =>
    shown(sheet)
      .flatMap((row) => row.filter((text) => text.startsWith('我')).map((text) => `${row.find((one) => NAMES.has(one)) ?? ''} ${text}`))
      .sort()
})
