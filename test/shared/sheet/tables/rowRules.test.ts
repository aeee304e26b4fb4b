import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import type { ColumnField } from '../../../../shared/record/columnFields.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { classifyRow, filledRow, ROW_RULES } from '../../../../shared/sheet/tables/classifyRow.ts'
import { LINE_RULES, readMetaLine } from '../../../../shared/sheet/tables/metaLine.ts'
import { SECTION_RULES, sectionText } from '../../../../shared/sheet/tables/sectionRow.ts'
import type { TableOfColumns } from '../../../../shared/sheet/tables/tableOfColumns.ts'
import { viewSheet } from '../../../../shared/sheet/view/sheetView.ts'
import { gridOf } from '../../grid/gridOf.ts'

const FIELDS: readonly ColumnField[] = ['seq', 'task', 'area', 'target', 'cumulative', 'progress_text']
const ROW = 3

/** A table of six columns whose third row holds the cells, the first of them merged over some. */
function tableWith(cells: readonly CellValue[], merged = 1): TableOfColumns {
  const grid = gridOf([
    ['序号', '工作任务', '县区', '年度目标', '累计完成', '进展情况'],
    [1, '新建农村公路', '湖滨区', 30, 12, '正在施工'],
    cells,
  ])
  return {
    view: viewSheet(merged > 1 ? { ...grid, merges: [`A${ROW}:${'ABCDEF'[merged - 1]}${ROW}`] } : grid),
    register: register2021,
    layout: {
      headings: { top: 1, bottom: 1, left: 1, right: FIELDS.length, paths: [] },
      pointed: false,
      above: [],
      body: [2, ROW],
      repeats: [],
      retitled: [],
    },
    columns: FIELDS.map((field, i) => ({ column: i + 1, field, header: '', why: { confidence: 1, reason: '' } })),
  }
}

describe('a row under the headings', () => {
  it.each(ROW_RULES)('is decided by “$name” for its example', ({ name, example, merged }) => {
    const table = tableWith(example, merged)
    const row = filledRow(table, ROW)
    expect(row && ROW_RULES.find(({ classify }) => classify(table, row))?.name).toBe(name)
  })

  it.each(SECTION_RULES)('of nothing but words is decided by “$name” for its example', ({ name, example, merged }) => {
    const table = tableWith(example, merged)
    const row = filledRow(table, ROW)
    const section = row && sectionText(table, row)
    expect(section && SECTION_RULES.find(({ applies }) => applies(section))?.name).toBe(name)
  })

  it.each<[readonly CellValue[]]>([
    [['填报人', '张三', '湖滨区', 58, 33.5]],
    [['填报人：', '城镇老旧小区改造', null, '不少于2.9万户', '4000户']],
    [['审核：李四', null, null, null, '41公里']],
    [['注：', '新建农村公路', '湖滨区', '30公里', '12公里']],
    [['※1', '新建农村公路', null, '30公里']],
    [['一、', null, null, null, '１４．６％']],
  ])('with figures is neither a note nor a signature: %j', (cells) => {
    expect(classifyRow(tableWith(cells), ROW)).toEqual({ kind: 'data' })
  })

  it.each<[readonly CellValue[]]>([
    [['填报人', '张三', '联系电话', 2_815_000]],
    [['填报人：张三', null, '填报日期', 44_342]],
    [['填报人', '张三', '填报日期', '2021年', '5月', '26日']],
  ])('that signs stays a signature: %j', (cells) => {
    expect(classifyRow(tableWith(cells), ROW)).toEqual({ kind: 'skip', reason: 'signature' })
  })

  it('is data where no rule applies', () => {
    expect(classifyRow(tableWith([2, '过街天桥', '陕州区', 6, 1, '桩基完成']), ROW)).toEqual({ kind: 'data' })
  })
})

describe('a line around a table', () => {
  it.each(LINE_RULES)('is read by “$name” for its example', ({ example, read }) => {
    expect(read({ text: example, year: 2021, isBelow: false })).toBeDefined()
  })

  it('is a title where no rule reads it', () => {
    expect(readMetaLine({ text: '2021年农村公路建设进展情况表', year: 2021, isBelow: false })).toBeUndefined()
  })
})
