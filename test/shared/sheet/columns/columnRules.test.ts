import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import type { ReadingContext } from '../../../../shared/record/reading.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { cellKind, TEXT_KINDS } from '../../../../shared/sheet/columns/cellKind.ts'
import type { ColumnContent } from '../../../../shared/sheet/columns/columnContent.ts'
import { ALTERNATIVES, fieldGuesses } from '../../../../shared/sheet/columns/guessFields.ts'
import { HEADING_RULES } from '../../../../shared/sheet/columns/headingMeaning.ts'
import { SETTLING_RULES } from '../../../../shared/sheet/columns/settleColumns.ts'
import { headingFields } from '../../../../shared/sheet/headings/headingFields.ts'
import { normaliseHeading } from '../../../../shared/sheet/headings/normaliseHeading.ts'
import { recognizeTables } from '../../../../shared/sheet/recognizeTables.ts'
import { compactText } from '../../../../shared/sheet/view/compactText.ts'
import { viewSheet } from '../../../../shared/sheet/view/sheetView.ts'
import { gridOf } from '../../grid/gridOf.ts'

describe('a cell', () => {
  it.each(TEXT_KINDS)('of text looks like $kind: $example', (kind) => {
    expect(TEXT_KINDS.find(({ is }) => is(compactText(kind.example), register2021))).toBe(kind)
  })

  it.each([
    [44_561, 'yyyy-mm-dd', 'date'],
    [0.4867, '0.00%', 'percent'],
    [146, 'General', 'number'],
    [146, undefined, 'number'],
    [true, undefined, 'flag'],
    ['  ', undefined, undefined],
  ])('%j with the format %s looks like %s', (value, format, kind) => {
    expect(cellKind(register2021, value, format)).toBe(kind)
  })
})

describe('a heading over a column', () => {
  it.each(HEADING_RULES)('is read by “$name” for its example', ({ name, example }) => {
    const cell = {
      register: register2021,
      text: example,
      heading: normaliseHeading(example),
      isPart: example === '移动',
      isOverSomething: true,
      isInGroup: true,
      measure: undefined,
    }
    expect(HEADING_RULES.find(({ read }) => read(cell))?.name).toBe(name)
  })
})

describe('a heading that is used for another field', () => {
  const content = (cell: string): ColumnContent => {
    const value = /^\d+$/u.test(cell) ? Number(cell) : cell
    const kind = cellKind(register2021, value, undefined)
    return { filled: 4, kinds: kind ? { [kind]: 4 } : {}, countsUp: false, bare: kind === 'quantity' ? 4 : 0, undated: 0 }
  }

  it.each(ALTERNATIVES)('$named may mean $meant: $example', ({ named, meant, example }) => {
    const [heading = '', cell = ''] = example.split(' over ')
    const fields = headingFields(heading)
    expect(fields.map(({ field }) => field)).toContain(named)
    const bound = { isOfSubject: false, measure: undefined, countsOther: false }
    const guesses = fieldGuesses([fields], [normaliseHeading(heading)], content(cell), bound)
    expect(guesses.map(({ field }) => field)).toContain(meant)
  })
})

/** A table for each rule that settles columns by one another, and the field that one of its columns has by it. */
const TABLES: Readonly<
  Record<
    string,
    { readonly rows: readonly (readonly CellValue[])[]; readonly column: number; readonly field: string; readonly context?: ReadingContext }
  >
> = {
  'words next to planned and actual dates are nodes': {
    rows: [
      ['序号', '工作内容', '计划完成时间', '实际完成时间'],
      [1, '方案设计', '3月底', '3月25日'],
      [2, '控制价评审', '4月底', '4月28日'],
    ],
    column: 2,
    field: 'milestone',
  },
  'categories are tasks where nothing else names rows': {
    rows: [
      ['项目类别', '年度目标', '累计完成'],
      ['新建农村公路', 300, 146],
      ['窨井设施整治', 7000, 2030],
    ],
    column: 1,
    field: 'task',
  },
  'categories that name what the register has are tasks beside nodes': {
    rows: [
      ['实事', '节点', '计划完成时间', '实际完成时间'],
      ['市中医院PCR实验室建设', '施工图设计', '6月15日', null],
      ['近视干预学校', '授牌', '9月1日', null],
    ],
    column: 1,
    field: 'task',
  },
  'targets amid the words of tasks are tasks where nothing else names rows': {
    rows: [
      ['任务', '责任单位', '进展情况'],
      ['新建农村公路300公里', '市交通运输局', '已完成171.5公里'],
    ],
    column: 1,
    field: 'task',
  },
  'a short name beside the words of its task, under one heading, is a group of tasks and no target': {
    rows: [
      ['年度任务', '年度任务', '进展情况', '责任单位'],
      ['农村公路建设', '全年新建农村公路300公里，完成280个自然村通硬化路任务。', '累计完成187公里。', '市交通运输局'],
      ['5G网络覆盖', '全年开通5G基站986个以上。', '累计开通512个。', '市工信局'],
    ],
    column: 1,
    field: 'category',
  },
  'units that are all counties are areas where nothing else names rows': {
    rows: [
      ['农村公路（公里）', '牵头单位', '年度目标', '累计完成'],
      [1, '湖滨区政府', 30, 12],
      [2, '陕州区政府', 40, 20],
    ],
    column: 2,
    field: 'area',
  },
  'names of rows that are mostly areas are areas where no other column has them': {
    rows: [
      ['项目名称', '年度目标', '累计完成'],
      ['整治窨井设施（个）', 700, 320],
      ['湖滨区', 300, 120],
      ['陕州区', 400, 200],
    ],
    column: 1,
    field: 'area',
  },
  'remarks that are units are the units in charge where no other column is': {
    rows: [
      ['工作任务', '年度目标', '累计完成', '备注'],
      ['新建农村公路', 300, 146, '市交通运输局'],
      ['窨井设施整治', 7000, 2030, '市城管局'],
    ],
    column: 4,
    field: 'lead_unit',
  },
  'units in charge in the sheet of a county are its own': {
    rows: [
      ['工作任务', '年度目标', '累计完成', '责任单位'],
      ['新建农村公路', 30, 12, '区交通运输局'],
    ],
    column: 4,
    field: 'resp_unit',
    context: { reporter: '湖滨区', period: '2021-05', year: 2021 },
  },
  'units responsible are in charge, or support the one that is': {
    rows: [
      ['工作任务', '年度目标', '累计完成', '具体责任单位'],
      ['新建农村公路', 300, 146, '市交通运输局'],
    ],
    column: 4,
    field: 'lead_unit',
  },
  'deadlines of nodes are planned dates, or actual ones next to them': {
    rows: [
      ['工作任务', '节点', '完成时限'],
      ['崤函小学天桥', '方案设计', '3月底'],
    ],
    column: 3,
    field: 'planned_date',
  },
  'planned dates of tasks are deadlines': {
    rows: [
      ['工作任务', '年度目标', '累计完成', '计划完成日期'],
      ['新建农村公路', 300, 146, '12月底'],
    ],
    column: 4,
    field: 'deadline',
  },
  'dates of tasks that are not called actual ones are deadlines': {
    rows: [
      ['工作任务', '年度目标', '累计完成', '竣工日期'],
      ['新建农村公路', 300, 146, '12月20日'],
    ],
    column: 4,
    field: 'deadline',
  },
}

describe('columns settled by one another', () => {
  it('but the units of nodes, which are their own whoever is in charge of the project', () => {
    const rows = [
      ['实事项目', '牵头单位', '推进节点', '节点责任单位', '完成时限'],
      ['崤函小学天桥', '市住房城乡建设局', '施工招标', '市公共资源交易中心', '5月31日'],
      ['市中医院PCR实验室建设', '市卫生健康委', '施工图审查', '市中医院', '6月30日'],
    ]
    const [found] = recognizeTables(viewSheet(gridOf(rows)), register2021, { period: '2021-05', year: 2021 })
    expect(found?.columns.map(({ field }) => field)).toEqual(['task', 'lead_unit', 'milestone', 'resp_unit', 'planned_date'])
  })

  it.each(SETTLING_RULES)('$name', ({ name }) => {
    const table = TABLES[name]
    const [found] = recognizeTables(viewSheet(gridOf(table?.rows ?? [])), register2021, table?.context ?? { period: '2021-05', year: 2021 })
    const column = found?.columns.find(({ column }) => column === table?.column)
    expect([column?.field, column?.why.reason]).toEqual([table?.field, 'by_neighbours'])
  })
})
