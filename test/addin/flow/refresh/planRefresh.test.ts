import { describe, expect, test } from 'vitest'
import { planRefresh } from '../../../../addin/flow/refresh/planRefresh.ts'
import { type Answer, first, planned, refreshed, sheetOf } from './playedAnswers.ts'
import { ownSheet, type PlayedSheet, shown, swapped, typed, withColumn, withRow } from './playedSheet.ts'

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

  test('a table under the title of an earlier version is known by it, and gets the new one; with their words behind it, it stays', () => {
    const sheet = first(may)
    const at = shown(sheet).findIndex(([text]) => text === '未报齐的单位') + 1
    const former = typed(sheet, at, 1, '没有报的单位')
    expect(planned(former, june).deleted).toEqual([])
    expect(shown(refreshed(former, june))).toEqual(shown(refreshed(sheet, june)))
    const theirs = shown(refreshed(typed(sheet, at, 1, '没有报的单位（6月）'), june)).flat()
    expect(theirs).toContain('没有报的单位（6月）')
    expect(theirs).not.toContain('未报齐的单位')
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
